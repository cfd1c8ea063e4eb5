"""Units to packages on disk, each process a part of the work."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from scormpack.archive import replace_file, replace_folder, zip_members
from scormpack.build.made_file import compress_package, ready_file
from scormpack.build.memory import Memory
from scormpack.build.package_report import BILL_ENDING, describe_package, promise_of
from scormpack.build.pages import render_unit
from scormpack.build.plan import Task
from scormpack.build.pool import open_pool
from scormpack.build.report import BuiltPackage, Progress
from scormpack.build.secrets import require_no_secrets
from scormpack.errors import PackageError
from scormpack.formats import FORMATS
from scormpack.model import Course, Unit, unit_scos
from scormpack.render import Looks, Site, join_sites, plan_frame, render_site

if TYPE_CHECKING:
    from scormpack.releases import Record


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

    @cached_property
    def looks(self) -> Looks:
        """What all packages look like."""
        return Looks(self.course)

    @cached_property
    def has_bills(self) -> bool:
        """Whether bills of earlier builds lie beside the packages: only then may one be stale."""
        return any(self.output.glob(f"*{BILL_ENDING}"))


class Outcome:
    """What became of the packages.

    Attributes:
        packages: that were written.
        faults: a sentence for each fault of those that break their standard.
        records: what the packages promise, where it was asked for.
        unchanged: files that are as they were released, and were not written.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.packages: list[BuiltPackage] = []
        self.faults: list[str] = []
        self.records: list[Record] = []
        self.unchanged: list[str] = []

    def add(self, other: Outcome) -> None:
        """Put another part of the work to this one."""
        self.packages.extend(other.packages)
        self.faults.extend(other.faults)
        self.records.extend(other.records)
        self.unchanged.extend(other.unchanged)


def package_units(
    order: Order, tasks: Sequence[Task], jobs: int, memory: Memory, progress: Progress = lambda _done, _total: None
) -> Outcome:
    """Write the packages of all tasks, and return what became of them, in order.

    Raises:
        PackageError: with every fault of the packages that were not written.
    """
    total = sum(len(task.formats) for task in tasks)
    progress(0, total)
    whole = Outcome()
    with closing(_package_units(order, tasks, jobs, memory)) as parts:  # broken off here, the processes end too
        for outcome in parts:
            whole.add(outcome)
            progress(len(whole.packages) + len(whole.unchanged), total)
    if whole.faults:
        raise PackageError("a package", whole.faults)
    return whole


def _package_units(order: Order, tasks: Sequence[Task], jobs: int, memory: Memory) -> Generator[Outcome]:
    for is_large, some in groupby(tasks, lambda task: len(tasks) == 1 or _is_large(task.unit)):
        alike = list(some)
        if is_large:  # the crew shares the pages of each
            yield from (_package_together(order, task, jobs, memory) for task in alike)
        else:
            with open_pool(min(jobs, len(alike)), order) as spread:
                yield from spread(_package_batch, alike)


def _is_large(unit: Unit) -> bool:
    return unit.scos == "one" and not unit.is_one_lesson


def _package_batch(order: Order, batch: Sequence[Task]) -> Outcome:
    whole = Outcome()
    for task in batch:
        whole.add(_write_packages(order, task, render_site(order.course, task.unit, looks=order.looks)))
    return whole


def _package_together(order: Order, task: Task, jobs: int, memory: Memory) -> Outcome:
    course, unit = order.course, task.unit
    if unit.scos == "per-lesson":
        build = plan_frame(course, unit, looks=order.looks).build
        with open_pool(min(jobs, len(unit.lessons)), (course, build, order.looks)) as spread:
            site = join_sites(chain.from_iterable(spread(_render_scos, unit_scos(course, unit))))
        return _write_packages(order, task, site)
    return _write_packages(order, task, render_unit(course, unit, memory))


def _render_scos(package: tuple[Course, str, Looks], batch: Sequence[Unit]) -> list[Site]:
    course, build, looks = package
    return [render_site(course, sco, build, looks) for sco in batch]


def _write_packages(order: Order, task: Task, site: Site) -> Outcome:
    outcome = Outcome()
    unit = task.unit
    promise = promise_of(order.course, unit)
    for name in task.formats:
        target = order.output / f"{unit.name}.{name}.zip"
        try:
            package = FORMATS[name].package(order.course, unit, site)
            known = {path: file.secrets for path in package if (file := ready_file(package, path))}
            require_no_secrets(order.course, unit, package, known.get)
            record, is_as_released = _record(order, target.name, package) if order.recorded else (None, False)
            if record and is_as_released:
                outcome.records.append(record)
                outcome.unchanged.append(target.name)
                continue
            data = zip_members(compress_package(package), target.name)
        except PackageError as error:
            outcome.faults.extend(f"{target.name}: {fault}" for fault in error.faults)
            continue
        if FORMATS[name].is_site:
            replace_folder(target.with_suffix(""), package)
        replace_file(target, data)
        built = describe_package(unit, promise, name, target, data)
        if order.sbom or order.has_bills:
            _keep_bill(order, unit, built, package, site.build)
        outcome.packages.append(built)
        if record:
            outcome.records.append(replace(record, sha256=built.sha256))
    return outcome


def _record(order: Order, name: str, package: Mapping[str, bytes]) -> tuple[Record, bool]:
    """Return what a package promises, and whether it is as it was released."""
    from scormpack.releases import Risk, compare_package, record_package  # noqa: PLC0415 (only where there are releases)

    record = record_package(name, package)
    released = order.since.get(record.key)
    if released and compare_package(released, record).risk is Risk.NONE:
        return released, True
    return record, False


def _keep_bill(order: Order, unit: Unit, built: BuiltPackage, package: Mapping[str, bytes], build: str) -> None:
    """Write the bill of a package, or see that there is none of an earlier one."""
    from scormpack.build.bill import drop_stale_bill, write_bill  # noqa: PLC0415 (only where there are bills)

    if order.sbom:
        write_bill(order.course, unit, built, package, build)
    else:
        drop_stale_bill(built)
