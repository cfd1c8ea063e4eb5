"""Stages that few builds have: what does each is loaded only for those that ask for it."""

# ruff: noqa: PLC0415  (that is what these functions are for)

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from scormpack.build.crew import Crew
from scormpack.build.plan import Task
from scormpack.build.report import BuiltPackage
from scormpack.build.workers import Order, Outcome
from scormpack.model import Course, Unit

if TYPE_CHECKING:
    from scormpack.build.targets.target import Target
    from scormpack.releases import Record
    from scormpack.render.handout import HandoutKind


def open_cluster(executor: str) -> AbstractContextManager[Crew]:
    """As ``cluster.open_cluster``."""
    from scormpack.build import cluster

    return cluster.open_cluster(executor)


def read_release(path: Path) -> Sequence[Record]:
    """As ``releases.read_release``."""
    from scormpack import releases

    return releases.read_release(path)


def take_packages(order: Order, tasks: Sequence[Task]) -> Outcome:
    """As ``joining.take_packages``."""
    from scormpack.build import joining

    return joining.take_packages(order, tasks)


def end_release(lock: Path, records: Sequence[Record], *, part: bool, write: bool) -> list[str]:
    """Record what the packages promise, or else return what is to be said of the last release.

    Raises:
        OptionError: where the lock file is spoilt.
    """
    from scormpack.build.release_notes import notes_on_release
    from scormpack.releases import write_lock

    if not write:
        return notes_on_release(lock, records, part=part)
    write_lock(lock, records)
    return []


def write_handouts(
    course: Course, units: Sequence[Unit], kinds: Sequence[HandoutKind], output: Path, jobs: int
) -> tuple[Path, ...]:
    """As ``handouts.write_handouts``."""
    from scormpack.build import handouts

    return handouts.write_handouts(course, units, kinds, output, jobs)


def write_sheets(
    course: Course, packages: Sequence[BuiltPackage], target: Target, folder: Path
) -> tuple[tuple[Path, ...], list[str]]:
    """Write what to set in the LMS beside each package; return the files, and what is to be said of them."""
    from scormpack.build import sheets

    return sheets.write_sheets(course, packages, target, folder), sheets.notes_on_target(course, target, packages)
