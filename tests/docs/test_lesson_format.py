"""Facts about docs/lesson-format.md: every key is there, and what it shows works."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from scormpack.load import load_course
from scormpack.model import QUESTION_TYPES, CourseFile, Lesson, Quiz
from scormpack.model.questions import Question

PAGE = (Path(__file__).parents[2] / "docs" / "lesson-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
LESSON = "id: a\ntitle: T\nsummary: S.\nsections: [{heading: H, body: B}]\n"


def section(heading: str) -> str:
    """Return the page's text under a heading, up to the next of the same level."""
    level = heading.index(" ")
    return re.split(rf"^#{{2,{level}}} ", PAGE.split(f"\n{heading}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]


def models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and those in it, without the questions."""
    yield model
    waiting = [field.annotation for field in model.model_fields.values()]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            if not issubclass(annotation, Question):
                yield from models_in(annotation)
        else:
            waiting.extend(get_args(annotation))


def keys(model: type[BaseModel]) -> set[str]:
    """Return the keys that a model knows, as authors write them."""
    return {field.alias or name for name, field in model.model_fields.items()}


@pytest.mark.parametrize(
    ("heading", "model"), [("## The course file", CourseFile), ("## A lesson", Lesson), ("## The quiz", Quiz)]
)
def test_every_key_is_named(heading: str, model: type[BaseModel]) -> None:
    """Each key of the course file, of a lesson, of a quiz and of what stands in them is in its part of the page."""
    text = section(heading)
    for inner in models_in(model):
        if heading == "## A lesson" and inner is Quiz:
            continue
        assert not {key for key in keys(inner) if f"`{key}`" not in text}, inner


def test_what_every_question_has_is_named() -> None:
    """The keys that all types share stand together."""
    assert not {key for key in keys(Question) if f"`{key}`" not in section("### What every question has")}


@pytest.mark.parametrize("name", QUESTION_TYPES)
def test_every_key_of_every_type_is_named(name: str) -> None:
    """Each type has a heading, an example of itself and every key of its own, with those of its parts."""
    text = section(f"### {name}")
    assert f"type: {name}" in text
    for model in models_in(QUESTION_TYPES[name]):
        shared = keys(Question) if issubclass(model, Question) else set()
        assert not {key for key in keys(model) - shared if f"`{key}`" not in text}, model


def test_no_table_names_a_key_that_is_not_known() -> None:
    """What a table explains, a model knows."""
    models: list[type[BaseModel]] = [CourseFile, Lesson, *QUESTION_TYPES.values()]
    known = {key for model in models for inner in models_in(model) for key in keys(inner)}
    named = re.findall(r"^\| `(\w+)` \| (?:must|or)? ?\|", PAGE, re.MULTILINE)
    assert len(named) > 50
    assert set(named) <= known


def test_the_course_and_the_lesson_load(tmp_path: Path) -> None:
    """The two whole examples make a course without a finding, with stand-ins for what they refer to."""
    (course,) = [example for example in EXAMPLES if example.startswith("# course.yaml")]
    (lesson,) = [example for example in EXAMPLES if example.startswith("# lessons/")]
    (tmp_path / "lessons").mkdir()
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "brief.svg").write_text("<svg/>")
    (tmp_path / "course.yaml").write_text(course, encoding="utf-8")
    (tmp_path / "lessons" / "clear-briefs.yaml").write_text(lesson, encoding="utf-8")
    for name in ("short-sentences", "last-look"):
        (tmp_path / "lessons" / f"{name}.yaml").write_text(LESSON.replace("id: a", f"id: {name}"), encoding="utf-8")
    assert load_course(tmp_path).numbers == {"clear-briefs": 1, "short-sentences": 2, "last-look": 3}


def test_every_question_loads(tmp_path: Path) -> None:
    """The questions that the page shows make one quiz, in which every type occurs."""
    questions = [example for example in EXAMPLES if re.match(r"    - (?:\{?id:)", example)]
    quiz = textwrap.indent(textwrap.dedent("".join(questions)), "    ")
    (tmp_path / "lessons").mkdir()
    (tmp_path / "course.yaml").write_text(
        "id: https://example.org/c\ntitle: C\nmodules: [{title: M, lessons: [a]}]\n", encoding="utf-8"
    )
    (tmp_path / "lessons" / "a.yaml").write_text(f"{LESSON}quiz:\n  questions:\n{quiz}", encoding="utf-8")
    made = load_course(tmp_path).lessons["a"].quiz
    assert made is not None
    assert {question.type for question in made.questions} == set(QUESTION_TYPES)


def test_the_bank_loads(tmp_path: Path) -> None:
    """The bank that the page shows can be asked from."""
    (bank,) = [example for example in EXAMPLES if example.startswith("# banks/")]
    (tmp_path / "lessons").mkdir()
    (tmp_path / "banks").mkdir()
    (tmp_path / "banks" / "spelling.yaml").write_text(bank, encoding="utf-8")
    (tmp_path / "lessons" / "a.yaml").write_text(f"{LESSON}quiz: {{banks: [spelling]}}\n", encoding="utf-8")
    (tmp_path / "course.yaml").write_text(
        "id: https://example.org/c\ntitle: C\nmodules: [{title: M, lessons: [a]}]\n", encoding="utf-8"
    )
    course = load_course(tmp_path)
    assert [question.id for question in course.questions(course.lessons["a"])] == ["separate"]


def test_the_page_and_its_links_agree() -> None:
    """Every link inside the page leads to one of its headings."""
    anchors = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors
