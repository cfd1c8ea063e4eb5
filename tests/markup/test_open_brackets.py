"""Facts about brackets that a formula never closes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormpack.markup.formulas import formula_faults
from scormpack.markup.open_brackets import MOST_CHARACTERS, MOST_OPEN, count_open


def fault_of(latex: str) -> str:
    """Return what is said of a formula; "" where it can be drawn."""
    return next((fault.message for fault in formula_faults(f'<span data-math-style="inline">{latex}</span>')), "")


@pytest.mark.parametrize(
    ("latex", "count"),
    [
        ("[0, 1[", 2),
        ("[0, 1)", 0),
        ("f(x) = (a + [b])", 0),
        (r"\langle x \rangle", 0),
        (r"{[} ]", 1),
        (r"[ & [ \\ ] & ]", 2),
        (r"\{ [ }", 2),
        (")](", 1),
        (r"\llbracket a \rrbracket \ulcorner", 1),
    ],
)
def test_what_is_closed_elsewhere_stays_open(latex: str, count: int) -> None:
    """A bracket is closed in its own group or cell only, by a closing one of any kind."""
    assert count_open(latex) == count


@pytest.mark.parametrize("bracket", ["[", "(", r"\{", r"\langle ", r"\lfloor ", r"\llbracket ", r"\ulcorner ", "{[}"])
def test_brackets_left_open_are_told_and_not_drawn(bracket: str) -> None:
    """Fifty of them would keep the library busy for years; a few are drawn."""
    assert "never closed" in fault_of(rf"\frac{{1}}{{n}} {bracket * 50}")
    assert fault_of(f"x {bracket * 3}") == ""


def test_a_formula_has_an_end() -> None:
    """One of many thousand characters is no formula."""
    assert "at most 4,000 characters" in fault_of("x" * (MOST_CHARACTERS + 1))


@given(st.lists(st.sampled_from([*"[](){}&x|<", r"\\ ", r"\langle ", r"\rangle ", r"\sqrt", "^"]), max_size=60))
def test_nothing_takes_long(parts: list[str]) -> None:
    """Whatever stands in it, a formula is drawn or told at once (hypothesis gives each 200 ms)."""
    latex = "".join(parts).replace("<", "&lt;").replace("&x", "&amp;x")
    assert fault_of(latex) or count_open(latex) <= MOST_OPEN
