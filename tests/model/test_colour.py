"""Facts about colours."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scormpack.model.colour import contrast, nearest_readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


def test_contrast_is_wcags() -> None:
    """Black on white is 21:1, a colour on itself 1:1, and #767676 on white just passes."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#2d5bff", "#2d5bff") == 1
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


@settings(deadline=None)
@given(COLOURS, COLOURS)
def test_a_readable_colour_is_always_found(colour: str, ground: str) -> None:
    """Whatever the two colours, the one that is found can be read; one that can be read already stays."""
    found = nearest_readable(colour, [ground], 4.5)
    assert found
    assert contrast(found, ground) >= 4.5
    assert (found == colour) == (contrast(colour, ground) >= 4.5)


def test_no_colour_can_be_read_on_black_and_on_white() -> None:
    """Grounds as unlike as these have no colour with 7:1 on both, and none is made up."""
    assert nearest_readable("#777777", ["#000000", "#ffffff"], 7) is None
