"""Facts about what a course is warned of as a whole: patterns over its lessons, and names, terms and times in each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from scormpack.check import check_course
from scormpack.errors import Finding
from scormpack.load import load_course

Lesson = dict[str, Any]


def lesson(**keys: object) -> Lesson:
    """Return a lesson with these keys."""
    return {"title": "One", "summary": "S.", "sections": [{"heading": "H", "body": "B"}], **keys}


def found(
    folder: Path, code: str, *lessons: Lesson, bank: Sequence[Lesson] = (), language: str = "en"
) -> list[Finding]:
    """Return what a rule says of a course of these lessons, called a, b, c and so on; the bank is called ``pool``."""
    names = "abcdefgh"[: len(lessons)]
    course = {"id": "https://example.org/c", "title": "C", "language": language}
    course["modules"] = [{"title": "M", "lessons": list(names)}]  # type: ignore[assignment]
    files = {"course": course} | {
        f"lessons/{name}": {"id": name, **one} for name, one in zip(names, lessons, strict=True)
    }
    if bank:
        files["banks/pool"] = {"id": "pool", "title": "P", "questions": list(bank)}
    for name, value in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(json.dumps(value, indent=1, ensure_ascii=False), encoding="utf-8")
    return list(check_course(load_course(folder), [code]))


def at(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """Return file and line of each finding, without spaces around."""
    return [(finding.file, finding.source.strip().rstrip(",")) for finding in findings]


def ask(number: int, prompt: str, *options: str, right: int = 0) -> Lesson:
    """Return a choice."""
    told = [{"text": text, "correct": place == right} for place, text in enumerate(options)]
    return {"id": f"q{number}", "type": "choice", "prompt": prompt, "options": told}


def state(number: int, prompt: str, *, answer: bool) -> Lesson:
    """Return a statement, true or false."""
    return {"id": f"q{number}", "type": "true-false", "prompt": prompt, "answer": answer}


BOARD = "Which board is best for raw fish and raw meat in a small kitchen?"
BOARDS = ("A board of beech", "A board of glass", "A board of steel", "No board at all")
BOARD_AGAIN = "Which board is best for raw fish or raw meat in a small kitchen?"
BOARD_IN_MARKS = "“Which board” is best: for raw fish, and raw meat, in a small kitchen? (Think.)"
LONG = (
    "A board of beech that was oiled last week and dried upright",
    "Some sheet from an old glass shop, ground smooth by hand",
    "One plate in brushed steel, with four rubber feet below it",
)
RAIL = "A train that leaves the station at noon arrives in the harbour before the ferry leaves."


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (ask(1, BOARD, *BOARDS), ask(1, BOARD, *reversed(BOARDS)), "the same"),
        (ask(1, BOARD, *BOARDS), ask(1, BOARD_AGAIN, *BOARDS), "nearly the same"),
        (ask(1, BOARD, *BOARDS), ask(1, BOARD_IN_MARKS, *BOARDS), "nearly the same"),
        (ask(1, BOARD, *BOARDS), ask(1, BOARD, "Wood", "Glass", "Steel", "Stone"), ""),
        (ask(1, "Which costs most?", *LONG), ask(1, "Which weighs least?", *LONG), ""),
        (ask(1, "Which is true?", "Yes", "No"), ask(1, "Which is true?", "No.", "yes"), "the same"),
        (state(1, RAIL, answer=True), state(1, RAIL.replace("ferry", "last ferry"), answer=True), "nearly the same"),
        (ask(1, "What is 17 plus 4, and what is half of it, in words?", "A", "B"),) * 2 + ("the same",),
        (
            state(1, "The price of 20 loaves at this baker is 40 euros before tax is added.", answer=True),
            state(1, "The price of 30 loaves at this baker is 40 euros before tax is added.", answer=True),
            "",
        ),
        (state(1, "在厨房里切生鱼和生肉的时候应该使用哪一种木制菜板", answer=True),) * 2 + ("the same",),
        (
            state(1, "在厨房里切生鱼和生肉的时候应该使用哪一种木制菜板才最安全呢", answer=True),
            state(1, "在厨房里切生鱼和生肉的时候应该使用哪一种木制菜板才最安全", answer=True),
            "nearly the same",
        ),
    ],
)
def test_a_question_is_asked_twice(tmp_path: Path, first: Lesson, second: Lesson, told: str) -> None:
    """The later of two like questions is told at its prompt, with id and file of the earlier; other numbers differ."""
    lessons = (lesson(quiz={"questions": [first]}), lesson(quiz={"questions": [second]}))
    findings = found(tmp_path, "same-question", *lessons)
    messages = [f"this asks {told} as question `q1` of lessons/a.yaml"] if told else []
    assert [finding.message for finding in findings] == messages
    assert at(findings) == [("lessons/b.yaml", f'"prompt": {json.dumps(second["prompt"], ensure_ascii=False)}')] * bool(
        told
    )


def test_a_bank_repeats_a_lesson(tmp_path: Path) -> None:
    """A bank's question is compared too, once, however many lessons ask from it."""
    asking = lesson(quiz={"questions": [ask(1, BOARD, *BOARDS)], "banks": ["pool"]})
    findings = found(tmp_path, "same-question", asking, lesson(quiz={"banks": ["pool"]}), bank=[ask(2, BOARD, *BOARDS)])
    assert [finding.file for finding in findings] == ["banks/pool.yaml"]


def test_many_questions_that_share_all_but_one_text_are_no_repetition(tmp_path: Path) -> None:
    """What half of a course shares, such as `Yes` and `No`, makes no question like another."""
    questions = [
        ask(n, f"Does the {name} need it?", "Yes", "No", "Only later")
        for n, name in enumerate(["train", "ferry", "bread", "baker", "oven", "plate"])
    ]
    assert found(tmp_path, "same-question", lesson(quiz={"questions": questions})) == []


def quiz_of(places: Sequence[int], *, shuffle: bool = False, length: int = 5) -> Lesson:
    """Return a quiz whose right options stand at these places, ``length`` letters long; the others have five."""
    questions = []
    for number, place in enumerate(places):
        options = ["wrong"] * 4
        options[place] = "r" * length
        questions.append(ask(number, f"P{number}", *options, right=place))
    return {"questions": questions} | ({"shuffle": ["options"]} if shuffle else {})


@pytest.mark.parametrize(
    ("quiz", "message"),
    [
        (quiz_of([0] * 10 + [1, 2]), "in 10 of 12 questions the first option is the right one"),
        (quiz_of([1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 3]), "in 9 of 12 questions the third option is the right one"),
        (quiz_of([0, 1, 2, 3] * 3, length=9), "in 12 of 12 questions the right option is the longest"),
        (quiz_of([0] * 12, shuffle=True), None),
        (quiz_of([0, 1, 2, 3] * 3), None),
        (quiz_of([0] * 11), None),
        (quiz_of([0] * 6 + [1, 2, 3] * 2), None),
    ],
)
def test_right_answers_follow_a_pattern(tmp_path: Path, quiz: Lesson, message: str | None) -> None:
    """Place and length are told where they are far beyond chance; few questions, or shuffled options, are not."""
    findings = found(tmp_path, "answer-pattern", lesson(quiz=quiz))
    assert [finding.message for finding in findings] == ([message] if message else [])


@pytest.mark.parametrize(
    ("truths", "told"),
    [("T" * 12 + "F", "true"), ("F" * 14, "false"), ("TF" * 7, ""), ("T" * 10 + "FF", ""), ("T" * 9, "")],
)
def test_statements_are_mostly_true(tmp_path: Path, truths: str, told: str) -> None:
    """A course whose statements are nearly all true, or all false, is told at the first of them."""
    questions = [state(number, f"P{number}", answer=truth == "T") for number, truth in enumerate(truths)]
    findings = found(tmp_path, "answer-pattern", lesson(quiz={"questions": questions}))
    assert [finding.source.strip() for finding in findings] == [f'"answer": {told}'] * bool(told)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (
            {"minutes": 1, "sections": [{"heading": "H", "body": "word " * 1000}]},
            "its words and questions take about 5",
        ),
        ({"minutes": 1, "sections": [{"heading": "H", "body": "字" * 2000}]}, "its words and questions take about 5"),
        ({"minutes": 30}, "its words and questions take about 1 minute, and 30 are promised"),
        ({"minutes": 30, "practice": {"steps": ["Bake a loaf."]}}, ""),
        ({"minutes": 30, "sections": [{"heading": "H", "body": "[A film](https://example.org)"}]}, ""),
        ({"minutes": 4, "sections": [{"heading": "H", "body": "word " * 1000}]}, ""),
        ({"minutes": 3}, ""),
    ],
)
def test_minutes_against_words(tmp_path: Path, keys: Lesson, told: str) -> None:
    """Minutes far below or above what the words take are told; what else there is to do may take any time."""
    findings = found(tmp_path, "reading-time", lesson(**keys))
    assert [finding.message.startswith(told) for finding in findings] == [True] * bool(told)


@pytest.mark.parametrize(
    ("language", "term", "also", "body", "told"),
    [
        ("en", "Honing", [], "A sharp knife.", True),
        ("en", "Honing", ["sharp"], "A sharp knife.", False),
        ("en", "Sharp policy", [], "Our policies are **sharp**.", False),
        ("en", "Retrieval (RAG)", [], "We use RAG here.", False),
        ("de", "Messer", [], "Die Schneiden.", True),
        ("de", "Scharfes Messer", [], "Mit einem scharfen Messer.", False),
        ("ar", "الخبز", [], "نأكل خبزا كل يوم.", False),
        ("ar", "الخبز", [], "نشرب الماء.", True),
        ("zh", "面包", [], "我们吃面包。", False),
        ("zh", "面包", [], "我们喝水。", True),
    ],
)
def test_a_term_is_never_used(  # noqa: PLR0917
    tmp_path: Path,
    language: str,
    term: str,
    also: list[str],
    body: str,
    told: bool,  # noqa: FBT001
) -> None:
    """A term of which the lesson has no form is told; endings, other names and other scripts are known."""
    terms = [{"term": term, "definition": f"{term}.", "also": also}]
    sections = [{"heading": "H", "body": body}]
    findings = found(tmp_path, "unused-term", lesson(sections=sections, key_terms=terms), language=language)
    assert [finding.source.strip() for finding in findings] == [f'"term": "{term}",'] * told


def test_a_term_of_the_quiz_is_used(tmp_path: Path) -> None:
    """A term that only a question uses is used."""
    terms = [{"term": "Honing", "definition": "D."}]
    assert (
        found(
            tmp_path,
            "unused-term",
            lesson(key_terms=terms, quiz={"questions": [ask(1, "Is honing needed?", "A", "B")]}),
        )
        == []
    )


def test_names_that_cannot_be_told_apart(tmp_path: Path) -> None:
    """Lessons, sections and terms of the same name are told at the second, with the first one's place."""
    sections = [{"heading": heading, "body": "B"} for heading in ("Why", "How", "why?")]
    terms = [{"term": term, "definition": "D."} for term in ("Edge", "edge")]
    first, second = lesson(sections=sections, key_terms=terms), lesson(title="one.")
    findings = found(tmp_path, "same-titles", first, second)
    assert at(findings) == [
        ("lessons/a.yaml", '"heading": "why?"'),
        ("lessons/a.yaml", '"term": "edge"'),
        ("lessons/b.yaml", '"title": "one."'),
    ]
    assert "`a`" in findings[2].message


def test_a_relation_of_one_side(tmp_path: Path) -> None:
    """Of two lessons, the one that names the other and is not named back is told at the name."""
    findings = found(tmp_path, "related-one-sided", lesson(related=["b", "c"]), lesson(), lesson(related=["a"]))
    assert at(findings) == [("lessons/a.yaml", '"b"')]


def test_no_time_to_read(tmp_path: Path) -> None:
    """Ten seconds are the least for each question that is asked; a draw asks fewer."""
    questions = [ask(number, f"P{number}", "A", "B") for number in range(12)]
    (finding,) = found(tmp_path, "time-limit", lesson(quiz={"time_limit": 1, "questions": questions}))
    assert (finding.source.strip(), finding.hint) == ('"time_limit": 1,', "Write 2 or more, or ask fewer: `draw: 6`.")
    enough = lesson(quiz={"time_limit": 1, "draw": 6, "questions": questions})
    assert found(tmp_path, "time-limit", enough) == []


def test_nothing_to_pass(tmp_path: Path) -> None:
    """A pass mark of a quiz without points is told, one of a quiz with points is not."""
    mood = {"id": "q", "type": "likert", "prompt": "P", "scale": ["A", "B"]}
    (finding,) = found(tmp_path, "useless-pass-mark", lesson(quiz={"pass_mark": 70, "questions": [mood]}))
    assert finding.source.strip() == '"pass_mark": 70,'
    scored = lesson(quiz={"pass_mark": 70, "questions": [ask(1, "P", "A", "B")]})
    assert found(tmp_path, "useless-pass-mark", scored) == []


def test_what_an_lms_loses(tmp_path: Path) -> None:
    """A title that Moodle reads as none, and an answer that SCORM 1.2 cuts, are told."""
    blanks = {"id": "q", "type": "fill-in", "prompt": "P", "answers": ["x" * 256]}
    findings = found(tmp_path, "lms-limit", lesson(title="0", quiz={"questions": [blanks]}))
    assert at(findings)[0] == ("lessons/a.yaml", '"title": "0"')
    assert [finding.message[:10] for finding in findings] == ["Moodle tak", "the right "]


def test_a_module_title_that_is_too_long(tmp_path: Path) -> None:
    """Modules are held to the limit of titles too: they are items of a manifest."""
    found(tmp_path, "title-length", lesson())
    course = tmp_path / "course.yaml"
    course.write_text(course.read_text(encoding="utf-8").replace('"M"', f'"{"M" * 201}"'), encoding="utf-8")
    (finding,) = check_course(load_course(tmp_path), ["title-length"])
    assert (finding.file, finding.severity, finding.length) == ("course.yaml", "error", 203)


def test_feedback_that_nobody_sees(tmp_path: Path) -> None:
    """Reasons in a quiz that tells none are told once; in a bank only where no quiz tells any."""
    question = {**state(1, "P", answer=True), "explanation": "E."}
    silent = lesson(quiz={"feedback": "none", "questions": [question, {**question, "id": "q2"}], "banks": ["pool"]})
    findings = found(tmp_path, "unseen-feedback", silent, bank=[{**question, "id": "q3"}])
    assert [finding.file for finding in findings] == ["banks/pool.yaml", "lessons/a.yaml"]
    findings = found(
        tmp_path, "unseen-feedback", silent, lesson(quiz={"banks": ["pool"]}), bank=[{**question, "id": "q3"}]
    )
    assert [finding.file for finding in findings] == ["lessons/a.yaml"]
