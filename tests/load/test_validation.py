"""Facts about what is said of values that do not fit: tests/golden/load shows the words, this file their limits."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scormpack.errors import Finding
from scormpack.load.source import Source
from scormpack.load.strict_yaml import parse_yaml
from scormpack.load.validation import validate
from scormpack.model import CourseFile, Lesson

QUESTIONS: list[dict[str, Any]] = [
    {"id": "q1", "type": "choice", "prompt": "P", "options": [{"text": "A", "correct": True}, {"text": "B"}]},
    {"id": "q2", "type": "true-false", "prompt": "P", "answer": True},
    {"id": "q3", "type": "fill-in", "prompt": "P", "text": "{{1}}", "blanks": {1: ["x"]}, "match": {"case": True}},
    {"id": "q4", "type": "numeric", "prompt": "P", "answer": 1, "tolerance": "5 %"},
    {"id": "q5", "type": "numeric", "prompt": "P", "range": [1, 2.5]},
]
LESSON: dict[str, Any] = {
    "id": "a",
    "title": "T",
    "summary": "S",
    "minutes": 5,
    "language": "en",
    "tutor": True,
    "objectives": ["O"],
    "sections": [{"heading": "H", "body": "B", "points": ["P"]}],
    "key_terms": [{"term": "T", "definition": "D", "also": ["A"]}],
    "practice": {"heading": "H", "intro": "I", "steps": ["S"]},
    "quiz": {"attempts": 3, "pass_mark": 70, "shuffle": ["options"], "feedback": "none", "questions": QUESTIONS},
    "related": ["b"],
}
COURSE: dict[str, Any] = {
    "id": "https://example.org/c",
    "title": "C",
    "formats": ["xapi"],
    "modules": [{"title": "M", "lessons": ["a"]}],
    "theme": {"accent": "#000000"},
}
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 2000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["", " ", "a\nb", "é", "yes", "12", "x" * 300, "{{1}}", "unlimited", "choice"]),
    st.sampled_from([[], [None], ["x"], {}, {"x": 1}, {"type": "choice"}, {1: 2}, [[]], [{}]]),
)


def findings(model: type[Lesson | CourseFile], document: object) -> list[Finding]:
    """Return what is wrong with a document, written as flow YAML."""
    source = Source("a.yaml", flow(document))
    value, faults = parse_yaml(source)
    assert faults == []
    return validate(model, source, value)[1]


def flow(value: object) -> str:
    """Return a value as YAML; JSON but for keys that are numbers."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def holders(value: object) -> list[tuple[Any, Any]]:
    """Return (container, key) of each value in a document."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, item in items for place in ((value, key), *holders(item))]


@pytest.mark.parametrize(("model", "document"), [(Lesson, LESSON), (CourseFile, COURSE)], ids=["lesson", "course"])
def test_the_sound_documents_are_sound(model: type[Lesson | CourseFile], document: dict[str, Any]) -> None:
    """What the tests below damage is without a fault, so every finding there comes of the damage."""
    assert findings(model, document) == []


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_is_wrong_is_said_in_plain_words(data: st.DataObject) -> None:
    """Any value in any place, and any key taken out or added: one finding a place, in words an author knows."""
    model, sound = data.draw(st.sampled_from([(Lesson, LESSON), (CourseFile, COURSE)]))
    document = copy.deepcopy(sound)
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(holders(document)))
        match data.draw(st.sampled_from(["change", "take out", "add"])):
            case "change":
                container[key] = copy.deepcopy(data.draw(VALUES))
            case "take out":
                del container[key]
            case _ if isinstance(container, dict):
                container[data.draw(st.sampled_from(["titel", "choice", "numeric", "x", 7]))] = copy.deepcopy(
                    data.draw(VALUES)
                )
        if not holders(document):
            return
    found = findings(model, document)
    for finding in found:
        said = finding.message + finding.hint
        assert finding.message
        assert finding.hint
        assert not any(
            word in said for word in ("pydantic", "Input should", "should", "tuple", "None", "not fit", "list[", "'")
        ), said
        assert finding.source[finding.column - 1 :], "the place is in the line"
    told = [(finding.column, finding.message) for finding in found]
    assert len(told) == len(set(told))


def test_every_key_one_letter_off_is_recognised() -> None:
    """For each key of a lesson, course or question, a letter left out of the middle still finds it."""
    for model, sound in ((Lesson, LESSON), (CourseFile, COURSE)):
        for place, (_, key) in enumerate(holders(sound)):
            if not isinstance(key, str) or len(key) < 4:
                continue
            document = copy.deepcopy(sound)
            container = holders(document)[place][0]
            wrong = key[: len(key) // 2] + key[len(key) // 2 + 1 :]
            container[wrong] = container.pop(key)
            hints = [finding.hint for finding in findings(model, document)]
            assert (f"Did you mean `type` by `{wrong}`?" if key == "type" else f"Did you mean `{key}`?") in hints
