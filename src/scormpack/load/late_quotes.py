"""Quotes that a later one closes, which was to open a text of its own."""

from __future__ import annotations

import contextlib
from typing import Any

import yaml

from scormpack.late_regex import compile_late
from scormpack.load.lines_around import Said
from scormpack.load.source import Source, Span

# Without libyaml it takes ten times as long.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEY_OR_ENTRY = compile_late(r"\s*(?:-(?: |$)|[A-Za-z_][\w-]*:(?: |$))")


def explain_late_quote(source: Source, stopped: Span) -> Said | None:
    """Return what to say of the quote that opens the text right before ``stopped``; None where it holds no keys."""
    quoted: Any = None
    with contextlib.suppress(yaml.YAMLError):
        tokens: Any = yaml.scan(source.text, _LOADER)
        for token in tokens:
            if (token.start_mark.line, token.start_mark.column) >= (stopped.line - 1, stopped.column - 1):
                break
            if isinstance(token, yaml.ScalarToken):
                quoted = token if token.style in {"'", '"'} else None
    if quoted is None or quoted.end_mark.line != stopped.line - 1:
        return None
    first, last = quoted.start_mark.line + 1, quoted.end_mark.line + 1
    if not any(_KEY_OR_ENTRY.match(line) for line in source.lines[first:last]):
        return None
    start = quoted.start_mark.index
    hint = "Close it at the end of its text."
    return source.span(start, start + 1), f"this quote is closed as late as in line {last}", hint
