"""Entries of lists that are indented further than the one above: YAML makes them a part of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import yaml

from scormpack.late_regex import compile_late
from scormpack.load.lines_around import ENTRY, column_of
from scormpack.load.source import Source, Span
from scormpack.load.strict_yaml import Events, Parser
from scormpack.markup.searches import make_search

_DEEPEST = 20
"""Spaces that a list's ``-`` is indented by."""
_KEY = compile_late(r"(?:- +)*([\w-]+):\s*(?:#.*)?")
_WITH_LISTS = {"points", "steps"}
"""Keys of lists whose entries may hold lists of their own."""


class LostEntry(NamedTuple):
    """A line that was to be an entry.

    Attributes:
        span: it, from its ``-`` on.
        extra: the place of the spaces that its ``-`` is indented too far by.
        above: the first line of the text that it is a part of.
        may_be_inner: it may have been meant as a list within the entry.
    """

    span: Span
    extra: Span
    above: str
    may_be_inner: bool

    @property
    def message(self) -> str:
        """What is wrong."""
        return f"this line is a part of the entry above, `{self.above}`, for its `-` is indented further"

    @property
    def hint(self) -> str:
        """What to write instead."""
        hint = "Indent its `-` as that one's."
        if self.may_be_inner:
            hint += " For a list within the entry: `- |`, and all of its text in the lines below, indented."
        return hint


def find_lost_entries(source: Source) -> Iterator[LostEntry]:
    """Yield, of a file that is YAML, the lines in plain entries of its lists that begin with a ``-`` of their own."""
    if not _may_lose()(source.text):
        return
    around: list[bool] = []  # whether each of what is open is a list
    events: Events = yaml.parse(source.text, Parser)
    for event in events:
        kind = event.__class__
        if kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
            around.append(kind is yaml.SequenceStartEvent)
        elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
            around.pop()
        elif kind is yaml.ScalarEvent and not event.style and around and around[-1] and "- " in event.value:
            yield from lost_within(source, event.start_mark.line + 1, event.end_mark.line + 1)


def lost_within(source: Source, first: int, last: int) -> Iterator[LostEntry]:
    """Yield those lines in one plain entry, which takes the lines (from 1) ``first`` to ``last``."""
    start = source.lines[first - 1]
    dash = column_of(start)
    if not ENTRY.match(start, dash):
        return
    for number in range(first + 1, last + 1):
        line = source.lines[number - 1]
        column = column_of(line)
        if column > dash and ENTRY.match(line, column):
            extra = column - dash
            may_be_inner = extra > 1 and _key_of_list(source, first, dash) in _WITH_LISTS
            span = Span(number, column + 1, len(line.rstrip()) - column)
            yield LostEntry(span, Span(number, dash + 1, extra), start[dash + 1 :].strip(), may_be_inner)


def _key_of_list(source: Source, line: int, dash: int) -> str:
    """Return the key of the list whose entry begins in ``line`` (from 1), at this column (from 0)."""
    for above in reversed(source.lines[: line - 1]):
        if (found := _KEY.fullmatch(above.strip())) and found.start(1) + column_of(above) <= dash:
            return found[1]
    return ""


@cache
def _may_lose() -> Callable[[str], bool]:
    """Return what says whether there is a line ``- text``, and below it one ``- `` that is indented further.

    Lists that stand in another one in a Markdown text look so too.
    """
    no_pair = r"(?:[^:\n]|:[^ \n])*\n"
    forms = (
        rf"(?:\A|\n) {{{indent}}}- +[^|>\[{{\"' \n]{no_pair}"
        rf"(?: *\n| {{{indent + 1},}}(?:[^- \n]|-[^ \n]){no_pair})* {{{indent + 1},}}-[ \n]"
        for indent in range(_DEEPEST + 1)
    )
    return make_search("|".join(forms))
