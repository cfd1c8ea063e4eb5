"""Facts about the rules over any course that can be loaded."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scormpack.check import check_course
from scormpack.check.starter_text import STARTER_TEXTS
from scormpack.errors import CourseError
from scormpack.load import load_course

# What rules look for, in pieces: they meet each other, cut short and doubled.
PIECES = [
    *(
        "all of the above",
        "كلٌ ما سبق",
        "above ½",
        "Both A and B",
        "以上都",
        "上記の",
        "उपरोक्त सभी",
        "كل ما سبق",
        "Choose two",
        "which 3",
    ),
    *(
        "# ",
        "## ",
        "\n\n### ",
        "===",
        "\n---\n",
        "<h2>",
        "</h2>",
        "[",
        "](",
        ")",
        "](#",
        "#section-1",
        "[^1]",
        "\n[^1]: ",
    ),
    *("http://", "https://", "anna:", "@", "here", "![", "<img src=", '"', "<a href=", "`", "```", "~~~", "$", "<!--"),
    *("lorem ipsum", "TBD", "???", "xxx", "the the", "ist ist", " ", "  ", "\n", "\t", "\u00a0", "\u200b", "\u3000"),
    *("password: ", "token=", "-----BEGIN PRIVATE KEY-----", "eyJ", "AKIA", "sk-", "-", "_", "*", "**", "."),
    *("漢字", "עברית", "हिन्दी", "ไทย", "İ", "ß", "é", "e\u0301", "👩\u200d🔬", "0", "-1", "½", "\u202e", "{{1}}", "\\"),
]
LETTERS = st.characters(exclude_categories=["C", "Zl", "Zp"])
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(LETTERS, max_size=5), min_size=1, max_size=9).map(
    lambda pieces: "".join(pieces).strip() or "x"
)
LINES = TEXTS.map(lambda text: " ".join(text.split()) or "x")
NUMBERS = st.integers(-9, 9) | st.floats(-1e12, 1e12) | st.sampled_from([0, 0.0, 1e-9, 3.14159])
MAYBE = st.none() | TEXTS
LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "pt-BR", "ar", "hi", "ja", "zh-Hant", "th", "tlh"])


def some(strategy: st.SearchStrategy[Any], least: int, most: int) -> st.SearchStrategy[list[Any]]:
    """Return lists of a few."""
    return st.lists(strategy, min_size=least, max_size=most)


def kind(name: str, **keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return questions of a type."""
    common = {"type": st.just(name), "prompt": TEXTS, "explanation": MAYBE}
    return st.fixed_dictionaries(common | keys)


def apart(texts: list[str]) -> list[str]:
    """Return the same texts, none like another: loading refuses those."""
    return [f"{at} {text}" for at, text in enumerate(texts)]


def numbered(pairs: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the same pairs, no source or target like another."""
    return [{key: f"{at} {text}" for key, text in pair.items()} for at, pair in enumerate(pairs)]


PAIRS = st.fixed_dictionaries({"source": TEXTS, "target": LINES})
OPTIONS = st.fixed_dictionaries({"text": TEXTS, "correct": st.booleans(), "feedback": MAYBE})
POINTS = st.sampled_from([0, 1, 5])
QUESTIONS = st.one_of(
    kind("choice", options=some(OPTIONS, 2, 5), points=POINTS),
    kind("true-false", answer=st.booleans(), points=POINTS),
    kind("fill-in", answers=some(LINES, 1, 4), match=st.fixed_dictionaries({"case": st.booleans()})),
    kind(
        "fill-in",
        text=st.just("{{1}} {{2}}"),
        blanks=st.fixed_dictionaries({1: some(LINES, 1, 3), 2: some(LINES, 1, 3)}),
    ),
    kind("numeric", answer=NUMBERS, tolerance=st.sampled_from([None, 0, 0.5, 1e9, "5 %", "0 %"])),
    kind("numeric", range=st.tuples(NUMBERS, NUMBERS).map(sorted)),
    kind("matching", pairs=some(PAIRS, 2, 4).map(numbered)),
    kind("sequencing", items=some(TEXTS, 2, 4).map(apart)),
    kind("likert", scale=some(LINES, 2, 4)),
    kind("long-fill-in", model_answer=MAYBE),
    kind("performance", steps=some(TEXTS, 1, 3)),
)
QUIZZES = st.fixed_dictionaries(
    {
        "questions": some(QUESTIONS, 1, 14),
        "shuffle": st.sampled_from([[], ["options"]]),
        "feedback": st.sampled_from(["after-each", "none"]),
        "time_limit": st.sampled_from([None, 1, 240]),
        "pass_mark": st.sampled_from([None, 0, 70]),
    }
)
LESSONS = st.fixed_dictionaries(
    {
        "title": LINES,
        "summary": LINES,
        "minutes": st.sampled_from([None, 1, 600]),
        "language": st.none() | LANGUAGES,
        "objectives": some(LINES, 0, 2),
        "sections": some(st.fixed_dictionaries({"heading": LINES, "body": TEXTS, "points": some(TEXTS, 1, 2)}), 1, 3),
        "key_terms": some(st.fixed_dictionaries({"term": LINES, "definition": TEXTS, "also": some(LINES, 0, 2)}), 0, 3),
        "practice": st.none() | st.fixed_dictionaries({"intro": MAYBE, "steps": some(TEXTS, 1, 2)}),
        "quiz": st.none() | QUIZZES,
    }
)


def flow(value: object) -> str:
    """Return a value as YAML: JSON, but for keys that are numbers, and without what is left out."""
    if isinstance(value, dict):
        given = ((key, item) for key, item in value.items() if item is not None)
        return "{" + ", ".join(f"{json.dumps(key)}: {flow(item)}" for key, item in given) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def check(lessons: list[dict[str, Any]], language: str) -> int | None:
    """Return how many findings a course of these lessons has; None where it cannot be loaded."""
    names = "abc"[: len(lessons)]
    course = {"id": "https://example.org/c", "title": "C", "language": language}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "lessons").mkdir()
        (root / "course.yaml").write_text(
            flow({**course, "modules": [{"title": "M", "lessons": list(names)}]}), "utf-8"
        )
        for name, lesson in zip(names, lessons, strict=True):
            lesson["related"] = ["a"] if name == "b" else []
            for number, question in enumerate(lesson["quiz"]["questions"] if lesson["quiz"] else ()):
                question["id"] = f"q{number}"
                for option in question.get("options", ())[:1]:
                    option["correct"] = True
            (root / "lessons" / f"{name}.yaml").write_text(flow({"id": name, **lesson}), "utf-8")
        try:
            loaded = load_course(root)
        except CourseError:
            return None
        findings = check_course(loaded)
        assert all(finding.message and finding.hint and finding.file for finding in findings)
        assert all(0 < finding.column <= len(finding.source) + 1 for finding in findings if finding.line)
        assert check_course(loaded) == findings
        with pytest.MonkeyPatch.context() as patch:
            look_closely(patch)
            assert check_course(loaded) == findings
        return len(findings)


LOOKS = (
    "authored_text._MAY_BE_MARKED",
    "placeholder._HAS_SIGN",
    "plain_marks._HAS_MARK",
    "secret_forms._IS_SUSPECT",
    "text_without_bar._HAS_FIRST",
)
LOOKS_BY_LANGUAGE = ("asked_number._search_asked", "asked_number._search_signs", "option_place._search_lines")


def look_closely(patch: pytest.MonkeyPatch) -> None:
    """Let every rule look at every text, where one look at all of them would have shown that there is nothing."""
    for look in LOOKS:
        patch.setattr(f"scormpack.check.{look}", lambda _text: True)
    for look in LOOKS_BY_LANGUAGE:
        patch.setattr(f"scormpack.check.{look}", lambda _language: lambda _text: True)
    patch.setattr("scormpack.check.starter_text.STARTER_TEXTS", _Everywhere(STARTER_TEXTS))


class _Everywhere(frozenset[str]):
    def isdisjoint(self, _others: object) -> bool:
        return False


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(lessons=some(LESSONS, 1, 3), language=LANGUAGES)
def test_rules_never_raise(lessons: list[dict[str, Any]], language: str) -> None:
    """Of any course that loads, the rules tell what they find, each time the same, in a place that is there."""
    check(lessons, language)


def test_a_text_made_to_take_for_ever_takes_none(tmp_path: Path) -> None:
    """No rule's pattern is slow on long texts of what it begins with: this test would not end within an hour."""
    hostile = ["`" * at + "a" for at in range(1, 200)]
    long = ["token:" * 5_000, "eyJaaaaaaaaaa-" * 2_000, "<!--" * 5_000, "TBD" + "".join(hostile), "सभी सही " * 2_000]
    long += [
        "उपरोक्त " + "सभी" * 5_000,
        "*" * 20_000 + "a",
        "a." * 20_000,
        "://a:" * 5_000,
        "the " * 5_000,
        "# " * 5_000,
    ]
    options = [{"text": text, "correct": at == 0} for at, text in enumerate(long)]
    quiz = {"questions": [{"id": "q", "type": "choice", "prompt": long[4], "options": options}], "shuffle": ["options"]}
    lesson = {"id": "one", "title": "T", "summary": "S", "sections": [{"heading": "H", "body": text} for text in long]}
    (tmp_path / "lessons").mkdir()
    course = {"id": "https://example.org/c", "title": "C", "modules": [{"title": "M", "lessons": ["one"]}]}
    (tmp_path / "course.yaml").write_text(flow(course), "utf-8")
    (tmp_path / "lessons" / "one.yaml").write_text(flow({**lesson, "language": "hi", "quiz": quiz}), "utf-8")
    codes = {finding.code for finding in check_course(load_course(tmp_path))}
    assert "option-length" not in codes
    assert "placeholder" in codes
