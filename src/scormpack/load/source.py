"""A source file's text, and places in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scormpack.errors import Finding, Severity

MOST_BYTES = 2_000_000
"""A lesson of 6 KB is usual; a file of megabytes is a mistake."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands: line and column from 1, and how many characters of that line it takes."""

    line: int
    column: int
    length: int


@dataclass(frozen=True)
class Source:
    """One file as it was read."""

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines, without their ends; as YAML counts them."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from ``start`` to ``end``, cut at the line's end."""
        before = self.text.count("\n", 0, start)
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", start)
        stop = min(end, line_end if line_end >= 0 else len(self.text))
        length = len(self.text[start:stop].rstrip())
        return Span(before + 1, start - line_start + 1, max(1, length))

    def finding(self, code: str, span: Span | None, message: str, hint: str, severity: Severity = "error") -> Finding:
        """Return a finding at ``span``, with its source line; None = the file as a whole."""
        if span is None:
            return Finding(code, message, hint, self.file, severity=severity)
        text = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        return Finding(code, message, hint, self.file, span.line, span.column, span.length, text, severity)


def read_source(path: Path, file: str) -> Source | Finding:
    """Return the file's text (UTF-8, an optional BOM dropped), or what keeps us from reading it.

    ``file`` is the name to show: relative to the course folder.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            return Finding(
                "file-too-large",
                f"this file has {size:,} bytes; the limit is {MOST_BYTES:,}",
                "Split it into several lessons.",
                file,
            )
        data = path.read_bytes()
    except FileNotFoundError:
        return Finding("file-missing", "this file is not there", "Create it, or take its id out of `modules`.", file)
    except OSError as fault:
        return Finding("file-unreadable", f"this file cannot be read: {fault.strerror}", "Check its permissions.", file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        start = data.rfind(b"\n", 0, fault.start) + 1
        end = data.find(b"\n", start)
        shown = data[start : end if end >= 0 else len(data)].decode("utf-8", "replace").rstrip("\r")
        column = len(data[start : fault.start].decode("utf-8", "replace")) + 1
        message = f"this file is not UTF-8: byte 0x{data[fault.start]:02x}"
        return Finding("not-utf8", message, "Save it as UTF-8 in your editor.", file, line, column, 1, shown)
    return Source(file, text)
