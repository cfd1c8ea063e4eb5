"""Facts about the JSON Schemas: they take what the model takes, and explain every key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from scormpack.load.source import Source, read_source
from scormpack.load.strict_yaml import parse_yaml
from scormpack.model.json_schema import FILES, json_schema

CHECKOUT = Path(__file__).parents[2]
WHOLE = [
    path
    for folder in ("lessons", "tests/courses", "tests/browser/small")
    for path in sorted((CHECKOUT / folder).rglob("*.yaml"))
    if path.name == "course.yaml" or path.parent.name in {"lessons", "banks"}
]
LESSON = """
id: a
title: T
summary: S.
sections: [{heading: H, body: B}]
quiz: {questions: [{id: q, type: true-false, prompt: P, answer: true}]}
"""


def kind_of(path: Path) -> str:
    """Return which schema a file of a course is for."""
    return (
        {"lessons": "lesson", "banks": "bank"}.get(path.parent.name, "course")
        if path.name != "course.yaml"
        else "course"
    )


def read(path: Path) -> Any:  # noqa: ANN401 (any YAML value)
    """Return a file's value, by the rules by which scormpack reads YAML."""
    source = read_source(path, path.name)
    assert isinstance(source, Source)
    value, _ = parse_yaml(source)
    return as_json(value)


def as_json(value: Any) -> Any:  # noqa: ANN401 (any YAML value)
    """Return lists for tuples, and text for keys that are numbers, as an editor hands them to its validator."""
    if isinstance(value, tuple | list):
        return [as_json(entry) for entry in value]
    return {str(key): as_json(entry) for key, entry in value.items()} if isinstance(value, dict) else value


def faults(kind: str, value: Any) -> list[str]:  # noqa: ANN401 (any YAML value)
    """Return what a validator says."""
    return [error.message for error in Draft7Validator(json_schema(kind)).iter_errors(value)]


@pytest.mark.parametrize("kind", FILES)
def test_each_is_a_schema(kind: str) -> None:
    """Each is valid draft 7."""
    Draft7Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_every_file_that_loads_is_taken(path: Path) -> None:
    """No course file, lesson or bank of ours is at fault by the schema."""
    assert faults(kind_of(path), read(path)) == []


@pytest.mark.parametrize("kind", FILES)
def test_every_key_is_explained(kind: str) -> None:
    """An editor has a sentence to show for each key of each part, with no reStructuredText in it."""
    schema = json_schema(kind)
    parts = {kind: schema, **schema["definitions"]}
    bare = [
        f"{name}.{key}"
        for name, part in parts.items()
        for key, value in part["properties"].items()
        if not value.get("description") or "``" in value["description"]
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("summary: S.", "sumary: S."),
        ("title: T", "title: [T]"),
        ("id: a", "id: A B"),
        ("summary: S.", ""),
        ("answer: true", "answer: perhaps"),
        ("type: true-false", "type: truefalse"),
        ("answer: true", "answer: true, hnit: H"),
        ("body: B", "bdy: B"),
    ],
)
def test_a_wrong_value_is_refused(old: str, new: str) -> None:
    """An unknown key, a missing one, a wrong type and a wrong word are each at fault; the whole lesson is not."""
    assert faults("lesson", yaml.safe_load(LESSON)) == []
    assert old in LESSON
    assert faults("lesson", yaml.safe_load(LESSON.replace(old, new, 1))) != []


def test_a_key_that_may_be_empty_is_explained_by_what_it_holds() -> None:
    """``minutes`` is a whole number or nothing, in one step: an editor shows its limits."""
    minutes = json_schema("lesson")["properties"]["minutes"]
    assert minutes["type"] == ["integer", "null"]
    assert (minutes["minimum"], minutes["maximum"]) == (1, 600)
