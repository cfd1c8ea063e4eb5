"""Facts about what single texts are warned of."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormpack.check import check_course
from scormpack.errors import Finding
from scormpack.load import load_course

COURSE = (
    "id: https://example.org/c\ntitle: Course\nmodules: [{title: Module, lessons: [one]}]\nhosts: [h.example.org]\n"
)
LESSON = "id: one\ntitle: One\nsummary: Short.\nsections:\n  - heading: H\n    body: |\n      "


def of_text(folder: Path, text: str) -> list[Finding]:
    """Return what the rules say of a lesson with this text."""
    (folder / "lessons").mkdir()
    (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    (folder / "lessons" / "one.yaml").write_text(LESSON + text.replace("\n", "\n      "), encoding="utf-8")
    for name in ("a.png", "a.mp4", "a.mp3", "b.mp4", "b.mp3"):
        (folder / name).write_bytes(b"media")
    (folder / "b.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nWords.\n", encoding="utf-8")
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


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("![Talk](a.mp4)", "film-captions", "`a.vtt`"),
        ('<video src="a.mp4"></video>', "film-captions", "`a.vtt`"),
        ('<video><source src="a.mp4"></video>', "film-captions", "`a.vtt`"),
        ('<video src="https://h.example.org/b.mp4"></video>', "film-captions", "<track"),
        ("![Bell](a.mp3)", "sound-transcript", "`a.txt`"),
        ('<audio src="a.mp3"></audio>', "sound-transcript", "`a.txt`"),
        ('<iframe src="https://h.example.org/1"></iframe>', "frame-title", "title="),
        ('<iframe src="https://h.example.org/1" title=" "></iframe>', "frame-title", "title="),
    ],
)
def test_what_cannot_be_heard_or_seen_is_a_warning(tmp_path: Path, text: str, code: str, hint: str) -> None:
    """A film without captions, a sound without a transcript and a frame without a title are told where they stand."""
    (finding,) = of_text(tmp_path, text)
    assert (finding.code, finding.severity, finding.line) == (code, "warning", 7)
    assert hint in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "![Talk](b.mp4) ![Bell](b.mp3)",
        '<video src="a.mp4"><track kind="captions" src="b.vtt"></video>',
        '<iframe src="https://h.example.org/1" title="T"></iframe>',
        "`<iframe>` and `<video>`",
    ],
)
def test_what_can_be_heard_and_read_passes(tmp_path: Path, text: str) -> None:
    """Captions beside a film or named in it, a transcript beside a sound, and a title are enough."""
    assert of_text(tmp_path, text) == []
