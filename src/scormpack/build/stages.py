"""The stages of a build, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from scormpack.archive import sweep
from scormpack.build.broken_off import telling_state
from scormpack.build.crew import open_crew
from scormpack.build.faults import load_whole, refuse
from scormpack.build.first_upload import notes_before_upload
from scormpack.build.index import write_index
from scormpack.build.leftovers import notes_on_leftovers
from scormpack.build.looking import Looking
from scormpack.build.memory import Memory
from scormpack.build.on_request import (
    end_release,
    open_cluster,
    read_release,
    take_packages,
    write_handouts,
    write_sheets,
)
from scormpack.build.options import BuildOptions
from scormpack.build.package_report import bill_path
from scormpack.build.passing import Passing
from scormpack.build.plan import plan_build
from scormpack.build.prerequisites import notes_on_prerequisites
from scormpack.build.reading import Reading
from scormpack.build.report import BuildReport, Progress
from scormpack.build.store import Store
from scormpack.build.targets import TARGETS
from scormpack.build.workers import Order, package_units
from scormpack.check import CODES, check_course
from scormpack.course_folder import LOCK_FILE
from scormpack.model import MOST_INTERACTIONS, Course, CourseFile, Unit, reports_interactions


def build_anew(folder: Path, options: BuildOptions, progress: Progress, seen: Mapping[str, str]) -> BuildReport:
    """Build every package of the course in a folder, whatever was built before; ``seen`` as ``EarlierBuild.seen``.

    Raises:
        CourseError: with every fault in the author's files (and the warnings, when ``strict``).
        PackageError: with every fault of the packages that were not written; the others were.
    """
    crew_of_choice = open_cluster(options.executor) if options.executor else open_crew(options.jobs)
    with telling_state(options.output), crew_of_choice as crew:
        return _build_with(Memory(crew, Store(options.cache), Passing()), folder, options, progress, seen)


def _build_with(
    memory: Memory, folder: Path, options: BuildOptions, progress: Progress, seen: Mapping[str, str]
) -> BuildReport:
    tell, look = partial(as_told, options), Looking(memory)
    loaded = load_whole(folder, CODES, Reading(memory, seen, CODES, tell), look, tell)
    course = replace(loaded, file=as_told(options, loaded.file))
    findings = check_course(course, look=look)
    refuse(findings, strict=options.strict)
    tasks = plan_build(course, options.only, options.shard)
    sweep(options.output)
    since = {record.key: record for record in read_release(options.since)} if options.since else {}
    lock = course.root / LOCK_FILE
    is_released = lock.is_file()
    recorded = bool(options.release or since or is_released)
    order = Order(course, options.output, recorded, since, options.sbom)
    outcome = (
        take_packages(order, tasks) if options.join else package_units(order, tasks, options.jobs, memory, progress)
    )
    packages = tuple(outcome.packages)
    write_index(course, packages, options.output, outcome.unchanged)
    part = bool(options.only or options.shard)
    asked = options.release or is_released
    warnings = end_release(lock, outcome.records, part=part, write=options.release) if asked else []
    units = tuple(dict.fromkeys(task.unit for task in tasks))
    handouts = write_handouts(course, units, options.handouts, options.output, options.jobs) if options.handouts else ()
    target = TARGETS[options.target].as_built(course.file) if options.target else None
    sheets, on_target = write_sheets(course, packages, target, options.output) if target else ((), [])
    first = notes_before_upload(course) if packages and not is_released else []
    first += [*on_target, *notes_on_prerequisites(course, tasks)]
    notes = (
        *warnings,
        *notes_on_overruled(loaded, course, options),
        *first,
        *notes_on(course, units),
        *notes_on_leftovers(course, options.output),
    )
    unchanged = tuple(outcome.unchanged)
    bills = tuple(bill_path(package.file) for package in packages) if options.sbom else ()
    return BuildReport(course.file.title, packages, findings, notes, handouts, target, sheets, unchanged, bills)


def as_told(options: BuildOptions, file: CourseFile) -> CourseFile:
    """Return the course file with what the options, or else the target, say over it."""
    told: dict[str, object] = {}
    for choice in TARGETS[options.target].choices if options.target else ():
        told[choice.setting] = (choice.value,) if choice.setting == "formats" else choice.value
    told |= {key: value for key, value in (("unit", options.unit), ("scos", options.scos)) if value is not None}
    if options.formats:
        told["formats"] = tuple(dict.fromkeys(options.formats))
    return file.model_copy(update=told) if told else file


def notes_on_overruled(loaded: Course, course: Course, options: BuildOptions) -> list[str]:
    """Return a sentence for each setting that the course file names and the target has decided otherwise."""
    said = {"unit": options.unit, "scos": options.scos}
    return [
        f"course.yaml says `{setting}: {getattr(loaded.file, setting)}`, and the target chose "
        f"`{getattr(course.file, setting)}`: `--{setting} {getattr(loaded.file, setting)}` keeps yours."
        for setting, option in said.items()
        if option is None
        and setting in loaded.file.model_fields_set
        and getattr(loaded.file, setting) != getattr(course.file, setting)
    ]


def notes_on(course: Course, units: Sequence[Unit]) -> list[str]:
    """Return what an admin should know of these packages."""
    notes = [
        f"{unit.name} has more than {MOST_INTERACTIONS} questions: it reports scores, but not each answer, "
        "because an LMS would become slow."
        for unit in units
        if unit.scos == "one" and not reports_interactions(course, unit)
    ]
    if course.file.scos == "per-lesson" and any(unit.scos == "per-lesson" for unit in units):
        notes.append(
            "Each lesson of a package with a SCO for each has a score of its own. Moodle's usual grade is then that of "
            "the best lesson: choose Grading method: Average grade, or build one SCO."
        )
    return notes
