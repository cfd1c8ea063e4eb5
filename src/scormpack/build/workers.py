"""Units to packages on disk, each process a part of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from scormpack.archive import replace_file, replace_folder, zip_package
from scormpack.build.bill import drop_stale_bill, write_bill
from scormpack.build.plan import Task
from scormpack.build.pool import open_pool
from scormpack.build.report import BuiltPackage, describe_package
from scormpack.build.secrets import require_no_secrets
from scormpack.errors import PackageError
from scormpack.formats import FORMATS
from scormpack.model import Course, Unit, unit_scos
from scormpack.releases import Record, Risk, compare_package, record_package
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
    """What every package is made from, and where to put it.

    Attributes:
        recorded: whether a record of each package is wanted.
        since: packages of an earlier release by key: what is still the same is not written.
        sbom: whether a bill of materials is written beside each package.
    """

    course: Course
    output: Path
    recorded: bool = False
    since: Mapping[tuple[str, str], Record] = field(default_factory=dict)
    sbom: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the packages.

    Attributes:
        packages: that were written.
        faults: a sentence for each fault of those that break their standard.
        records: what the packages promise, where it was asked for.
        unchanged: files that are as they were released, and were not written.
    """

    packages: list[BuiltPackage] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        """Put another part of the work to this one."""
        self.packages.extend(other.packages)
        self.faults.extend(other.faults)
        self.records.extend(other.records)
        self.unchanged.extend(other.unchanged)


def package_units(order: Order, tasks: Sequence[Task], jobs: int, progress: Progress) -> Outcome:
    """Write the packages of all tasks, and return what became of them, in order.

    Raises:
        PackageError: with every fault of the packages that were not written.
    """
    total = sum(len(task.formats) for task in tasks)
    progress(0, total)
    whole = Outcome()
    for outcome in _package_units(order, tasks, jobs):
        whole.add(outcome)
        progress(len(whole.packages) + len(whole.unchanged), total)
    if whole.faults:
        raise PackageError("a package", whole.faults)
    return whole


def _package_units(order: Order, tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    if len(tasks) == 1:  # one large unit: the workers share its pages
        yield _write_packages(order, tasks[0], _render_together(order.course, tasks[0].unit, jobs))
    elif tasks:
        with open_pool(min(jobs, len(tasks)), order) as spread:
            yield from spread(_package_batch, tasks)


def _package_batch(order: Order, batch: Sequence[Task]) -> Outcome:
    whole = Outcome()
    for task in batch:
        whole.add(_write_packages(order, task, render_site(order.course, task.unit)))
    return whole


def _render_together(course: Course, unit: Unit, jobs: int) -> Site:
    if unit.scos == "per-lesson":
        with open_pool(min(jobs, len(unit.lessons)), (course, plan_frame(course, unit).build)) as spread:
            return join_sites(chain.from_iterable(spread(_render_scos, unit_scos(course, unit))))
    frame = plan_frame(course, unit)
    with open_pool(min(jobs, len(unit.lessons)), frame) as spread:
        pages = chain.from_iterable(spread(_render_batch, unit.lessons))
        return combine_site(frame, render_shared(frame), pages)


def _render_scos(package: tuple[Course, str], batch: Sequence[Unit]) -> list[Site]:
    course, build = package
    return [render_site(course, sco, build) for sco in batch]


def _render_batch(frame: Frame, batch: Sequence[str]) -> list[tuple[str, bytes]]:
    return [render_lesson_page(frame, lesson) for lesson in batch]


def _write_packages(order: Order, task: Task, site: Site) -> Outcome:
    outcome = Outcome()
    unit = task.unit
    for name in task.formats:
        target = order.output / f"{unit.name}.{name}.zip"
        try:
            package = FORMATS[name].package(order.course, unit, site)
            require_no_secrets(order.course, unit, package)
            record = record_package(target.name, package) if order.recorded else None
            released = order.since.get(record.key) if record else None
            if record and released and compare_package(released, record).risk is Risk.NONE:
                outcome.records.append(released)
                outcome.unchanged.append(target.name)
                continue
            data = zip_package(package, target.name)
        except PackageError as error:
            outcome.faults.extend(f"{target.name}: {fault}" for fault in error.faults)
            continue
        if FORMATS[name].is_site:
            replace_folder(target.with_suffix(""), package)
        replace_file(target, data)
        built = describe_package(order.course, unit, name, target, data)
        if order.sbom:
            write_bill(order.course, unit, built, package, site.build)
        else:
            drop_stale_bill(built)
        outcome.packages.append(built)
        if record:
            outcome.records.append(replace(record, sha256=built.sha256))
    return outcome
