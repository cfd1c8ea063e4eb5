"""The page that a unit of several lessons opens on."""

from __future__ import annotations

from rendered import CourseMaker, course_site, data_of, lesson_site, parse

from scormpack.assets import addon_path, addons


def test_only_a_course_carries_the_course_script(make_course: CourseMaker) -> None:
    """The add-on `course` is in the package of a course, loaded before the runtime; in no lesson's package."""
    course = make_course({"one": {}, "two": {}})
    site = course_site(course)
    page = parse(site)
    assert site.files[addon_path("course")] == addons()["course"]
    assert data_of(page)["course"]["addon"] == addon_path("course") == page.xpath("//script/@src")[1]
    assert addon_path("course") not in lesson_site(course).files
