"""Units to packages on disk, by this process or several: the same bytes either way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from multiprocessing import get_context

from scormpack.archive import replace_file, zip_package
from scormpack.build.options import BuildOptions
from scormpack.build.report import BuiltPackage, describe_package
from scormpack.errors import PackageError
from scormpack.formats import FORMATS
from scormpack.model import Course, Unit
from scormpack.render import render_site

_BATCHES_PER_JOB = 8
"""Enough that no worker waits long for the last batch, few enough that handing out costs nothing."""

Outcome = tuple[list[BuiltPackage], list[str]]
"""Packages written, and what was wrong with those that were not."""


def package_units(
    course: Course,
    units: Sequence[Unit],
    formats: Sequence[str],
    options: BuildOptions,
    progress: Callable[[int, int], None],
) -> tuple[BuiltPackage, ...]:
    """Write the packages of all units, in order.

    Raises:
        PackageError: with every fault of the packages that were not written.
    """
    done: list[BuiltPackage] = []
    faults: list[str] = []
    progress(0, len(units) * len(formats))
    for packages, wrong in _outcomes(course, units, formats, options):
        done += packages
        faults += wrong
        progress(len(done), len(units) * len(formats))
    if faults:
        raise PackageError("a package", faults)
    return tuple(done)


def _outcomes(
    course: Course, units: Sequence[Unit], formats: Sequence[str], options: BuildOptions
) -> Iterator[Outcome]:
    jobs = min(options.jobs, len(units))
    size = max(1, len(units) // (jobs * _BATCHES_PER_JOB)) if jobs > 1 else 1
    batches = [units[start : start + size] for start in range(0, len(units), size)]
    if jobs == 1:
        yield from map(partial(_package_batch, course, formats, options), batches)
        return
    # A fork inherits the course; where there is none (or it is unsafe), each worker is handed it once.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, context, _remember, (course, formats, options)) as pool:
        yield from pool.map(_package_remembered, batches)


_remembered: list[tuple[Course, Sequence[str], BuildOptions]] = []
"""A worker's own course, set once when it starts."""


def _remember(course: Course, formats: Sequence[str], options: BuildOptions) -> None:
    _remembered[:] = [(course, formats, options)]


def _package_remembered(batch: Sequence[Unit]) -> Outcome:
    return _package_batch(*_remembered[0], batch)


def _package_batch(course: Course, formats: Sequence[str], options: BuildOptions, batch: Sequence[Unit]) -> Outcome:
    outcomes = [_package_unit(course, formats, options, unit) for unit in batch]
    return list(chain(*(packages for packages, _ in outcomes))), list(chain(*(faults for _, faults in outcomes)))


def _package_unit(course: Course, formats: Sequence[str], options: BuildOptions, unit: Unit) -> Outcome:
    site = render_site(course, unit)
    packages, faults = [], []
    for name in formats:
        target = options.output / f"{unit.name}.{name}.zip"
        try:
            data = zip_package(FORMATS[name].package(course, unit, site), target.name)
        except PackageError as error:
            faults += [f"{target.name}: {fault}" for fault in error.faults]
            continue
        replace_file(target, data)
        packages.append(describe_package(course, unit, name, target, data))
    return packages, faults
