"""What a build may be told."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scormpack.errors import OptionError

if TYPE_CHECKING:
    from scormpack.model.course import Scos, UnitKind
    from scormpack.render.handout import HandoutKind


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """Options of a build; whatever is None is as ``course.yaml`` says.

    Attributes:
        formats: names from ``FORMATS``.
        unit: what one package holds.
        scos: how many SCOs a SCORM package of several lessons has.
        only: names of units or lessons, or patterns with ``*``: nothing else is built; empty = everything.
        release: record in ``scormpack.lock`` what was built.
        since: an earlier release: packages that differ from it in nothing but the build are not written.
        target: name of an LMS in ``TARGETS``: it decides over ``course.yaml``, and the options above decide over it.
        shard: (3, 8) = the third of eight parts of the units, for machines that share the work.
        join: build nothing: the packages of all parts lie in ``output``, and index, lock and sheets are to be written.
        output: folder for the packages; made where it is missing.
        jobs: processes; 1 = this one alone. The bytes do not depend on it.
        strict: warnings stop the build too.
        handouts: what is written for paper, beside the packages.
        sbom: write a bill of materials beside each package.
        executor: ``dask://HOST:PORT``, a Dask cluster that reads, checks and renders lessons; None = this machine.
        cache: folder that remembers builds, so that one of which nothing has changed is not done again; None = none.
    """

    formats: Sequence[str] | None = None
    unit: UnitKind | None = None
    output: Path = Path("dist")
    jobs: int = 1
    strict: bool = False
    handouts: Sequence[HandoutKind] = ()
    scos: Scos | None = None
    only: Sequence[str] = ()
    shard: tuple[int, int] | None = None
    target: str | None = None
    release: bool = False
    since: Path | None = None
    sbom: bool = False
    join: bool = False
    cache: Path | None = None
    executor: str | None = None

    def __post_init__(self) -> None:
        """Refuse what names nothing.

        Raises:
            OptionError: for a format or target that we do not have, fewer than one job, or a part that there is not.
        """
        if self.formats or self.target or self.executor:
            from scormpack.build.choices import require_choices  # noqa: PLC0415 (loads all of them)

            require_choices(self.formats or (), self.target, self.executor)
        if self.join and (self.only or self.shard or self.since or self.sbom or self.handouts):
            raise OptionError(
                "--join builds nothing: leave out --only, --shard, --changed-since, --sbom and handouts, which are for "
                "the machines that build the parts"
            )
        if self.jobs < 1:
            raise OptionError(f"--jobs must be at least 1, and it is {self.jobs}")
        if self.shard is not None and not 1 <= self.shard[0] <= self.shard[1]:
            raise OptionError(
                f"there is no part {self.shard[0]} of {self.shard[1]}: write --shard 1/{self.shard[1]} and on"
            )


def default_jobs() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
