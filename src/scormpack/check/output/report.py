"""What every output format writes."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from scormpack.errors import Finding, PackageError
from scormpack.late_regex import compile_late
from scormpack.load import COURSE_FILE

_FAULT = compile_late(r"(.*) \[([a-z0-9-]+)\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one run.

    Attributes:
        findings: in order of place.
        folder: the course folder; None where there is none yet.
        waiting: codes of rules that could not be looked for, or not everywhere, before the errors are mended.
        here: the folder that paths are written from: in a pipeline, the top of the checkout.
    """

    findings: tuple[Finding, ...]
    folder: Path | None = None
    waiting: tuple[str, ...] = ()
    here: Path = Path()

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity == "error" for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors

    def path(self, file: str) -> str:
        """Return a finding's file as seen from ``here``, with ``/`` separators; absolute where it is outside."""
        here = Path(os.path.realpath(self.here))
        folder = self.folder or here
        path = Path(os.path.realpath(folder.parent if folder.name == COURSE_FILE else folder)) / file
        return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def package_findings(error: PackageError) -> tuple[Finding, ...]:
    """Return the faults of packages as findings about the course file: they stand in no line of the author's."""
    parts = [(fault, _FAULT.fullmatch(fault)) for fault in error.faults]
    named = [(part[2], part[1]) if part else ("package", fault) for fault, part in parts]
    return tuple(Finding(code, sentence, "", COURSE_FILE) for code, sentence in named)
