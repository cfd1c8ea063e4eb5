"""Facts about cmi5.xml as it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from scormpack.formats.cmi5 import find_package_faults
from scormpack.formats.cmi5.course_structure import build_course_structure
from scormpack.formats.cmi5.tree import every, text_of, words
from scormpack.formats.xml_file import write_xml
from scormpack.model import Course, Unit, plan_units

Tree = Any
"""What lxml's stubs do not tell of ``xpath``."""
AWKWARD = "Fish & <chips> \"now\" 'then' ]]> 👩‍🚀 שלום"


def built(course: Course, unit: Unit) -> Tree:
    """The course structure as it is read back."""
    return etree.fromstring(write_xml(build_course_structure(course, unit, "b1")))


def whole(course: Course) -> Tree:
    """The course structure of the whole course."""
    return built(course, plan_units(course, "course", "per-lesson")[0])


def aus(tree: Tree, attribute: str) -> list[str | None]:
    """One attribute of each AU."""
    return [au.get(attribute) for au in every(tree, "au")]


def test_modules_are_blocks_and_lessons_units(course: Course) -> None:
    """A block for each module in the course's order, and in it an AU for each lesson, on its page and by its IRI."""
    tree = whole(course)
    blocks = list(every(tree, "block"))
    assert [text_of(block, "title") for block in blocks] == [module.title for module in course.file.modules]
    inside = [[au.get("id") for au in every(block, "au")] for block in blocks]
    assert inside == [[course.iri(lesson) for lesson in module.lessons] for module in course.file.modules]
    assert [words(url) for url in every(tree, "url")] == [f"lessons/{lesson}.html" for lesson in course.order]
    assert next(every(tree, "course")).get("id") == course.file.id


def test_a_module_is_a_course_of_its_lessons(course: Course) -> None:
    """The package of a module is called as it, and has no blocks."""
    unit = plan_units(course, "module", "per-lesson")[1]
    tree = built(course, unit)
    assert next(every(tree, "course")).get("id") == f"{course.file.id}/modules/{course.file.modules[1].id}"
    assert aus(tree, "id") == [course.iri(lesson) for lesson in unit.lessons]
    assert not list(every(tree, "block"))


def test_a_lesson_is_a_course_of_one_unit(course: Course, lesson_unit: Unit) -> None:
    """The AU has the lesson's IRI, the course around it another: ids are unique (13.1.4)."""
    tree = built(course, lesson_unit)
    assert aus(tree, "id") == [lesson_unit.iri]
    assert next(every(tree, "course")).get("id") == f"{lesson_unit.iri}/course"
    assert [words(url) for url in every(tree, "url")] == ["index.html"]


@pytest.mark.parametrize(
    ("report", "mark", "move_on", "score"),
    [
        ("passed-failed", 70, "Passed", "0.7"),
        ("passed-incomplete", 33, "Passed", "0.33"),
        ("passed-failed", 100, "Passed", "1"),
        ("passed-failed", 0, "Passed", "0"),
        ("completed", 70, "Completed", None),
        ("passed-failed", None, "Completed", None),
    ],
)
def test_a_unit_is_done_by_what_its_page_says(  # noqa: PLR0917 (a table)
    course: Course,
    with_lesson: Callable[..., tuple[Course, Unit]],
    lesson_unit: Unit,
    report: str,
    mark: int | None,
    move_on: str,
    score: str | None,
) -> None:
    """With a pass mark that is reported: passed, from its score on; else completed, and nothing to be judged by."""
    lesson = course.lessons[lesson_unit.name]
    assert lesson.quiz
    changed, unit = with_lesson(quiz=lesson.quiz.model_copy(update={"pass_mark": mark}))
    tree = built(replace(changed, file=course.file.model_copy(update={"report": report, "pass_mark": mark})), unit)
    assert (aus(tree, "moveOn"), aus(tree, "masteryScore")) == ([move_on], [score])


def test_a_lesson_without_a_quiz_is_completed(with_lesson: Callable[..., tuple[Course, Unit]]) -> None:
    """Whoever has read it is done."""
    tree = built(*with_lesson(quiz=None))
    assert (aus(tree, "moveOn"), aus(tree, "masteryScore")) == (["Completed"], [None])


def test_objectives_are_defined_once_and_referred_to(
    course: Course, with_lesson: Callable[..., tuple[Course, Unit]]
) -> None:
    """The same words in two lessons are one objective; another order of lines changes no id."""
    other = next(lesson for lesson in course.order if lesson != "prompt-or-fine-tune")
    shared = course.lessons[other].objectives[0]
    changed, unit = with_lesson(objectives=("Tell a fork from a knife", shared))
    tree = whole(changed)
    defined = [text_of(objective, "title") for objective in every(tree, "objective") if objective.get("id")]
    assert defined.count(shared) == 1
    ids = {objective.get("id") for objective in every(built(changed, unit), "objective")} - {None}
    turned, unit = with_lesson(objectives=(shared, "Tell a fork from a knife"))
    assert ids == {objective.get("id") for objective in every(built(turned, unit), "objective")} - {None}
    assert len(ids) == 2


def test_awkward_titles_survive(with_lesson: Callable[..., tuple[Course, Unit]]) -> None:
    """Markup, emoji and right-to-left text come back as written, in the lesson's language."""  # complaint 27
    course, unit = with_lesson(title=AWKWARD, summary=AWKWARD, objectives=(AWKWARD,), language="he")
    tree = built(course, unit)
    assert {text.text for text in every(tree, "langstring")} == {AWKWARD}
    assert {text.get("lang") for text in every(tree, "langstring")} == {"he"}


@pytest.mark.parametrize("kind", ["lesson", "module", "course"])
def test_what_is_built_breaks_no_rule_but_those_on_pages(course: Course, kind: Any) -> None:  # noqa: ANN401
    """Schema and rules find nothing in the course structure of any unit; the pages are missing here."""
    for unit in plan_units(course, kind, "per-lesson"):
        page = b'<script src="r.js"></script>'
        pages = ["index.html"] if kind == "lesson" else [f"lessons/{lesson}.html" for lesson in unit.lessons]
        files = dict.fromkeys(pages, page) | {"r.js": b"1", "lessons/r.js": b"1"}
        assert find_package_faults(write_xml(build_course_structure(course, unit, "b1")), files, launch=pages) == []


def spoiled(course: Course, unit: Unit, old: str, new: str) -> list[str]:
    """The codes of what is found in a lesson's package with one thing changed in its cmi5.xml."""
    manifest = write_xml(build_course_structure(course, unit, "b1")).decode()
    assert old in manifest
    files = {"index.html": b'<script src="r.js"></script>', "r.js": b"1"}
    faults = find_package_faults(manifest.replace(old, new).encode(), files)
    return [fault.rpartition("[")[2].rstrip("]") for fault in faults]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<url>index.html", "<url>index.html?page=1", "own-launch"),
        ('moveOn="Passed"', 'moveOn="Completed"', "judged"),
        (' masteryScore="0.7"', "", "judged"),
        ("<url>index.html", "<url>r.js", "own-launch"),
        ("<course id", "<cours id", "schema"),
    ],
)
def test_our_own_packages_keep_to_more(course: Course, lesson_unit: Unit, old: str, new: str, code: str) -> None:
    """A page with a query, a score without a verdict, a verdict without a score, another page: each is told."""
    assert code in spoiled(course, lesson_unit, old, new)


def test_a_lesson_too_few_is_told(course: Course) -> None:
    """A course structure has a unit for each lesson of its package."""
    unit = plan_units(course, "module", "per-lesson")[0]
    manifest = write_xml(build_course_structure(course, unit, "b1"))
    pages = [f"lessons/{lesson}.html" for lesson in (*unit.lessons, "another")]
    files = dict.fromkeys(pages, b'<script src="r.js"></script>') | {"lessons/r.js": b"1"}
    (fault,) = find_package_faults(manifest, files, launch=pages)
    assert fault.endswith(
        f"there are {len(unit.lessons)} AUs for {len(pages)} lessons: write one for each [own-launch]"
    )
