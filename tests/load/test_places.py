"""Facts about where a value stands in its file."""

from __future__ import annotations

import pytest

from scormpack.load.places import Path, Places
from scormpack.load.source import Source, Span

TEXT = """\
id: a
"quoted key": [one, two]
sections:
  - heading: First
    body: |
      Line one.
      See one.svg and one.svg.
  - &second
    heading: "Second"
    empty:
again: *second
blanks: {1: [x], 0x2: [y]}
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        pytest.param((), Span(1, 1, 5), id="the file"),
        pytest.param(("id",), Span(1, 5, 1), id="a plain value"),
        pytest.param(("quoted key",), Span(2, 15, 10), id="a list, by a key in quotes"),
        pytest.param(("quoted key", 1), Span(2, 21, 3), id="an entry"),
        pytest.param(("sections",), Span(4, 3, 16), id="a block, by its first line"),
        pytest.param(("sections", 0), Span(4, 5, 14), id="a mapping in a list"),
        pytest.param(("sections", 0, "body"), Span(5, 11, 1), id="a block scalar, by its bar"),
        pytest.param(("sections", 1, "heading"), Span(9, 14, 8), id="a value in quotes, with them"),
        pytest.param(("sections", 1, "empty"), Span(10, 5, 5), id="an empty value, by its key"),
        pytest.param(("again", "heading"), Span(9, 14, 8), id="through an alias"),
        pytest.param(("blanks", 1, 0), Span(12, 14, 1), id="by a number as key"),
        pytest.param(("blanks", 2), Span(12, 23, 3), id="by a number written in another way"),
        pytest.param(("sections", 0, "nothing"), Span(4, 5, 14), id="what is not there: around it"),
        pytest.param(("sections", 7), Span(4, 3, 16), id="an entry that is not there: the list"),
    ],
)
def test_values_have_places(path: Path, place: Span) -> None:
    """Line, column and length of the value at each path."""
    assert Places(Source("a", TEXT)).value(path) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("quoted key",), Span(2, 1, 12)),
        (("sections", 0, "body"), Span(5, 5, 4)),
        (("again",), Span(11, 1, 5)),
        (("sections", 0), Span(4, 5, 14)),
    ],
)
def test_keys_have_places(path: Path, place: Span) -> None:
    """Line, column and length of the key; of the value where it has none."""
    assert Places(Source("a", TEXT)).key(path) == place


def test_a_text_is_found_inside_its_value() -> None:
    """The first place, the next one, and the value itself where the text is not there."""
    places = Places(Source("a", TEXT))
    body: Path = ("sections", 0, "body")
    assert places.within(body, "one.svg") == Span(7, 11, 7)
    assert places.within(body, "one.svg", number=1) == Span(7, 23, 7)
    assert places.within(body, "one.svg", number=9) == Span(7, 23, 7)
    assert places.within(body, "none", "Line") == Span(6, 7, 4)
    assert places.within(body, "none") == Span(5, 11, 1)


def test_a_value_is_shown_as_written() -> None:
    """Zeros, bases and quotes are kept; an anchor is no part of the value."""
    places = Places(Source("a", "a: 1.10\nb: 0x1F\nc: 'd'\ne: &f 007\ng: *f"))
    assert [places.written((key,)) for key in "abceg"] == ["1.10", "0x1F", "'d'", "007", "007"]


def test_the_first_of_two_equal_keys_counts() -> None:
    """As in the values that were read."""
    assert Places(Source("a", "a: 1\na: 22")).value(("a",)) == Span(1, 4, 1)


@pytest.mark.parametrize("text", ["", "a: [", "- &a [*a]", "a: &x 1\nb: &x 2"])
def test_every_file_has_a_first_place(text: str) -> None:
    """A file that is empty, broken or odd never stops a finding from being shown."""
    assert Places(Source("a", text)).value(()).line == 1
