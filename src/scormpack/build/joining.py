"""Packages that several machines have built, as if one had: nothing is built, all of it is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from scormpack.build.package_report import describe_package, promise_of
from scormpack.build.plan import Task
from scormpack.build.workers import Order, Outcome
from scormpack.errors import ArchiveError, OptionError
from scormpack.listing import list_first
from scormpack.releases import read_release
from scormpack.render import plan_frame

_SHOWN = 5


def take_packages(order: Order, tasks: Sequence[Task]) -> Outcome:
    """Return what became of the packages of all tasks, which other machines have put into ``order.output``.

    Raises:
        OptionError: where one is missing, or was built from other lessons than these.
        ArchiveError: where some cannot be read: a line for each.
    """
    outcome, missing, others = Outcome(), [], []
    damaged: list[ArchiveError] = []
    for task in tasks:
        build = plan_frame(order.course, task.unit).build
        promise = promise_of(order.course, task.unit)
        for name in task.formats:
            target = order.output / f"{task.unit.name}.{name}.zip"
            if not target.is_file():
                missing.append(target.name)
                continue
            try:
                (record,) = read_release(target)
            except ArchiveError as fault:
                damaged.append(fault)
                continue
            if record.build != build:
                others.append(target.name)
                continue
            outcome.packages.append(describe_package(task.unit, promise, name, target, target.read_bytes()))
            outcome.records.append(record)
    if missing:
        advice = "put the packages of all parts there, or build them with --shard"
        raise OptionError(f"{order.output} lacks {list_first(missing, _SHOWN)}: {advice}")
    if damaged:
        raise ArchiveError(damaged[0].code, "\n".join(fault.sentence for fault in damaged))
    if others:
        raise OptionError(
            f"{list_first(others, _SHOWN)} in {order.output} is not of these lessons: build all of one state"
        )
    return outcome
