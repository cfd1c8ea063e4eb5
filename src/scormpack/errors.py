"""All that can go wrong, in one place; the command line shows it in one place too.

ScormpackError
├── CourseError      the author's files: every finding at once
├── PackageError     a package that a standard forbids; it is not written
│   └── PreviewError a package that cannot be previewed
├── ArchiveError     a zip, or a member of one, that cannot be read
├── OptionError      an option or argument that names nothing we have
└── InstallationError  a file of scormpack's own is missing
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Edit:
    """What to write in place of some characters of one line, so that the fault is gone and the meaning is what it was.

    Attributes:
        line: 1-based.
        column: 1-based, in characters.
        length: characters that go.
        text: what comes in their place; one line.
    """

    line: int
    column: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, where it stands, and what to write instead.

    Attributes:
        code: the rule's name, kebab-case; ``docs/rules`` has a page for each.
        message: what is wrong, one sentence.
        hint: what to write instead, one sentence; "" where the message says it all.
        file: path relative to the course folder, ``/`` separators.
        line: 1-based; 0 where the fault concerns the file as a whole.
        column: 1-based, in characters; 0 with line 0.
        length: characters to underline, at least 1.
        source: the line's text, without its line end.
        severity: ``error`` stops the build, ``warning`` does so under ``--strict``.
        edit: what mends it, where only one thing can be meant; None = the author has to judge.
    """

    code: str
    message: str
    hint: str
    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    source: str = ""
    severity: Severity = "error"
    edit: Edit | None = None

    @property
    def place(self) -> str:
        """``file:line:column``, as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class ScormpackError(Exception):
    """Base of all errors that scormpack raises on purpose."""


class CourseError(ScormpackError):
    """The author's files have faults; ``findings`` holds every one of them, in order of place.

    ``waiting`` are the codes of rules that could not be looked for, or not everywhere, before these are mended.
    """

    def __init__(self, findings: Sequence[Finding], waiting: Sequence[str] = ()) -> None:
        self.waiting = tuple(waiting)
        self.findings = tuple(sorted(findings, key=lambda f: (f.file, f.line, f.column, f.code)))
        super().__init__("\n".join(f"{f.place}: {f.message} [{f.code}]" for f in self.findings))

    def __reduce__(self) -> tuple[type[CourseError], tuple[tuple[Finding, ...], tuple[str, ...]]]:
        """Pickle by the findings: workers raise it too."""
        return type(self), (self.findings, self.waiting)


class PackageError(ScormpackError):
    """A package would break its standard; ``faults`` says how, a sentence each."""

    _said = "{} was not written:\n{}"

    def __init__(self, package: str, faults: Sequence[str]) -> None:
        self.package = package
        self.faults = tuple(faults)
        super().__init__(self._said.format(package, "\n".join(f"  - {fault}" for fault in self.faults)))

    def __reduce__(self) -> tuple[type[PackageError], tuple[str, tuple[str, ...]]]:
        """Pickle by the faults: workers raise it too."""
        return type(self), (self.package, self.faults)


class PreviewError(PackageError):
    """A package, mostly a stranger's, cannot be previewed; ``faults`` says why, a sentence each."""

    _said = "{} cannot be previewed:\n{}\n`scormpack inspect` says what else is wrong with it."


class ArchiveError(ScormpackError):
    """A zip, or a member of one, cannot be read: ``code`` is the finding's, ``sentence`` says why."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
        super().__init__(sentence)

    def __reduce__(self) -> tuple[type[ArchiveError], tuple[str, str]]:
        """Pickle by what it carries."""
        return type(self), (self.code, self.sentence)


class OptionError(ScormpackError):
    """An option or argument names nothing that scormpack has; the message lists what it could have been."""


class InstallationError(ScormpackError):
    """A file that scormpack brings along is missing; the message says how to get it back."""
