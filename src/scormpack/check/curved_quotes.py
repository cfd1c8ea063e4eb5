"""Curved quotes around a whole title: none to YAML, so that learners read them."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredFile
from scormpack.check.place import Fault
from scormpack.load import Places

_PAIRS = {
    "\u201c": "\u201d",
    "\u201d": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u2018": "\u2019",
    "\u2019": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
}
"""Opening quotes to those that close them; not Japanese ones, which titles of works have there."""


def check_curved_quotes(file: AuthoredFile) -> Iterator[Fault]:
    """Yield the titles, summaries and objectives that stand in curved quotes and in no straight ones."""
    found = [(path, text) for path, text in file.lines if text[0] in _PAIRS and _is_quoted(text)]
    if not found or file.source is None:
        return
    places = Places(file.source)
    for path, text in found:
        if places.written(path)[:1] == text[0]:
            message = "YAML knows straight quotes alone, so these are a part of the text, and learners read them"
            shown = f"{text[0]}…{text[-1]}"
            hint = (
                f'Write straight quotes, or none; straight ones around, `"{shown}"`, where learners are to read these.'
            )
            yield Fault(file.file, path, message, hint)


def _is_quoted(text: str) -> bool:
    """Whether the first character's other half is the last, and neither stands in between."""
    closing = _PAIRS[text[0]]
    return len(text) > 2 and text[-1] in closing and not any(mark in text[1:-1] for mark in (text[0], *closing))
