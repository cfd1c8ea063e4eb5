"""Facts about files that are held while a course is read."""

from __future__ import annotations

from scormpack.load import Source, understand_files
from scormpack.model import Lesson

LESSON = """\
id: one
title: Title
summary: Summary
sections:
  - {heading: Heading, body: Words.}
related: [two]
quiz:
  questions:
    - id: q1
      type: choice
      prompt: Which?
      options: [{text: This, correct: true}, {text: That}]
"""


def test_a_valid_file_is_held_without_the_values_that_its_model_has() -> None:
    """What is compared with other files stays: ids, and the lessons that it names."""
    ((loaded, findings),) = understand_files(Lesson, [Source("lessons/one.yaml", LESSON)])
    assert (findings, loaded.model is None) == ([], False)
    assert loaded.value == {"id": "one", "related": ("two",), "quiz": {"questions": ({"id": "q1"},)}}


def test_a_faulty_file_keeps_all_its_values() -> None:
    """Its faults, and those of its references, are told by what it says."""
    ((loaded, findings),) = understand_files(Lesson, [Source("lessons/one.yaml", LESSON + "no_such: 1\n")])
    assert (len(findings), loaded.model) == (1, None)
    assert isinstance(loaded.value, dict)
    assert loaded.value["sections"] == ({"heading": "Heading", "body": "Words."},)


def test_models_of_the_same_keys_share_the_set_of_them() -> None:
    """The set is half of a small model's size; a copy with another key has one of its own."""
    ((loaded, _),) = understand_files(Lesson, [Source("lessons/one.yaml", LESSON)])
    ((other, _),) = understand_files(Lesson, [Source("lessons/two.yaml", LESSON)])
    assert loaded.model is not None
    assert other.model is not None
    assert loaded.model.model_fields_set is other.model.model_fields_set
    assert "track" in loaded.model.model_copy(update={"track": "Everyone"}).model_fields_set
    assert "track" not in loaded.model.model_fields_set
