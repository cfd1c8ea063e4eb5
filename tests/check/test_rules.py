"""Facts about what a valid course is warned of."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormpack.check import check_course
from scormpack.errors import Finding
from scormpack.load import load_course

COURSE = "id: https://example.org/c\ntitle: Course\nmodules:\n  - title: Module\n    lessons: [one]\n"
LESSON = "id: one\ntitle: One\nsummary: Short.\nsections:\n  - heading: H\n    body: |\n      Text.\n"


def findings(folder: Path, course: str = COURSE, lesson: str = LESSON) -> list[Finding]:
    """Write a course of one lesson and return what the rules say of it."""
    (folder / "lessons").mkdir()
    (folder / "course.yaml").write_text(course, encoding="utf-8")
    (folder / "lessons" / "one.yaml").write_text(lesson, encoding="utf-8")
    (folder / "a.png").write_bytes(b"png")
    return list(check_course(load_course(folder)))


def test_a_good_course_has_no_findings(tmp_path: Path) -> None:
    """The rules are silent where nothing is wrong."""
    assert findings(tmp_path) == []


def test_the_example_course_has_no_findings() -> None:
    """The course that we show keeps our own rules."""
    assert check_course(load_course(Path(__file__).parents[2] / "lessons")) == ()


def test_a_title_an_lms_refuses_is_an_error(tmp_path: Path) -> None:
    """A lesson's title of 300 characters is an error at its place."""
    (finding,) = findings(tmp_path, lesson=LESSON.replace("title: One", "title: " + "x" * 300))
    assert (finding.code, finding.severity) == ("title-length", "error")
    assert (finding.file, finding.line, finding.column, finding.length) == ("lessons/one.yaml", 2, 8, 300)


def test_a_course_title_an_lms_refuses_is_an_error(tmp_path: Path) -> None:
    """The course's own title is held to the same limit."""
    (finding,) = findings(tmp_path, course=COURSE.replace("title: Course", "title: " + "x" * 201))
    assert (finding.code, finding.file, finding.line) == ("title-length", "course.yaml", 2)


def test_a_title_of_200_characters_passes(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    assert findings(tmp_path, lesson=LESSON.replace("title: One", "title: " + "x" * 200)) == []


def test_a_long_summary_is_a_warning(tmp_path: Path) -> None:
    """A summary over 200 characters does not fit a card."""
    (finding,) = findings(tmp_path, lesson=LESSON.replace("Short.", "word " * 41))
    assert (finding.code, finding.severity, finding.line) == ("summary-length", "warning", 3)


@pytest.mark.parametrize("image", ["![](a.png)", "![  ](a.png)", '<img src="a.png">', '<img src="a.png" alt="">'])
def test_an_image_without_alternative_is_a_warning(tmp_path: Path, image: str) -> None:
    """However an image is written, without a text alternative it is found, at the line where it stands."""
    (finding,) = findings(tmp_path, lesson=LESSON.replace("Text.", f"Text.\n\n      {image}"))
    assert (finding.code, finding.severity, finding.line) == ("image-alternative", "warning", 9)


def test_an_image_by_reference_without_alternative_is_a_warning(tmp_path: Path) -> None:
    """An image whose file stands in a definition below is found too, where the file is named."""
    text = "Text.\n\n      ![][a]\n\n      [a]: a.png"
    (finding,) = findings(tmp_path, lesson=LESSON.replace("Text.", text))
    assert (finding.code, finding.line, finding.column) == ("image-alternative", 11, 12)


def test_an_image_with_alternative_passes(tmp_path: Path) -> None:
    """An image that says what it shows is no finding; nor is one in code."""
    text = "![A fork](a.png)\n\n      `![](b.png)`"
    assert findings(tmp_path, lesson=LESSON.replace("Text.", text)) == []


def test_a_lesson_that_no_module_lists_is_a_warning(tmp_path: Path) -> None:
    """A forgotten lesson is told of, with the line to add."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "two.yaml").write_text(LESSON.replace("one", "two"), encoding="utf-8")
    (tmp_path / "lessons" / "one.yaml").write_text(LESSON, encoding="utf-8")
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    (finding,) = check_course(load_course(tmp_path))
    assert (finding.code, finding.file) == ("unlisted-lesson", "lessons/two.yaml")
    assert "`two`" in finding.hint


def test_a_bank_that_no_quiz_names_is_a_warning(tmp_path: Path) -> None:
    """A forgotten bank is told of, with the key to add."""
    (tmp_path / "banks").mkdir()
    (tmp_path / "banks" / "facts.yaml").write_text(
        "id: facts\ntitle: F\nquestions: [{id: q, type: true-false, prompt: So?, answer: true, explanation: S}]\n",
        encoding="utf-8",
    )
    (finding,) = findings(tmp_path)
    assert (finding.code, finding.severity, finding.file) == ("unlisted-bank", "warning", "banks/facts.yaml")
    assert "`banks: [facts]`" in finding.hint
