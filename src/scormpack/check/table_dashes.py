"""Tables that learners read as lines of bars: their row of dashes is missing, or does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.markup import clean_markdown, plain_text

_PARAGRAPH = compile_late(r"<p>(.*?)</p>", re.DOTALL)
_ROW = compile_late(r"\s*\|.*\|\s*")
_DASHES = compile_late(r"[\s|:-]*-[\s|:-]*")
_LEADING = compile_late(r"[\s>]*")
_BAR = compile_late(r"(?<!\\)\|")


def check_table_dashes(text: AuthoredText) -> Iterator[Fault]:
    """Yield the first row of each table that is none."""
    if "|" not in text.markdown:
        return
    left = {plain_text(rows[0]) for rows in _rows_left(text.html)}
    if not left:
        return
    lines = [_LEADING.sub("", line, count=1).rstrip() for line in text.markdown.split("\n")]
    for at, line in enumerate(lines):
        if not _ROW.fullmatch(line) or (at and _ROW.fullmatch(lines[at - 1])):
            continue
        if _row_text(line) not in left:
            continue
        yield text.fault(*_said(line, lines[at + 1] if at + 1 < len(lines) else ""), at=line)


def _said(line: str, below: str) -> tuple[str, str]:
    """What is wrong, and what to write."""
    shown = "this table is shown as text"
    if _DASHES.fullmatch(line):
        return f"{shown}: its row of dashes is not below its headings", "Write the headings in the line above it."
    columns = len(_BAR.findall(line)) - 1
    hint = f"Write the row `|{'---|' * columns}` below this one."
    if _DASHES.fullmatch(below):
        held = len(_BAR.findall(below.strip("| "))) + 1
        return f"{shown}: it has {columns} columns here and {held} in the row of dashes", hint
    return f"{shown}: it has no row of dashes below its headings", hint


def _rows_left(html: str) -> Iterator[list[str]]:
    """Yield the rows of each paragraph that looks like a table: two at least."""
    for paragraph in _PARAGRAPH.findall(html):
        rows = [line for line in paragraph.split("\n") if _ROW.fullmatch(line)]
        if len(rows) > 1:
            yield rows


def _row_text(line: str) -> str:
    return plain_text(clean_markdown(line))
