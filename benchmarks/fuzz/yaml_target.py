"""Courses with one spoiled file: loaded, checked and, now and then, rendered."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from typing import Any

import yaml
from fuzz.mutations import mutate
from fuzz.target import Case

from scormpack.build.plan import shape_unit
from scormpack.check import check_course
from scormpack.errors import CourseError, Finding, PackageError
from scormpack.formats import FORMATS
from scormpack.load import load_course
from scormpack.model import Course, plan_units
from scormpack.render import render_site
from scormpack.scaffold import NewCourse, course_id, write_course

_CHECKOUT = Path(__file__).parents[2]
_ONE_RENDERED_OF = 25


class MisplacedFindingError(Exception):
    """A finding stands at a place that its file does not have."""


class YamlTarget:
    """Small courses on disk, one file of which is changed for each input and put back afterwards."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        _copy_courses(folder)
        self._files = sorted(
            path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml") if path.parts[-2] != "messages"
        )
        self._texts = {name: (folder / name).read_bytes() for name in self._files}

    def make(self, random: Random) -> Case:
        """Return a file of one of the courses, spoiled."""
        name = random.choice(self._files)
        data, steps = mutate(self._texts[name], random)
        base, _, file = name.partition("/")
        return Case(base, file, data, steps)

    def run(self, case: Case, random: Random) -> str:
        """Return how it ended: refused with the first error's code, ``whole``, or ``packaged``.

        Raises:
            MisplacedFindingError: where a finding's line or column is not in its file.
        """
        root = self._folder / case.base
        path = root / case.file
        path.write_bytes(case.data)
        try:
            try:
                course = load_course(root)
            except CourseError as error:
                _require_places(root, error.findings)
                return f"refused: {error.findings[0].code}"
            findings = check_course(course)
            _require_places(root, findings)
            errors = [finding.code for finding in findings if finding.severity == "error"]
            if errors:
                return f"refused: {errors[0]}"
            if random.randrange(_ONE_RENDERED_OF):
                return "whole"
            return render(course, random)
        finally:
            path.write_bytes(self._texts[f"{case.base}/{case.file}"])

    def save(self, case: Case, folder: Path) -> None:
        """Write the whole course, with the spoiled file."""
        shutil.copytree(self._folder / case.base, folder)
        (folder / case.file).write_bytes(case.data)


def render(course: Course, random: Random) -> str:
    """Package one unit of a course in one format, as a build shapes it; return how that went."""
    unit = random.choice(plan_units(course, random.choice(("lesson", "course"))))
    name = random.choice(list(FORMATS))
    unit = shape_unit(course, unit, name)
    try:
        FORMATS[name].package(course, unit, render_site(course, unit))
    except (CourseError, PackageError):
        return "package refused"
    return "packaged"


def _require_places(root: Path, findings: tuple[Finding, ...]) -> None:
    """Raise MisplacedFindingError unless each finding's line is in its file as shown, its column in the line."""
    for finding in findings:
        if not finding.line:
            continue
        data = (root / finding.file).read_bytes().removeprefix(b"\xef\xbb\xbf")
        text = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode("utf-8", "replace").lstrip("\ufeff")
        lines = text.split("\n")
        inside = finding.line <= len(lines) and 1 <= finding.column <= len(finding.source) + 1 and finding.length >= 1
        if not inside or lines[finding.line - 1] != finding.source:
            raise MisplacedFindingError(f"{finding!r} in a file of {len(lines)} lines")


def _copy_courses(folder: Path) -> None:
    for course in sorted((_CHECKOUT / "tests" / "courses").iterdir()):
        shutil.copytree(course, folder / course.name)
    write_course(NewCourse(folder / "new", "New", course_id("new")))
    example = _CHECKOUT / "lessons"
    for path in sorted((example / "lessons").glob("*.yaml")):
        small = folder / path.stem
        (small / "lessons").mkdir(parents=True)
        shutil.copytree(example / "assets", small / "assets")
        head = yaml.safe_load((example / "course.yaml").read_text(encoding="utf-8"))
        head["modules"] = [{"title": "All", "lessons": [path.stem]}]
        _write(small / "course.yaml", head)
        _write(small / "lessons" / path.name, _shortened(yaml.safe_load(path.read_text(encoding="utf-8"))))


def _shortened(lesson: dict[str, Any]) -> dict[str, Any]:
    """Return a lesson small enough that a hundred thousand of them take minutes."""
    lesson["sections"] = lesson["sections"][:2]
    lesson["asks"] = lesson.get("asks", [])[:3]
    lesson["quiz"]["questions"] = lesson["quiz"]["questions"][-3:]
    lesson["related"] = []
    return lesson


def _write(path: Path, value: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(value, sort_keys=False, allow_unicode=True), encoding="utf-8")
