"""Headings within a text that leave out a level, or stand where no heading belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.markup import plain_text

_MAY_HOLD = compile_late(r"(?:^|\n)[ >]*#|\n[=-]|<h[1-6]", re.IGNORECASE)
_HEADING = compile_late(r"<h([1-6])[^>]*>(.*?)</h\1>", re.DOTALL)
_HOLDERS = frozenset(("body", "intro", "definition", "model_answer", "explanation"))
"""Keys of texts that may be long enough to have parts."""


def check_heading_order(text: AuthoredText) -> Iterator[Fault]:
    """Yield the headings that do not begin at `#`, that skip a level, or that a short text became by mistake."""
    if not _MAY_HOLD.search(text.markdown):
        return
    before = 0
    for match in _HEADING.finditer(text.html):
        level, words = int(match[1]), plain_text(match[2])
        if not _HOLDERS.intersection(text.path[-1:]):
            message = "this becomes a heading, where learners expect a short text"
            yield text.fault(message, r"Write `\#` for the sign itself, or emphasise words with `**`.", at=words)
            return
        if level > before + 1:
            said = f"a heading of level {level} follows one of level {before}" if before else f"begins at level {level}"
            message = f"{said}: screen readers miss a level" if before else f"this text {said}, and misses one"
            right = "#" * (before + 1)
            hint = f"Write `{right} {words}`: `#` is the level below the section's own heading."
            yield text.fault(message, hint, at=words)
        before = level
