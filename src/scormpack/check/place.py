"""A rule's fault, and its place in the author's file: looked up only when there is one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as FilePath
from typing import NamedTuple

from scormpack.errors import Finding, Severity
from scormpack.load import Places, read_source
from scormpack.load.source import Source, Span


class Fault(NamedTuple):
    """What a rule found.

    Attributes:
        file: path from the course folder.
        path: keys and indices of the value, from the file's top; empty = the file as a whole.
        message: what is wrong.
        hint: what to write instead.
        severity: ``error`` stops the build; None = as the rule's other faults.
        text: a part of the value to point at, where the value is long.
        span: the place itself, in a file that is no YAML.
        mend: characters that stand in the value, and what to write in their place: where only that can be meant.
    """

    file: str
    path: tuple[str | int, ...]
    message: str
    hint: str
    severity: Severity | None = None
    text: str = ""
    span: Span | None = None
    mend: tuple[str, str] | None = None

    def placed(self, last: LastFile, code: str, usual: Severity = "warning") -> Finding:
        """Return the finding, with line, column and source line as the file has them now.

        ``usual`` is the severity of a fault that names none.
        """
        severity = self.severity or usual
        source = last.read(self.file) if self.path or self.span else None
        if source is None or isinstance(source, Finding):
            return Finding(code, self.message, self.hint, self.file, severity=severity)
        if self.span is not None:
            return source.finding(code, self.span, self.message, self.hint, severity)
        places = last.places(source)
        span = places.within(self.path, self.text) if self.text else places.value(self.path)
        edit = None
        if self.mend is not None:
            before, after = self.mend
            edit = source.edit(places.within(self.path, before), before, after)
        return source.finding(code, span, self.message, self.hint, severity, edit)


class LastFile:
    """The file in which a fault was last placed: the next one is mostly in the same."""

    def __init__(self, read: Callable[[str], Source | Finding]) -> None:
        """Place faults in files that ``read`` reads, by their path from the course folder."""
        self._read = read
        self._file = ""
        self._source: Source | Finding | None = None
        self._places: Places | None = None

    def read(self, file: str) -> Source | Finding | None:
        """Return the text of the file of this name, or why it cannot be read."""
        if file != self._file:
            self._file, self._source, self._places = file, self._read(file), None
        return self._source

    def places(self, source: Source) -> Places:
        """Return the places of the values in the file that was read last."""
        self._places = self._places or Places(source)
        return self._places


def files_in(root: FilePath) -> Callable[[str], Source | Finding]:
    """Return what reads the files of a course folder."""
    return lambda file: read_source(root / file, file)
