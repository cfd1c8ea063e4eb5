"""Facts about tests/golden/scoring.json: the table of marked answers that runtime/questions/marking.test.ts marks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from scormpack.load.source import Source
from scormpack.load.strict_yaml import parse_yaml
from scormpack.markup import to_phrase
from scormpack.model import QUESTION_TYPES, Question
from scormpack.model.questions import AnyQuestion
from scormpack.render.question_data import shown_data

TABLE: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "golden" / "scoring.json").read_text(encoding="utf-8")
)
DERIVED = ("type", "points", "shown", "answer")


def read(yaml: str) -> Question:
    """Return the question that an author writes so."""
    value, findings = parse_yaml(Source("question.yaml", yaml))
    assert not findings
    assert isinstance(value, dict)
    question: Question = TypeAdapter(AnyQuestion).validate_python({"id": "q1", "prompt": "?", **value})
    return question


def derive(question: Question) -> Mapping[str, Any]:
    """Return what the page carries of it, as JSON has it."""
    values = {
        "type": question.type,
        "points": question.points,
        "shown": shown_data(question, to_phrase),
        "answer": question.answer(),
    }
    derived: Mapping[str, Any] = json.loads(json.dumps(values))
    return derived


@pytest.mark.parametrize("row", TABLE, ids=[f"{row['type']}: {row['fact']}" for row in TABLE])
def test_what_is_marked_is_what_an_author_wrote(row: Mapping[str, Any]) -> None:
    """A row's type, points, shown part and answer are what its YAML comes to: both sides read one table."""
    assert derive(read(row["yaml"])) == {name: row[name] for name in DERIVED}


def test_every_type_is_marked() -> None:
    """No question type is missing from the table."""
    assert {row["type"] for row in TABLE} == set(QUESTION_TYPES)
