"""Any accent can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormpack.assets import templates_folder
from scormpack.render.theme import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    TEXT_CONTRAST,
    contrast,
    dark_palette,
    light_palette,
    theme_css,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


def test_contrast_is_wcags() -> None:
    """Black on white is 21:1, a colour on itself 1:1, and #767676 on white just passes."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#2d5bff", "#2d5bff") == 1
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


@given(COLOURS)
def test_every_accent_can_be_read(accent: str) -> None:
    """Whatever the accent: as text on every ground, on its own tint, and under the text on a button, at least 4.5:1."""
    for palette, grounds in ((light_palette(accent), LIGHT_GROUNDS), (dark_palette(accent), DARK_GROUNDS)):
        for ground in (*grounds, palette.tint, palette.on_accent):
            assert contrast(palette.accent, ground) >= TEXT_CONTRAST


def test_a_readable_accent_stays_as_it_is() -> None:
    """An accent that can be read is not changed."""
    assert light_palette("#2d5bff").accent == "#2d5bff"
    assert dark_palette("#9fb4ff").accent == "#9fb4ff"


def test_the_style_sheet_stands_on_the_same_grounds() -> None:
    """The four grounds are those of tokens.css, and its other colours can be read on them."""
    css = (templates_folder() / "style" / "tokens.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in css.split("@media"))
    for tokens, grounds in ((light, LIGHT_GROUNDS), (dark, DARK_GROUNDS)):
        assert {tokens["ground"], tokens["surface"]} == set(grounds)
        for name in ("ink", "soft", "right", "wrong", "warn"):
            tints = [tokens[f"{name}-tint"]] if f"{name}-tint" in tokens else []
            assert [g for g in (*grounds, *tints) if contrast(tokens[name], g) < TEXT_CONTRAST] == []
        # WCAG 2.2, 1.4.11: the edge of a box to type in.
        assert all(contrast(tokens["edge"], ground) >= 3 for ground in grounds)


def test_the_accent_is_in_the_style_sheet() -> None:
    """Both schemes declare all four shades, in the layer of the tokens."""
    accent = "#c0ffee"
    css = theme_css(accent)
    assert css.startswith("@layer tokens{")
    assert css.count(f"--accent-mark:{accent}") == 2
    for name in ("--accent:", "--on-accent:", "--accent-tint:"):
        assert css.count(name) == 2
