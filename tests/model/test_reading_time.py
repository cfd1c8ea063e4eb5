"""How long a lesson takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormpack.model import Course, CourseFile, Lesson
from scormpack.model.lesson import Section
from scormpack.model.reading_time import WORDS_A_MINUTE, reading_seconds


@pytest.mark.parametrize(
    ("lesson", "minutes"),
    [
        pytest.param({"minutes": 7}, 7, id="the author's own number"),
        pytest.param({}, 1, id="never less than one"),
        pytest.param({"sections": [{"heading": "H", "body": "word " * 598}]}, 3, id="two hundred words a minute"),
        pytest.param({"sections": [{"heading": "H", "body": "漢" * 1200}]}, 3, id="four hundred characters of Chinese"),
        pytest.param({"sections": [{"heading": "H", "body": "don't well-kept " * 299}]}, 3, id="a word is one word"),
        pytest.param({"sections": [{"heading": "H", "body": "[w](https://e.org/a/b/c) " * 598}]}, 3, id="no addresses"),
        pytest.param(
            {
                "quiz": {
                    "questions": [
                        {"id": f"q{n}", "type": "true-false", "prompt": "?", "answer": True} for n in range(9)
                    ]
                }
            },
            3,
            id="twenty seconds a question",
        ),
    ],
)
def test_minutes(lesson: dict[str, Any], minutes: int) -> None:
    """Minutes are the author's, else words at 200 a minute and 20 seconds a question."""
    values = {"id": "one", "title": "T", "summary": "S.", "sections": [{"heading": "H", "body": "B."}], **lesson}
    file = CourseFile.model_validate_json(
        '{"id": "https://example.org/c", "title": "C", "modules": [{"title": "M", "lessons": ["one"]}]}'
    )
    course = Course(Path(), file, {"one": Lesson.model_validate_json(json.dumps(values))})
    assert course.minutes == {"one": minutes}


@given(st.text(alphabet="aZ9_'- .\n", max_size=40))
def test_words_of_ascii(heading: str) -> None:
    """Words of ASCII are what they are among other letters: letters and digits, joined by single marks."""
    sections = (Section.model_construct(heading=heading, body="B."),)
    in_ascii, beside = (
        reading_seconds(Lesson.model_construct(id="one", title="T", summary=summary, sections=sections))
        for summary in ("one", "\u00e9ne")
    )
    assert in_ascii == beside
    assert round(in_ascii * WORDS_A_MINUTE / 60) >= 1
