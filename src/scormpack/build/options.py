"""What a build may be told."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scormpack.errors import OptionError
from scormpack.formats import FORMATS
from scormpack.model.course import UnitKind
from scormpack.render import HandoutKind


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """Options of a build; whatever is None is as ``course.yaml`` says.

    Attributes:
        formats: names from ``FORMATS``.
        unit: what one package holds.
        output: folder for the packages; made where it is missing.
        jobs: processes; 1 = this one alone. The bytes do not depend on it.
        strict: warnings stop the build too.
        handouts: what is written for paper, beside the packages.
    """

    formats: Sequence[str] | None = None
    unit: UnitKind | None = None
    output: Path = Path("dist")
    jobs: int = 1
    strict: bool = False
    handouts: Sequence[HandoutKind] = ()

    def __post_init__(self) -> None:
        """Refuse what names nothing.

        Raises:
            OptionError: for a format that we do not have, or fewer than one job.
        """
        unknown = [name for name in self.formats or () if name not in FORMATS]
        if unknown:
            raise OptionError(f"there is no format `{unknown[0]}`; write one of: {', '.join(FORMATS)}")
        if self.jobs < 1:
            raise OptionError(f"--jobs must be at least 1, and it is {self.jobs}")


def default_jobs() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
