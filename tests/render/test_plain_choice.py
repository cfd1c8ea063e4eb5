"""A choice without any mark in its texts."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest

from scormpack.markup import to_phrase
from scormpack.model.questions.choice import Choice
from scormpack.render.plain_choice import write_plain_choice
from scormpack.render.question_data import write_any_question, write_question
from scormpack.render.seal import make_pad

IRI = "https://example.org/\u00e4/lessons/one/questions/q1"
PAD = make_pad("https://example.org/lessons/one")

PLAIN = ["Gnu", "It's 5 % of a (small) herd/flock, isn't it?", "A; b: c! D-e.", "https://a.b/c", "a|b"]
MARKED = [
    *("*Gnu*", "A_b_", 'Say "no"', "a\\b", "a & b", "&amp;", "a < b", "<b>a</b>", "`a`", "a  b", "a ", " a", "a\tb"),
    *("a\nb", "a\n\nb", "a\n", "\u00e4", "\u2028a", "1. a", "- a", "# a", "> a", "a[1]", "$a$", "~a~", "[a](b)"),
]


def choice(**changed: Any) -> Choice:  # noqa: ANN401 - keys of a question
    """Return a question that differs from a plain one in these keys."""
    options = ({"text": "Zebra"}, {"text": "Gnu", "correct": True})
    return Choice.model_validate({"id": "q1", "type": "choice", "prompt": "Which one?", "options": options} | changed)


@pytest.mark.parametrize("text", [*PLAIN, *MARKED], ids=repr)
@pytest.mark.parametrize("key", ["prompt", "hint", "explanation", "text", "feedback"])
def test_it_is_written_as_any_question_is(key: str, text: str) -> None:
    """Whatever stands in whichever of its texts, what is written is the same to the byte."""
    inside = {"options": ({"text": "Zebra"}, {"text": "Gnu", "correct": True} | {key: text})}
    question = choice(**(inside if key in ("text", "feedback") else {key: text}))
    assert write_question(question, IRI, to_phrase, PAD) == write_any_question(question, IRI, to_phrase, PAD)


def test_all_its_keys_are_written() -> None:
    """Points, scoring, several right options, and feedback to some of them alone are written as for any question."""
    for points, scoring, second, said in product([0, 7], ["all-or-nothing", "per-option"], [True, False], ["No", None]):
        options = [{"text": "Gnu", "correct": True}, {"text": "Emu", "correct": second, "feedback": said}]
        question = choice(points=points, scoring=scoring, options=tuple(options))
        written = write_plain_choice(question, IRI, PAD)
        assert written == write_any_question(question, IRI, to_phrase, PAD)


@pytest.mark.parametrize("text", PLAIN, ids=repr)
def test_plain_texts_are_seen(text: str) -> None:
    """It is what writes a question of plain words, and the JSON is valid."""
    written = write_plain_choice(choice(prompt=text), IRI, PAD)
    assert written
    assert json.loads(written)["text"] == text


@pytest.mark.parametrize("text", MARKED, ids=repr)
def test_a_mark_is_left_to_others(text: str) -> None:
    """A text with anything else in it than words is not its own to write."""
    assert write_plain_choice(choice(explanation=text), IRI, PAD) is None
