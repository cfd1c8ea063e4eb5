"""The matrix: each format, unit and layout, and one learner who does the same in all of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Literal, get_args
from uuid import uuid4

import pytest
from cmi5_lms import Cmi5
from eventually import eventually
from gradebooks import Cmi5Book, Grade, Gradebook, ScormBook, WebBook, XapiBook
from learner import Learner
from lrs import Lrs
from packages import Serve
from playwright.sync_api import Frame, Page, expect
from scorm_host import Host

from scormpack.build import BuildOptions, BuiltPackage, build_course
from scormpack.formats import FORMATS
from scormpack.load import load_course
from scormpack.model import Course
from scormpack.model.course import Scos, UnitKind

pytestmark = [pytest.mark.lrs, pytest.mark.browser_errors(r"status of 404 .*/activities/state\?")]

COURSE = Path(__file__).parent / "matrix"
CONTENTS: dict[UnitKind, tuple[str, ...]] = {
    "lesson": ("sums",),
    "module": ("sums", "words"),
    "course": ("sums", "words", "rest"),
}
"""What the one package of each unit holds that the learner opens."""
WRONG = ("sums", 2)
"""The one question that the learner answers wrong: 1 point of 4 in its lesson, of 8 in all."""
GRADES = {
    "sums": Grade("passed", 75),
    "words": Grade("passed", 100),
    "rest": Grade("completed", None),
    "whole": Grade("passed", 87.5),
}
SHAPES = {"never": ("one",), "asked": ("one", "per-lesson"), "always": ("per-lesson",)}


@dataclass(frozen=True)
class Case:
    """A place in the matrix; the layout is how lessons are launched, or in what form a site comes."""

    format: str
    unit: UnitKind
    layout: Literal["one", "per-lesson", "folder", "zip"]

    @property
    def scos(self) -> Scos:
        """As the build's option has it."""
        return "per-lesson" if self.layout == "per-lesson" else "one"


def layouts_of(format_name: str, unit: UnitKind) -> Sequence[Any]:
    """Return the layouts of a format's packages."""
    if format_name == "web":
        return ("folder", "zip")
    return ("one",) if unit == "lesson" else SHAPES[FORMATS[format_name].splits]


CASES = [
    Case(name, unit, layout) for name, unit in product(FORMATS, get_args(UnitKind)) for layout in layouts_of(name, unit)
]


@pytest.fixture(scope="module")
def course() -> Course:
    """Return the tiny course."""
    return load_course(COURSE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[BuiltPackage]:
    """Return all that can be made of it."""
    output = tmp_path_factory.mktemp("matrix")
    made: dict[Path, BuiltPackage] = {}
    for unit, scos in product(get_args(UnitKind), get_args(Scos)):
        options = BuildOptions(formats=tuple(FORMATS), unit=unit, scos=scos, output=output)
        made |= {package.file: package for package in build_course(COURSE, options).packages}
    return list(made.values())


@dataclass(frozen=True)
class Places:
    """Where packages go."""

    host: Host
    lrs: Lrs
    cmi5: Cmi5
    serve: Serve
    static_server: Callable[[Path], str]

    def put(self, case: Case, package: BuiltPackage, course: Course) -> Gradebook:
        """Put a package where its format's packages go."""
        (whole,) = package.contents if len(package.contents) == 1 else (None,)
        iri = course.file.id + {"lesson": "/lessons/sums", "module": "/modules/quizzes", "course": ""}[case.unit]
        if case.format == "web":
            folder = package.file.with_suffix("")
            url = self.static_server(folder) if case.layout == "folder" else self.serve(package.file)
            return WebBook(url, iri, whole or "whole")
        if case.format == "xapi":
            return XapiBook(self.lrs, self.serve(package.file), course, iri, str(uuid4()))
        if case.format == "cmi5":
            return Cmi5Book(self.cmi5(package.file), package.contents)
        return ScormBook(self.host(package.file), course, case.layout == "per-lesson", whole)


@pytest.fixture
def places(host: Host, lrs: Lrs, cmi5: Cmi5, serve: Serve, static_server: Callable[[Path], str]) -> Places:
    """Return an LMS of each kind, and plain servers."""
    return Places(host, lrs, cmi5, serve, static_server)


def learn(frame: Frame, course: Course, lesson: str) -> None:
    """Do the lesson, as everywhere; wait until its page says that all is kept."""
    expect(frame.get_by_role("heading", level=1)).to_have_text(course.lessons[lesson].title)
    if course.lessons[lesson].quiz is None:
        frame.get_by_role("button", name="Mark as read").click()
        expect(frame.get_by_role("button", name="Read. This lesson is done.")).to_be_visible()
        return
    learner = Learner(frame, course.lessons[lesson])
    learner.answer_all(lambda number: (lesson, number) != WRONG)
    learner.expect_score(int(GRADES[lesson].score or 0))
    expect(frame.get_by_role("region", name="Your result")).to_contain_text("Your result is saved")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.format}-{case.unit}-{case.layout}")
def test_the_same_learner_has_the_same_grade(
    places: Places, built: list[BuiltPackage], course: Course, page: Page, case: Case
) -> None:
    """One wrong answer of three: the same word and score of each lesson and of the whole, wherever one is reported."""
    lessons = CONTENTS[case.unit]
    wanted = (case.format, case.unit, case.scos, lessons)
    (package,) = [one for one in built if (one.format, one.kind, one.scos, one.contents) == wanted]
    book = places.put(case, package, course)
    if case.layout == "per-lesson" or case.unit == "lesson":
        for lesson in lessons:
            learn(book.open(page, lesson if case.layout == "per-lesson" else None), course, lesson)
            book.leave(page)
        reported = set(lessons)
    else:
        frame = book.open(page, None)
        for lesson in lessons:
            frame.get_by_role("link", name=course.lessons[lesson].title, exact=True).click()
            learn(frame, course, lesson)
            frame.get_by_role("link", name="All lessons").click()
        book.leave(page)
        reported = {"whole"} if case.format == "web" else {*lessons, "whole"}
    expected = {part: GRADES[part] for part in reported}
    eventually(lambda: book.grades(page) == expected)


def test_the_matrix_is_whole(built: list[BuiltPackage]) -> None:
    """Every format, unit and layout that a build of the course makes has its case."""
    made = {(one.format, one.kind, one.scos) for one in built if one.contents == CONTENTS[one.kind]}
    assert made == {(case.format, case.unit, case.scos) for case in CASES}
