"""Packages of a course, for tests that open them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scormpack.build import BuildOptions, build_course
from scormpack.formats import FORMATS
from scormpack.load import load_course
from scormpack.model import Course, Lesson
from scormpack.model.course import UnitKind
from scormpack.model.questions import AnyQuestion

Serve = Callable[[Path], str]
"""Unzips a package and serves it; returns its URL, no slash at the end: the fixture ``serve``."""


@dataclass(frozen=True)
class Packages:
    """A course, and where its packages are.

    Attributes:
        course: as its author wrote it: tests know the right answers from here, not from the page.
        folder: holds the zips.
    """

    course: Course
    folder: Path

    def zip_of(self, unit: str, format_name: str) -> Path:
        """Return the package of a lesson's id, or of ``course``."""
        if unit == "course":
            unit = f"{self.course.slug}-course"
        return self.folder / f"{unit}.{format_name}.zip"

    def lesson(self, lesson: str) -> Lesson:
        """Return a lesson by its id."""
        return self.course.lessons[lesson]

    def questions(self, lesson: str) -> dict[str, AnyQuestion]:
        """Return the questions of a lesson's quiz by id."""
        quiz = self.lesson(lesson).quiz
        assert quiz
        return {question.id: question for question in quiz.questions}


def build(folder: Path, output: Path) -> Packages:
    """Build a course in every format, by lessons and as a whole."""
    units: tuple[UnitKind, ...] = ("lesson", "course")
    for unit in units:
        build_course(folder, BuildOptions(formats=tuple(FORMATS), unit=unit, output=output))
    return Packages(load_course(folder), output)
