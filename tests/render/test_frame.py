"""What the pages of a unit share."""

from __future__ import annotations

import pickle
from itertools import chain
from typing import Any

import pytest
from rendered import CourseMaker

from scormpack.model import Course, plan_units
from scormpack.render import plan_frame, render_home, render_lesson_files, render_shared, render_site, words_of

TWO = {"one": {"related": ["two"]}, "two": {}}


def build_of(course: Course) -> str:
    """Return the build id of the first lesson's package."""
    return plan_frame(course, plan_units(course, "lesson")[0]).build


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"lessons": TWO | {"one": {"related": ["two"], "title": "Other"}}}, id="a word of the lesson"),
        pytest.param({"lessons": TWO | {"two": {"title": "Other"}}}, id="a word of a related lesson"),
        pytest.param({"version": "2"}, id="the course's version"),
        pytest.param({"theme": {"accent": "#c4161c"}}, id="the accent"),
        pytest.param({"files": {"templates/_footer.html.j2": "x"}}, id="a template"),
        pytest.param({"files": {"templates/messages/en.yaml": 'site.next: "x"'}}, id="a text of the pages"),
    ],
)
def test_the_build_id_tells_contents_apart(make_course: CourseMaker, change: dict[str, Any]) -> None:
    """The build id is ten hex digits that stay when nothing changes, and change when anything on the page does."""
    before = build_of(make_course(TWO))
    assert len(before) == 10
    assert int(before, 16) >= 0
    assert build_of(make_course(TWO)) == before
    assert build_of(make_course(change.pop("lessons", TWO), **change)) != before


def test_a_changed_picture_changes_the_build_id(make_course: CourseMaker) -> None:
    """The bytes of what a lesson shows count too."""
    lesson = {"one": {"sections": [{"heading": "H", "body": "![x](assets/x.svg)"}]}}
    one, other = (build_of(make_course(lesson, files={"assets/x.svg": data})) for data in ("<svg/>", "<svg />"))
    assert one != other


def test_workers_make_the_same_site(make_course: CourseMaker) -> None:
    """A frame can be handed to other processes: its parts together are the site that render_site makes at once."""
    course = make_course(TWO)
    (unit,) = plan_units(course, "course")
    frame = pickle.loads(pickle.dumps(plan_frame(course, unit)))  # noqa: S301 - our own bytes
    lessons = dict(chain.from_iterable(render_lesson_files(frame, lesson) for lesson in unit.lessons))
    home = render_home(frame, [words_of(course.lessons[lesson]) for lesson in unit.lessons])
    parts = render_shared(frame) | home | lessons
    assert parts == render_site(course, unit).files


def test_each_language_of_a_course_has_its_messages(make_course: CourseMaker) -> None:
    """A lesson in a language of its own loads its own messages; a package of that lesson speaks its language."""
    course = make_course({"one": {}, "two": {"language": "ar"}}, language="en")
    (whole,) = plan_units(course, "course")
    _, second = plan_units(course, "lesson")
    assert list(plan_frame(course, whole).messages) == ["en", "ar"]
    assert plan_frame(course, whole).language == "en"
    assert plan_frame(course, second).language == "ar"
