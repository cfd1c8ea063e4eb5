"""Facts about courses that are cut down to a part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from scormpack.load import load_course
from scormpack.model import Origin, take_part

COURSES = Path(__file__).parents[1] / "courses"


def test_a_part_holds_its_lessons_and_their_banks_alone() -> None:
    """Banks that no quiz of the part asks from are not in it."""
    course = load_course(COURSES / "quiz-features")
    for name in course.lessons:
        part = take_part(course, course.file, (name,))
        assert list(part.lessons) == [name]
        assert tuple(part.banks.values()) == course.banks_of(course.lessons[name])


def test_a_part_holds_the_media_that_its_files_refer_to() -> None:
    """Where it is known what each file refers to, a part has no other media; else it has all."""
    course = load_course(COURSES / "content")
    assert course.media
    name, reference = next(iter(course.lessons)), next(iter(course.media))
    assert take_part(course, course.file, (name,)).media == course.media
    known = replace(course, origins={name: Origin("", (reference, "https://example.org"))})
    theme = {path for _, path in course.file.theme.files}
    assert set(take_part(known, course.file, (name,)).media) == {reference} | theme


def test_a_part_knows_the_lessons_beside_it_by_their_outlines() -> None:
    """They are listed, with the minutes that the whole has counted, and it has no models of them."""
    course = load_course(COURSES / "quiz-features")
    name, *others = course.lessons
    part = take_part(course, course.file, (name,), {other: course.outlines[other].card for other in others})
    assert list(part.lessons) == [name]
    assert part.outlines[name] == course.outlines[name]
    assert {one: outline.title for one, outline in part.outlines.items()} == {
        one: lesson.title for one, lesson in course.lessons.items()
    }
    assert dict(part.minutes) == dict(course.minutes)
