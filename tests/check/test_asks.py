"""Facts about the questions that an author puts to passages."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormpack.check import check_course
from scormpack.errors import Finding
from scormpack.load import load_course

COURSE = "id: https://example.org/c\ntitle: Course\nmodules:\n  - title: Module\n    lessons: [one]\n"
LESSON = """\
id: one
title: One
summary: Short.
sections:
  - heading: Force is the danger
    body: |
      A blunt knife needs **force**, and force is what
      slips. A sharp one goes where you put it.

      | Edge | What to do |
      |---|---|
      | Dull | Hone it on the `steel` |
    points:
      - Test the edge on a tomato.
      - Test the edge with care.
key_terms:
  - {term: Steel, definition: A rod that sets the edge straight.}
practice:
  intro: Take your oldest knife.
  steps: [Put it away where no child finds it.]
tutor: true
quiz:
  questions:
    - {id: q, type: true-false, prompt: Blunt knives are safe., answer: false}
asks:
  - questions: [is it safe?]
    quote: """


def findings(folder: Path, quote: str, lesson: str = LESSON) -> list[Finding]:
    """Return what is found of a lesson whose last line is ``quote``."""
    (folder / "lessons").mkdir()
    (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    (folder / "lessons" / "one.yaml").write_text(f"{lesson}{quote}\n", encoding="utf-8")
    return list(check_course(load_course(folder), ["asked-both-ways", "asked-passage", "asked-without-tutor"]))


@pytest.mark.parametrize(
    "quote",
    [
        "needs force, and force is what slips",
        "Hone it on the steel",
        "Test the edge on a tomato.",
        "sets the edge straight",
        "Take your oldest knife",
        "where no child finds it",
    ],
)
def test_a_passage_is_quoted_as_it_reads(tmp_path: Path, quote: str) -> None:
    """Sections, cells, points, definitions and practice can be quoted, without Markdown and across line ends."""
    assert findings(tmp_path, quote) == []


@pytest.mark.parametrize(
    ("quote", "hint"),
    [
        ("A blunt knife needs no force", "Did you mean `A blunt knife needs force, and`?"),
        ("Blunt knives are safe.", "Copy words of a section"),
        ("Force is the danger", "Copy words of a section"),
        ("Dull Hone it on the steel", "Did you mean `Hone it on the steel`?"),
    ],
)
def test_words_of_no_passage_are_an_error(tmp_path: Path, quote: str, hint: str) -> None:
    """It stands at the quote; the quiz and the headings are no passages; the nearest words are named."""
    (finding,) = findings(tmp_path, quote)
    assert (finding.code, finding.severity, finding.line) == ("asked-passage", "error", 27)
    assert finding.hint.startswith(hint)


def test_words_of_two_passages_are_a_warning(tmp_path: Path) -> None:
    """Which of them answers is not said: the author is told that the first is taken."""
    (finding,) = findings(tmp_path, "Test the edge")
    assert (finding.code, finding.severity, finding.line) == ("asked-passage", "warning", 27)
    assert finding.message.startswith("2 passages")


def test_questions_without_a_tutor_are_a_warning(tmp_path: Path) -> None:
    """They would help nobody."""
    (finding,) = findings(tmp_path, "oldest knife", LESSON.replace("tutor: true\n", ""))
    assert (finding.code, finding.severity, finding.line) == ("asked-without-tutor", "warning", 25)


def test_a_question_is_answered_or_left_open(tmp_path: Path) -> None:
    """The same question in both ways is an error at the open one, whatever its capitals, spaces and mark at the end."""
    (finding,) = findings(tmp_path, "oldest knife\n  - questions: [Which stone?, Is it  SAFE]")
    assert (finding.code, finding.severity, finding.line) == ("asked-both-ways", "error", 28)
    assert "answered by `oldest knife`" in finding.message
