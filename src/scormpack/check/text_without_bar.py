"""Texts of several lines without ``|``: YAML makes one line of them, and Markdown's lists, tables and paragraphs go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredFile
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.load import Places
from scormpack.markup.searches import search_any

_HAS_FIRST = search_any(" - ", " * ", " + ", " > ", " | ", " # ", "## ", " 1. ", " 1) ", " 2. ", " 2) ")
_MAYBE = compile_late(r" (?:[-*+>|#]|#{2,6}|[12][.)]) ")
"""What stands in a text that was made one line of several, by the marks that began them."""
_KINDS = {"-": "list", "*": "list", "+": "list", ">": "quotation", "|": "table", "#": "heading"}
_MARK = compile_late(r"[-*+>#](?= )|\||##+(?= )|>|\d{1,2}[.)](?= )")


def check_texts_without_bar(file: AuthoredFile) -> Iterator[Fault]:
    """Yield the first line of each text that is lost as a line of its own."""
    folds = ">" in file.written and (": >" in file.written or "- >" in file.written)
    marked = _HAS_FIRST(file.words)
    if not marked and not any(folds or text[-1] != "\n" for text in file.plain if "\n" in text):
        return
    places = None
    for path, text in file.texts:
        # A text after `|` ends in a line feed, unless it is written `|-`.
        if ("\n" not in text and not (marked and _MAYBE.search(text))) or (text[-1] == "\n" and not folds):
            continue
        if places is None:
            if file.source is None:
                return
            places = Places(file.source)
        written = places.written(path)
        if "\n" not in written or written.startswith("|"):
            continue
        if lost := _lost(written, text):
            line, kind = lost
            if line.startswith("- ") and isinstance(path[-1], int) and written[0] not in ">\"'":
                continue  # `entry-indent` tells it
            key = next(step for step in reversed(path) if isinstance(step, str))
            begin = f"{key}: |" if path[-1] == key else "- |"
            message = f"the lines of this text run together, for it does not begin with `|`: no {kind} begins here"
            yield Fault(
                file.file,
                path,
                message,
                f"Write `{begin}`, and the whole text in the lines below it, indented.",
                text=line,
            )


def _lost(written: str, text: str) -> tuple[str, str] | None:
    """Return the first line that Markdown will not see begin, and what it was to be."""
    first, *lines = (line.strip() for line in written.split("\n"))
    is_after_gap, has_text = False, not first.startswith(">")
    for line in lines:
        if not line:
            is_after_gap = has_text
            continue
        words = line.rstrip("\"'") if written[0] in "\"'" else line
        if (mark := _MARK.match(line)) and re.search(rf"\S {re.escape(words)}", text):
            return line, _KINDS.get(mark[0][0], "list")
        if is_after_gap and not mark and f"\n\n{words}" not in text:
            return line, "paragraph"
        is_after_gap, has_text = False, True
    return None
