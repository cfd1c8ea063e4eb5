"""Facts about what single texts are warned of."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormpack.check import check_course
from scormpack.errors import Finding
from scormpack.load import load_course

COURSE = "id: https://example.org/c\ntitle: Course\nmodules: [{title: Module, lessons: [one]}]\n\n\n"
LESSON = "id: one\ntitle: One\nsummary: Short.\nsections:\n  - heading: H\n    body: |\n      "


def of_text(folder: Path, text: str) -> list[Finding]:
    """Return what the rules say of a lesson with this text."""
    (folder / "lessons").mkdir()
    (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    (folder / "lessons" / "one.yaml").write_text(LESSON + text.replace("\n", "\n      "), encoding="utf-8")
    (folder / "a.png").write_bytes(b"png")
    return list(check_course(load_course(folder)))


def test_an_unknown_language_of_code_is_a_warning(tmp_path: Path) -> None:
    """A block in a language that nobody knows is told where it is named, with the nearest one."""
    (finding,) = of_text(tmp_path, "A.\n\n```pyton\nx = 1\n```")
    assert (finding.code, finding.severity, finding.line, finding.column) == ("code-language", "warning", 9, 10)
    assert finding.hint == "Did you mean `python`?"


def test_a_faulty_formula_is_an_error(tmp_path: Path) -> None:
    """A formula is told at the command that nobody knows, in the line where it stands."""
    (finding,) = of_text(tmp_path, "A $x$.\n\n$$\na = b\n\\foo c\n$$")
    assert (finding.code, finding.severity) == ("formula", "error")
    assert (finding.line, finding.column, finding.length) == (11, 7, 6)
    assert finding.message == r'in this formula: unknown command "\foo"'


def test_an_unfinished_formula_points_at_itself(tmp_path: Path) -> None:
    """Where the fault is the end, the formula is underlined."""
    (finding,) = of_text(tmp_path, r"A $\frac{1$.")
    assert finding.source[finding.column - 1 :][: finding.length] == r"\frac{1"


def test_prices_are_no_formulas(tmp_path: Path) -> None:
    """A text about money is no finding."""
    assert of_text(tmp_path, "It is $5, not 10$ or so, and $7 & $8.") == []


@pytest.mark.parametrize("tag", ["french", "english-us", "e", "fr_FR", " ", "de-"])
def test_a_language_that_is_no_tag_is_a_warning(tmp_path: Path, tag: str) -> None:
    """``lang`` on a part is a BCP 47 tag."""
    (finding,) = of_text(tmp_path, f'A <span title="t" lang="{tag}">word</span>.')
    assert (finding.code, finding.severity, finding.line) == ("part-language", "warning", 7)


@pytest.mark.parametrize("tag", ["fr", "pt-BR", "zh-Hant-TW", "ar", "sl-rozaj", "es-419", "haw"])
def test_language_tags_pass(tmp_path: Path, tag: str) -> None:
    """What is a tag is no finding."""
    assert of_text(tmp_path, f'A <span lang="{tag}">word</span>.') == []


def test_a_decorative_picture_needs_no_alternative(tmp_path: Path) -> None:
    """Who says that a picture tells nothing is not asked what it tells."""
    assert of_text(tmp_path, '![](a.png "decorative")') == []
