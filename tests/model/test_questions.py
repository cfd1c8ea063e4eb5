"""Facts about each question type: what the page shows, what is sealed, what the LMS is told, what the state keeps."""

from __future__ import annotations

import json
from typing import Any

import pytest
from made_questions import choice, make
from pydantic import TypeAdapter

from scormpack.model import Question
from scormpack.model.questions import AnyQuestion


def html(text: str) -> str:
    """Stand in for Markdown, so that what went through it can be told."""
    return f"<{text}>"


FOUR_BLANKS = {"text": "A {{1}} b {{2}}{{3}} *c* {{10}}", "blanks": {1: ("x", "y"), 2: ("z",), 3: ("u",), 10: ("v",)}}
PAIRS = ({"source": "A", "target": "x!"}, {"source": "B", "target": "y"}, {"source": "C *c*", "target": "x!"})
CASES: list[tuple[Question, dict[str, Any]]] = [
    (
        choice(1),
        {
            "shown": {"options": ["<A>", "<B>", "<C>"], "many": False},
            "answer": {"correct": [1], "scoring": "all-or-nothing"},
            "feedback": [None, None, None],
            "packed_size": 1,
            "interaction": {
                "interactionType": "choice",
                "choices": {"a": "A", "b": "B", "c": "C"},
                "correctResponsesPattern": ["b"],
            },
        },
    ),
    (
        choice(0, 2, count=13, scoring="per-option"),
        {
            "shown": {"options": [f"<{chr(65 + index)}>" for index in range(13)], "many": True},
            "answer": {"correct": [0, 2], "scoring": "per-option"},
            "feedback": [None] * 13,
            "packed_size": 3,
            "interaction": {
                "interactionType": "choice",
                "choices": {chr(97 + index): chr(65 + index) for index in range(13)},
                "correctResponsesPattern": ["a[,]c"],
            },
        },
    ),
    (
        make(type="true-false", answer=False),
        {
            "shown": {},
            "answer": {"value": False},
            "feedback": None,
            "packed_size": 1,
            "interaction": {"interactionType": "true-false", "correctResponsesPattern": ["false"]},
        },
    ),
    (
        make(type="fill-in", answers=("one", "1")),
        {
            "shown": {"parts": None, "blanks": 1},
            "answer": {
                "accepted": [("one", "1")],
                "match": {"case": False, "accents": False, "spaces": False},
            },
            "feedback": None,
            "packed_size": 40,
            "interaction": {
                "interactionType": "fill-in",
                "correctResponsesPattern": ["{case_matters=false}one", "{case_matters=false}1"],
            },
        },
    ),
    (
        make(type="fill-in", match={"case": True}, **FOUR_BLANKS),
        {
            "shown": {"parts": ["<A> ", " <b> ", "", " <*c*> ", ""], "blanks": 4},
            "answer": {
                "accepted": [("x", "y"), ("z",), ("u",), ("v",)],
                "match": {"case": True, "accents": False, "spaces": False},
            },
            "feedback": None,
            "packed_size": 40,
            "interaction": {
                "interactionType": "fill-in",
                "correctResponsesPattern": ["{case_matters=true}x[,]z[,]u[,]v"],
            },
        },
    ),
    (
        make(type="numeric", answer=42, unit="kg"),
        {
            "shown": {"unit": "kg"},
            "answer": {"min": 42.0, "max": 42.0, "shown": "42"},
            "feedback": None,
            "packed_size": 24,
            "interaction": {"interactionType": "numeric", "correctResponsesPattern": ["42[:]42"]},
        },
    ),
    (
        make(type="numeric", answer=0.3, tolerance=0.1),
        {
            "shown": {"unit": None},
            "answer": {"min": 0.2, "max": 0.4, "shown": "0.3"},
            "interaction": {"interactionType": "numeric", "correctResponsesPattern": ["0.2[:]0.4"]},
        },
    ),
    (
        make(type="numeric", answer=-200, tolerance="5 %"),
        {
            "answer": {"min": -210.0, "max": -190.0, "shown": "-200"},
            "interaction": {"interactionType": "numeric", "correctResponsesPattern": ["-210[:]-190"]},
        },
    ),
    (
        make(type="numeric", range=(1.5, 1e21)),
        {
            "answer": {"min": 1.5, "max": 1e21, "shown": "1.5\u20131000000000000000000000"},
            "interaction": {
                "interactionType": "numeric",
                "correctResponsesPattern": ["1.5[:]1000000000000000000000"],
            },
        },
    ),
    (
        make(type="matching", pairs=PAIRS, distractors=("z",)),
        {
            "shown": {"sources": ["<A>", "<B>", "<C *c*>"], "targets": ["y", "x!", "z"]},
            "answer": {"correct": [1, 0, 1], "scoring": "proportional"},
            "feedback": None,
            "packed_size": 3,
            "interaction": {
                "interactionType": "matching",
                "source": {"1": "A", "2": "B", "3": "C *c*"},
                # Targets are plain text, and components are Markdown.
                "target": {"a": "y", "b": "x\\!", "c": "z"},
                "correctResponsesPattern": ["1[.]b[,]2[.]a[,]3[.]b"],
            },
        },
    ),
    (
        make(type="sequencing", items=("One", "Two", "Three", "Four"), scoring="proportional"),
        {
            "shown": {"options": ["<Four>", "<Two>", "<One>", "<Three>"]},
            "answer": {"order": [2, 1, 3, 0], "scoring": "proportional"},
            "feedback": None,
            "packed_size": 4,
            "interaction": {
                "interactionType": "sequencing",
                "choices": {"a": "Four", "b": "Two", "c": "One", "d": "Three"},
                "correctResponsesPattern": ["c[,]b[,]d[,]a"],
            },
        },
    ),
    (
        make(type="likert", scale=("No", "50 %", "Yes")),
        {
            "shown": {"scale": ("No", "50 %", "Yes")},
            "answer": {},
            "feedback": None,
            "packed_size": 1,
            "interaction": {"interactionType": "likert", "scale": {"1": "No", "2": "50 \\%", "3": "Yes"}},
        },
    ),
    (
        make(type="long-fill-in", model_answer="Because.", min_words=5),
        {
            "shown": {"minWords": 5},
            "answer": {},
            "feedback": ["<Because.>"],
            "packed_size": 40,
            "interaction": {"interactionType": "long-fill-in"},
        },
    ),
    (
        make(type="performance", steps=tuple(f"Step {number}" for number in range(1, 8))),
        {
            "shown": {"options": [f"<Step {number}>" for number in range(1, 8)]},
            "answer": {"scoring": "proportional"},
            "feedback": None,
            "packed_size": 2,
            "interaction": {
                "interactionType": "performance",
                "steps": {chr(96 + number): f"Step {number}" for number in range(1, 8)},
                "correctResponsesPattern": ["[,]".join(f"{key}[.]true" for key in "abcdefg")],
            },
        },
    ),
]


def test_what_is_not_marked_has_no_points_of_itself() -> None:
    """An opinion and a text in sentences are not scored unless the author says so; all others are."""
    unscored = {question.type for question, _ in CASES if question.points == 0}
    assert unscored == {"likert", "long-fill-in"}


@pytest.mark.parametrize("count", [3, 10, 36])
def test_the_page_does_not_carry_the_right_order(count: int) -> None:
    """Items stand in the page as their number and the question's id have it, whatever they say, and so do targets."""
    words = [f"{index:02}" for index in range(count)]
    orders = []
    for items in (words, words[::-1]):
        sequence = make(type="sequencing", items=tuple(items))
        orders.append([items.index(item) for item in sequence.shown(str)["options"]])
    assert orders[0] == orders[1] != list(range(count))
    assert sorted(orders[0]) == list(range(count))
    pairs = tuple({"source": f"s{word}", "target": word} for word in words[:20])
    assert make(type="matching", pairs=pairs).shown(str)["targets"] != words[:20]


@pytest.mark.parametrize(("question", "facts"), CASES, ids=lambda value: getattr(value, "type", ""))
def test_each_type_tells_what_it_holds(question: Question, facts: dict[str, Any]) -> None:
    """What is shown, sealed, reported and kept follows from the question alone."""
    told = {
        "shown": question.shown(html),
        "answer": question.answer(),
        "feedback": question.feedback(html),
        "packed_size": question.packed_size(),
        "interaction": question.interaction(),
    }
    assert {name: told[name] for name in facts} == facts
    json.dumps(told, allow_nan=False)


@pytest.mark.parametrize("question", [CASES[index][0] for index in (0, 2, 3, 5)], ids=lambda question: question.type)
def test_what_is_shown_does_not_tell_the_answer(question: Question) -> None:
    """The same question with another answer of the same form shows the same."""
    others: dict[str, dict[str, Any]] = {
        "choice": {
            "options": tuple({"text": o.text, "correct": not o.correct} for o in getattr(question, "options", ()))
        },
        "true-false": {"answer": True},
        "fill-in": {"answers": ("other",)},
        "numeric": {"answer": 7, "unit": getattr(question, "unit", None)},
    }
    other = {"id": "q1", "prompt": "P?", "type": question.type, **others[question.type]}
    shown = dict(question.shown(html))
    changed = dict(TypeAdapter(AnyQuestion).validate_python(other).shown(html))
    assert {**changed, "many": None} == {**shown, "many": None}


def test_feedback_has_a_text_for_each_option() -> None:
    """Options without feedback are told as such, in the author's order."""
    options = ({"text": "A", "correct": True, "feedback": "Yes"}, {"text": "B"}, {"text": "C", "feedback": "No"})
    assert make(type="choice", options=options).feedback(html) == ["<Yes>", None, "<No>"]


def test_options_have_short_ids_of_their_own() -> None:
    """All of a hundred options have different ids, of letters and digits."""
    choices = choice(0, count=100).interaction()["choices"]
    assert len(choices) == 100
    assert all(key.isascii() and key.isalnum() and key == key.lower() and len(key) <= 3 for key in choices)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (choice(1), choice(1, hint="New words"), True),
        (choice(1), choice(2), False),
        (choice(1), choice(1, count=4), False),
        (choice(1), choice(1, id="q2"), False),
        (make(type="true-false", answer=True), make(type="true-false", answer=False), False),
        (make(type="fill-in", answers=("x",)), make(type="fill-in", answers=("y", "z")), True),
        (make(type="fill-in", answers=("x",)), make(type="fill-in", **FOUR_BLANKS), False),
        (make(type="numeric", answer=1), make(type="numeric", range=(1, 2)), True),
        (make(type="fill-in", answers=("x",)), make(type="performance", steps=("x",)), False),
    ],
)
def test_fingerprints_change_with_the_answers_form_alone(one: Question, other: Question, *, same: bool) -> None:
    """New words keep a learner's stored answer; another id, type or form of answer does not."""
    assert (one.fingerprint() == other.fingerprint()) is same
