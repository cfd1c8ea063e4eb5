"""Facts about what a build says of a course that is still an example's in part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scormpack.build import BuildOptions, build_course
from scormpack.build.first_upload import notes_before_upload
from scormpack.load import load_course
from scormpack.scaffold import NewCourse, course_id, write_course


@pytest.mark.parametrize(
    ("iri", "is_told"),
    [
        ("https://example.org/courses/fire", True),
        ("https://training.example.com/fire", True),
        ("https://EXAMPLE.net/fire", True),
        ("https://school.example/fire", True),
        ("https://example.org.uk/fire", False),
        ("https://myexample.org/fire", False),
        ("https://training.acme.com/example.org/fire", False),
        ("urn:uuid:5a6a3c2e-0000-4000-8000-000000000000", False),
    ],
)
def test_an_id_that_is_nobodys_is_told(tmp_path: Path, iri: str, is_told: bool) -> None:  # noqa: FBT001
    """Names that the standards keep for examples are told, others are not."""
    write_course(NewCourse(tmp_path / "course", "Fire", iri))
    notes = notes_before_upload(load_course(tmp_path / "course"))
    assert any(iri in note and "`id` in course.yaml" in note for note in notes) is is_told


def test_the_example_lesson_is_told_until_it_is_written_over(tmp_path: Path) -> None:
    """A new course has it; with a summary of one's own it is one's own."""
    write_course(NewCourse(tmp_path / "course", "Fire", "https://training.acme.com/fire"))
    (note,) = notes_before_upload(load_course(tmp_path / "course"))
    assert "`remember-more` is the example lesson" in note
    file = tmp_path / "course" / "lessons" / "remember-more.yaml"
    file.write_text(file.read_text("utf-8").replace("Two habits that keep", "Three habits that keep"), "utf-8")
    assert notes_before_upload(load_course(tmp_path / "course")) == []


def test_they_are_told_until_the_first_release(tmp_path: Path) -> None:
    """A build and the first release say it; afterwards results hang on the id, and nothing asks to change it."""
    write_course(NewCourse(tmp_path / "course", "Fire", course_id("fire")))
    plain = BuildOptions(["xapi"], output=tmp_path / "dist", strict=True)
    for options, count in (
        (plain, 2),
        (replace(plain, release=True), 2),
        (plain, 0),
        (replace(plain, release=True), 0),
    ):
        assert len(build_course(tmp_path / "course", options).notes) == count
