"""Facts about questions that are asked twice, over random courses."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scormpack.check import compare_quizzes, divide_course, join_lessons, question_columns
from scormpack.check.alike import are_alike
from scormpack.check.asked_question import asked_questions, question_lists
from scormpack.check.compared_question import Comparison, write_lists
from scormpack.check.folded_text import fold
from scormpack.model import Bank, Course, CourseFile, Lesson
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.choice import Choice
from scormpack.model.questions.sequencing import Sequencing

MOST_SHARED = 4
WORDS = "the yeast dough rises slowly because warm water wakes it before any oven is lit 3 7".split()  # noqa: SIM905
SPACELESS = "小麦粉と水を混ぜて待つ間に窯を温める職人"


def a_text(chance: random.Random, most: int) -> str:
    """Return some words, or letters of a script without spaces."""
    if chance.random() < 0.1:
        return "".join(chance.choices(SPACELESS, k=most * 2))
    return " ".join(chance.choices(WORDS, k=chance.randint(1, most))) + chance.choice(("", "?", ".", " *now*,"))


def a_question(chance: random.Random) -> dict[str, Any]:
    """Return a choice, a statement or a sequence."""
    prompt = a_text(chance, 14)
    if chance.random() < 0.2:
        return {"type": "true-false", "prompt": prompt, "answer": chance.random() < 0.5}
    texts = list(dict.fromkeys(a_text(chance, 5) for _ in range(chance.randint(2, 4))))
    if len(texts) < 2 or chance.random() < 0.2:
        return {"type": "sequencing", "prompt": prompt, "items": [*texts, "then", "wait"]}
    return {"type": "choice", "prompt": prompt, "options": [{"text": text, "correct": True} for text in texts]}


def like(question: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return a question that differs from another in a word or two, if at all."""
    words = question["prompt"].split(" ")
    for _ in range(chance.randint(0, 2)):
        words[chance.randrange(len(words))] = chance.choice(WORDS)
    copy = {**question, "prompt": " ".join(words)}
    if "options" in copy:
        copy["options"] = chance.sample(copy["options"], len(copy["options"]))
    return copy


def a_course(seed: int) -> Course:
    """Return a course whose lessons share a bank here and there."""
    chance = random.Random(seed)  # noqa: S311 - to be the same every time
    asked: list[dict[str, Any]] = []
    for _ in range(120):
        asked.append(like(chance.choice(asked), chance) if asked and chance.random() < 0.5 else a_question(chance))
    ready = [{"id": f"q{at}", **question} for at, question in enumerate(asked)]
    lessons: dict[str, Lesson] = {}
    for at in range(0, 100, 10):
        quiz: dict[str, Any] = {"questions": ready[at : at + 10]}
        if at % 30 == 0:
            quiz["banks"] = ["one" if at % 20 else "two"]
        told = {"id": f"l{at}", "title": "T", "summary": "S.", "sections": [{"heading": "H", "body": "B"}]}
        lessons[f"l{at}"] = Lesson.model_validate_json(json.dumps({**told, "quiz": quiz}))
    banks = {
        name: Bank.model_validate_json(json.dumps({"id": name, "title": "B", "questions": ready[start : start + 10]}))
        for name, start in (("one", 100), ("two", 110))
    }
    modules = [{"title": "M", "lessons": list(lessons)}]
    file = CourseFile.model_validate_json(json.dumps({"id": "https://example.org/c", "title": "C", "modules": modules}))
    return Course(Path("/nowhere"), file, lessons, banks=banks)


def short(question: AnyQuestion) -> tuple[str, ...]:
    """Return its prompt and what is asked about, folded."""
    parts = question.items if isinstance(question, Sequencing) else ()
    if isinstance(question, Choice):
        parts = tuple(option.text for option in question.options)
    return tuple(map(fold, (question.prompt, *parts)))


def keys_of(texts: tuple[str, ...]) -> set[str]:
    """Return its texts, and the first and last words of its prompt."""
    prompt, *parts = texts
    words, between = (prompt.split(" "), " ") if " " in prompt else (list(prompt), "")
    count = 6 if between else 12
    return {"^" + between.join(words[:count]), between.join(words[-count:]) + "$", *parts}


def compare_each(course: Course) -> list[tuple[str, tuple[str | int, ...], str]]:
    """Return what is found by looking at each question beside every earlier one: file, path, the earlier one's id."""
    questions = [(one, short(one.question)) for one in asked_questions(course)]
    holders = Counter(key for _, texts in questions for key in keys_of(texts))
    found: list[tuple[str, tuple[str | int, ...], str]] = []
    for at, (one, texts) in enumerate(questions):
        like = [(other, said) for other, said in questions[:at] if other.question.type == one.question.type]
        whole = texts[0], sorted(texts[1:])
        before = next((other for other, said in like if (said[0], sorted(said[1:])) == whole), None)
        for other, said in like if before is None else ():
            shared = sum(holders[key] <= MOST_SHARED for key in keys_of(texts) & keys_of(said))
            if shared >= (2 if len(texts) > 3 else 1) and are_alike(texts, said):
                before = other
                break
        if before is not None:
            found.append((one.held.file, (*one.held.path, one.place, "prompt"), before.question.id))
    return found


@pytest.mark.parametrize("at_once", [50, 1 << 17])
@pytest.mark.parametrize("seed", range(12))
def test_all_that_are_alike_are_found(seed: int, at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those and those alone that are found by looking at every two, whatever is looked at together."""
    monkeypatch.setattr(question_columns, "MOST_SHARED", MOST_SHARED)
    monkeypatch.setattr(question_columns, "_AT_ONCE", at_once)
    monkeypatch.setattr(question_columns, "_MOST_BITS", at_once)
    course = a_course(seed)
    quizzes = Comparison(course)
    for part in divide_course(course, join_lessons(course)):
        quizzes.add(write_lists(question_lists(part.course)))
    faults = [fault for _, fault in compare_quizzes(quizzes, ["same-question"])]
    found = [(fault.file, fault.path, fault.message.split("`")[1]) for fault in faults]
    assert found == compare_each(course)
    assert {"nearly" in fault.message for fault in faults} == {True, False}
