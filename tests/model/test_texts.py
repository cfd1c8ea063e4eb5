"""Facts about finding every Markdown text of a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scormpack.load import load_course
from scormpack.model import Course, CourseFile, Lesson, markdown_keys, markdown_texts, plain_texts


def test_every_text_has_its_path(example_course: Path) -> None:
    """Each path leads to its text in the file's own keys, and no text comes twice."""
    for lesson in load_course(example_course).lessons.values():
        document: Any = lesson.model_dump(by_alias=True)
        texts = list(markdown_texts(lesson))
        assert len({path for path, _ in texts}) == len(texts) > 50
        assert sorted(plain_texts(lesson)) == sorted(text for _, text in texts)
        for path, text in texts:
            value = document
            for step in path:
                value = value[step]
            assert value == text


def test_the_keys_that_hold_markdown_are_known() -> None:
    """Prose, points, prompts and options may hold pictures and links; titles, terms and answers are plain."""
    keys = markdown_keys(Lesson)
    assert keys >= {"body", "definition", "explanation", "feedback", "hint", "intro", "points", "prompt", "steps"}
    assert not keys & {"id", "title", "summary", "heading", "term", "also", "objectives", "answers", "unit", "related"}
    assert markdown_keys(CourseFile) == frozenset()


def test_no_text_is_left_out_of_those_without_paths(our_course: Course) -> None:
    """Whatever the types of questions: in lessons and in banks."""
    for model in (*our_course.lessons.values(), *our_course.banks.values(), our_course.file):
        assert sorted(plain_texts(model)) == sorted(text for _, text in markdown_texts(model))
