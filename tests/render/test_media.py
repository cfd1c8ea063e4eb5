"""The files that a unit's pages show or offer."""

from __future__ import annotations

import pytest
from rendered import CourseMaker, course_site, lesson_site

from scormpack.errors import CourseError
from scormpack.model import plan_units
from scormpack.render.media import used_media

FILES: dict[str, str | bytes] = {f"assets/{name}.svg": f"<svg>{name}</svg>" for name in ("a", "b", "logo", "unused")}
LESSONS = {
    "one": {"sections": [{"heading": "H", "body": "![x](assets/a.svg)"}]},
    "two": {
        "quiz": {"questions": [{"id": "q", "type": "true-false", "prompt": "![y](assets/b.svg)", "answer": True}]},
    },
}


def test_a_package_holds_what_its_lessons_show(make_course: CourseMaker) -> None:
    """A lesson's package holds its own pictures and the logo; the course's holds all; nothing unused is in either."""
    course = make_course(LESSONS, FILES, theme={"logo": "assets/logo.svg"})
    first, second = (used_media(course, unit) for unit in plan_units(course, "lesson"))
    (whole,) = plan_units(course, "course")
    assert [media.path for media in first] == ["assets/a.svg", "assets/logo.svg"]
    assert [media.path for media in second] == ["assets/b.svg", "assets/logo.svg"]
    assert [media.path for media in used_media(course, whole)] == ["assets/a.svg", "assets/b.svg", "assets/logo.svg"]
    assert course.media["assets/a.svg"].target in lesson_site(course).files


def test_the_bytes_are_the_files(make_course: CourseMaker) -> None:
    """A file is in the site as it is on disk, under its target."""
    course = make_course(LESSONS, FILES)
    assert course_site(course).files[course.media["assets/b.svg"].target] == b"<svg>b</svg>"


def test_a_file_that_went_is_a_finding(make_course: CourseMaker) -> None:
    """A picture that vanishes between loading and rendering is a finding that names it."""
    course = make_course(LESSONS, FILES)
    (course.root / "assets/a.svg").unlink()
    with pytest.raises(CourseError, match=r"assets/a\.svg.*media-missing"):
        lesson_site(course)
