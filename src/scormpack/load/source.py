"""A source file's text, and places in it."""

from __future__ import annotations

import codecs
import os
import stat
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from scormpack.errors import Edit, Finding, Severity

MOST_BYTES = 2_000_000
"""A lesson of 6 KB is usual; a file of megabytes is a mistake."""
_BOM = "\ufeff"


class Span(NamedTuple):
    """Where something stands: line and column from 1, and how many characters of that line it takes."""

    line: int
    column: int
    length: int


@dataclass(frozen=True)
class Source:
    """One file as it was read.

    Attributes:
        file: its name to show, relative to the course folder.
        text: what it holds; every line ends in a line feed, whatever ended it in the file.
    """

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines, without their ends."""
        return self.text.split("\n")

    @cached_property
    def digest(self) -> str:
        """A hash of what it holds, hexadecimal."""
        return sha256(self.text.encode()).hexdigest()

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from ``start`` to ``end``, cut at the line's end."""
        line = bisect_right(self._line_starts, start) - 1
        column = start - self._line_starts[line]
        length = len(self.lines[line][column : column + end - start].rstrip())
        return Span(line + 1, column + 1, max(1, length))

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        for line in self.lines[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def finding(  # noqa: PLR0913, PLR0917 - a finding's own parts
        self,
        code: str,
        span: Span | None,
        message: str,
        hint: str,
        severity: Severity = "error",
        edit: Edit | None = None,
    ) -> Finding:
        """Return a finding at ``span``, with its source line; None = the file as a whole."""
        if span is None:
            return Finding(code, message, hint, self.file, severity=severity)
        text = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        return Finding(code, message, hint, self.file, span.line, span.column, span.length, text, severity, edit)

    def edit(self, span: Span, written: str, text: str | None) -> Edit | None:
        """Return the edit that writes ``text`` over ``span``; None where something else than ``written`` stands there.

        Something else: an alias or an anchor, a value of several lines, or one with escapes.
        """
        line = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        start = span.column - 1
        if text is None or line[start : start + span.length] != written:
            return None
        return Edit(span.line, span.column, span.length, text)


class LaterSource(Source):
    """A file known by its hash: its text is read when somebody asks for it, and "" where it cannot be read any more."""

    root: Path

    def __init__(self, root: Path, file: str, digest: str) -> None:
        """Know the file at the path ``file`` from ``root``."""
        vars(self).update(root=root, file=file, digest=digest)  # past the frozen dataclass that it is one of

    @cached_property
    def text(self) -> str:
        """What it holds now."""
        read = read_source(self.root / self.file, self.file)
        return read.text if isinstance(read, Source) else ""


def read_source(path: Path, file: str) -> Source | Finding:
    """Return the file's text (UTF-8, an optional BOM dropped), or what keeps us from reading it.

    ``file`` is the name to show: relative to the course folder.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - thousands of files
        if not stat.S_ISREG(status.st_mode):  # a named pipe would keep us waiting for ever
            message, hint = "there is something else than a file of this name", "Put a file in its place."
            return Finding("file-unreadable", message, hint, file)
        if status.st_size > MOST_BYTES:
            message = f"this file has {status.st_size:,} bytes; the limit is {MOST_BYTES:,}"
            return Finding("file-too-large", message, "Split it into several lessons.", file)
        with open(path, "rb", buffering=0) as opened:  # noqa: PTH123 - thousands of files
            data = opened.read()
    except FileNotFoundError:
        return Finding("file-missing", "this file is not there", "Create it, or take its id out of `modules`.", file)
    except OSError as fault:
        message = f"this file cannot be read: {fault.strerror}"
        return Finding("file-unreadable", message, "Check the file's permissions, and any link to it.", file)
    if b"\r" in data:  # line ends become one kind, as YAML 1.2.2 §5.4 has it; every place is counted in this text
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return Source(file, data.removeprefix(codecs.BOM_UTF8).decode().lstrip(_BOM))
    except UnicodeDecodeError as fault:
        return _not_utf8(fault, file)


def _not_utf8(fault: UnicodeDecodeError, file: str) -> Finding:
    data = fault.object  # without the BOM, and counted so
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "this file is UTF-16, and must be UTF-8"
        return Finding("not-utf8", message, "Save it as UTF-8 in your editor.", file)
    line = data.count(b"\n", 0, fault.start) + 1
    start = data.rfind(b"\n", 0, fault.start) + 1
    end = data.find(b"\n", start)
    shown = data[start : end if end >= 0 else len(data)].decode("utf-8", "replace")
    column = len(data[start : fault.start].decode("utf-8", "replace")) + 1
    message = f"this file is not UTF-8: byte 0x{data[fault.start]:02x}"
    return Finding("not-utf8", message, "Save it as UTF-8 in your editor.", file, line, column, 1, shown)
