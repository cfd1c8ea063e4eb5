"""Units to packages on disk, each process a part of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from scormpack.archive import replace_file, zip_package
from scormpack.build.plan import Task
from scormpack.build.pool import open_pool
from scormpack.build.report import BuiltPackage, describe_package
from scormpack.errors import PackageError
from scormpack.formats import FORMATS
from scormpack.model import Course, Unit, unit_scos
from scormpack.render import (
    Frame,
    Site,
    combine_site,
    join_sites,
    plan_frame,
    render_lesson_page,
    render_shared,
    render_site,
)

Progress = Callable[[int, int], None]
"""Called with packages done and packages in all."""


@dataclass(frozen=True)
class Order:
    """What every package is made from, and where to put it."""

    course: Course
    output: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """Packages written, and a sentence for each fault of those that were not."""

    packages: list[BuiltPackage]
    faults: list[str]


def package_units(order: Order, tasks: Sequence[Task], jobs: int, progress: Progress) -> tuple[BuiltPackage, ...]:
    """Write the packages of all tasks, in order.

    Raises:
        PackageError: with every fault of the packages that were not written.
    """
    total = sum(len(task.formats) for task in tasks)
    progress(0, total)
    packages: list[BuiltPackage] = []
    faults: list[str] = []
    for outcome in _package_units(order, tasks, jobs):
        packages += outcome.packages
        faults += outcome.faults
        progress(len(packages), total)
    if faults:
        raise PackageError("a package", faults)
    return tuple(packages)


def _package_units(order: Order, tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    if len(tasks) == 1:  # one large unit: the workers share its pages
        yield _write_packages(order, tasks[0], _render_together(order.course, tasks[0].unit, jobs))
    elif tasks:
        with open_pool(min(jobs, len(tasks)), order) as spread:
            yield from spread(_package_batch, tasks)


def _package_batch(order: Order, batch: Sequence[Task]) -> Outcome:
    outcomes = [_write_packages(order, task, render_site(order.course, task.unit)) for task in batch]
    packages = chain.from_iterable(outcome.packages for outcome in outcomes)
    return Outcome(list(packages), list(chain.from_iterable(outcome.faults for outcome in outcomes)))


def _render_together(course: Course, unit: Unit, jobs: int) -> Site:
    if unit.scos == "per-lesson":
        with open_pool(min(jobs, len(unit.lessons)), course) as spread:
            return join_sites(chain.from_iterable(spread(_render_scos, unit_scos(course, unit))))
    frame = plan_frame(course, unit)
    with open_pool(min(jobs, len(unit.lessons)), frame) as spread:
        pages = chain.from_iterable(spread(_render_batch, unit.lessons))
        return combine_site(frame, render_shared(frame), pages)


def _render_scos(course: Course, batch: Sequence[Unit]) -> list[Site]:
    return [render_site(course, sco) for sco in batch]


def _render_batch(frame: Frame, batch: Sequence[str]) -> list[tuple[str, bytes]]:
    return [render_lesson_page(frame, lesson) for lesson in batch]


def _write_packages(order: Order, task: Task, site: Site) -> Outcome:
    outcome = Outcome([], [])
    unit = task.unit
    for name in task.formats:
        target = order.output / f"{unit.name}.{name}.zip"
        try:
            data = zip_package(FORMATS[name].package(order.course, unit, site), target.name)
        except PackageError as error:
            outcome.faults.extend(f"{target.name}: {fault}" for fault in error.faults)
            continue
        replace_file(target, data)
        outcome.packages.append(describe_package(order.course, unit, name, target, data))
    return outcome
