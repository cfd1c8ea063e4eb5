"""Facts about the identifiers of a manifest."""

from __future__ import annotations

import re
from collections.abc import Callable

from scormpack.formats.ims import identifiers
from scormpack.model import Course, Unit, plan_units

ALL = (
    identifiers.manifest_identifier,
    identifiers.organization_identifier,
    identifiers.item_identifier,
    identifiers.resource_identifier,
)


def test_a_new_title_or_order_moves_no_identifier(
    lesson_unit: Unit, with_lesson: Callable[..., tuple[Course, Unit]]
) -> None:
    """They grow from ids alone, so a package can be replaced without orphaning results."""  # complaint 23
    _, renamed = with_lesson(title="Something else altogether")
    assert [make(renamed) for make in ALL] == [make(lesson_unit) for make in ALL]
    assert identifiers.item_identifier(lesson_unit) == "item-lesson-prompt-or-fine-tune"


def test_a_courses_item_keeps_its_identifier(course_unit: Unit, with_course_file: Callable[..., Course]) -> None:
    """Whatever the course is called."""
    (unit,) = plan_units(with_course_file(title="Another title"), "course")
    assert identifiers.item_identifier(unit) == identifiers.item_identifier(course_unit) == "item-course"


def test_identifiers_are_unique_short_ascii_names() -> None:
    """Even of the longest id with every character that ids may have; a lesson called ``course`` is no course."""
    longest = "0" + "a.b-c_d" * 8 + "1234567"
    units = [
        Unit("lesson", longest, "https://example.org/" + "x" * 300, "T", (longest,)),
        Unit("lesson", "course", "https://example.org/a", "T", ("course",)),
        Unit("course", "x-course", "https://example.org/b", "T", ("course",)),
    ]
    made = [make(unit) for unit in units for make in ALL]
    assert len(longest) == 64
    assert len(set(made)) == len(made)
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9._-]{0,254}", identifier) for identifier in made)


def test_two_courses_have_two_manifests() -> None:
    """One lesson id in two courses gives two manifest identifiers."""
    one, two = (Unit("lesson", "intro", f"https://example.org/{n}/lessons/intro", "T", ("intro",)) for n in "ab")
    assert identifiers.manifest_identifier(one) != identifiers.manifest_identifier(two)
