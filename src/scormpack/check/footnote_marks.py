"""Footnotes without a note, and notes without a mark in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.late_regex import compile_late

_MARK = compile_late(r"(?<!\\)\[\^([^\]\s]+)\]")
_NOTE = compile_late(r"^[ >]*(?:(?:[-*+]|\d+[.)]) +)*\[\^([^\]\s]+)\]:", re.MULTILINE)


def find_loose_footnotes(file: str, path: tuple[str | int, ...], text: str, html: str, shown: str) -> Iterator[Fault]:
    """Yield the first mark that learners read as it stands, and the first note that they never read.

    Args:
        file: path from the course folder.
        path: of the text in it.
        text: Markdown, blanks in place of its code.
        html: that it makes.
        shown: the same without code.
    """
    notes = {match[1].lower(): match for match in _NOTE.finditer(text)}
    begins = {match.end() - 1 for match in notes.values()}
    marks = [match for match in _MARK.finditer(text) if match.end() not in begins]
    named = {match[1].lower() for match in marks}
    # Without any note it can be a set of characters, as in a regular expression.
    loose = [mark for mark in marks if mark[1].lower() not in notes and (notes or mark[1].isdecimal())]
    loose = [mark for mark in loose if shown.count(mark[0]) > text.count(f"\\{mark[0]}")]
    unread = [note for name, note in notes.items() if name not in named and f"[^{note[1]}]" not in html]
    if loose:
        mark = loose[0][0]
        hint = f"Write its note in a line of this text, `{mark}: …`; or `\\{mark}` for the signs themselves."
        if len(unread) == 1:
            note = f"[^{unread[0][1]}]"
            hint = f"Write `{mark}:` where the note begins with `{note}:`, or `{note}` here."
        yield Fault(file, path, f"no note `{mark}:` is in this text, so learners read `{mark}`", hint, text=mark)
    elif unread:
        note = f"[^{unread[0][1]}]"
        message = f"nothing in this text refers to the note `{note}`, so learners never read it"
        yield Fault(file, path, message, f"Write `{note}` where it belongs, or take the note out.", text=f"{note}:")
