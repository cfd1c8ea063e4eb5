"""Facts about the rules on a course's looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scormpack.check import check_course
from scormpack.errors import CourseError, Finding
from scormpack.load import load_course

CourseMaker = Callable[..., Path]
LESSON = "id: a\ntitle: T\nsummary: S.\nsections: [{heading: H, body: B}]\n"


@pytest.fixture
def findings(tmp_path: Path) -> Callable[..., list[Finding]]:
    """Return a function that writes a course of one lesson and returns what the rules say."""

    def check(theme: str = "{}", **files: bytes | str) -> list[Finding]:
        course = f"id: https://example.org/c\ntitle: C\nmodules: [{{title: M, lessons: [a]}}]\ntheme: {theme}\n"
        written = {"course.yaml": course, "lessons/a.yaml": LESSON, **files}
        for name, content in written.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(check_course(load_course(tmp_path)))

    return check


FONT = "{fonts: {text: {regular: f.woff2}}}"


@pytest.mark.parametrize(
    ("data", "severity"),
    [
        pytest.param(b"wOF2" + bytes(100), None, id="a font"),
        pytest.param(b"wOF2" + bytes(200_000), "warning", id="too large"),
        pytest.param(b"<html>", "error", id="no font"),
        pytest.param(b"", "error", id="empty"),
    ],
)
def test_font_files_are_looked_into(findings: Callable[..., list[Finding]], data: bytes, severity: str | None) -> None:
    """A font must begin like one; one that is large is a warning; both stand at the path in course.yaml."""
    found = findings(FONT, **{"f.woff2": data})
    assert [(f.code, f.severity, f.line, f.source[f.column - 1 :][: f.length]) for f in found] == (
        [("font-file", severity, 4, "f.woff2")] if severity else []
    )


def test_a_font_with_another_ending_is_an_error(findings: Callable[..., list[Finding]]) -> None:
    """A server tells what a file is by its ending."""
    (found,) = findings("{fonts: {text: {regular: f.bin}}}", **{"f.bin": b"wOF2"})
    assert ".woff2" in found.hint


def test_a_font_that_is_missing_is_told(findings: Callable[..., list[Finding]]) -> None:
    """A path that leads nowhere is found like a picture's."""
    with pytest.raises(CourseError, match=r"course\.yaml:4.*media-missing"):
        findings(FONT)


@pytest.mark.parametrize(
    ("theme", "words"),
    [
        ("{fonts: {text: sens}}", "Did you mean `sans`"),
        ("{fonts: {text: {bold: f.woff2}}}", "`regular` is missing"),
        ("{fonts: {text: {regular: f.woff2, weights: [900, 200]}}}", "comes first"),
        ("{fonts: {text: {regular: f.woff2, weights: [200, 900], bold: f.woff2}}}", "there is no bold file"),
        ("{scheme: drak}", "Did you mean `dark`"),
    ],
)
def test_slips_in_the_theme_are_told(findings: Callable[..., list[Finding]], theme: str, words: str) -> None:
    """What does not fit is one finding, in words that help."""
    with pytest.raises(CourseError) as raised:
        findings(theme, **{"f.woff2": b"wOF2"})
    (found,) = raised.value.findings
    assert words in found.message + found.hint


def contrasts(found: list[Finding]) -> list[tuple[str, int, str]]:
    """Return file, line and the two properties of each finding about contrast."""
    assert {f.code for f in found} <= {"colour-contrast"}
    return [
        (f.file.split("/")[-1], f.line, " ".join(w for w in f.message.split() if w.startswith("--"))) for f in found
    ]


def test_colours_that_cannot_be_read_are_told(findings: Callable[..., list[Finding]]) -> None:
    """Both colours, the ratio, the nearest that can be read, and the line."""
    css = "h1 { --ink: #fff }\n:root {\n  --soft: #999; /* --ink: #fff */\n}\n@media print { :root { --ink: #eee } }\n"
    (found,) = findings(**{"templates/style/extra.css": css})
    assert found.message == (
        "on a light page --soft #999999 on --surface #f5f6f9 has a contrast of 2.63:1, and needs 4.5:1"
    )
    assert found.hint == "The nearest that can be read: `--soft: #717171`."
    assert (found.severity, found.file, found.line) == ("warning", "templates/style/extra.css", 3)
    assert found.source[found.column - 1 :][: found.length] == "--soft: #999"


def test_a_light_ground_for_all_pages_is_told_where_it_meets_dark_pages(
    findings: Callable[..., list[Finding]],
) -> None:
    """A ground set outside of any media query holds on dark pages too, where light letters stand on it."""
    css = ":root { --ground: rgb(255, 255, 255); --surface: white }"
    found = findings(**{"templates/style/extra.css": css})
    assert {f.message.split(" --")[0] for f in found} == {"on a dark page"}
    assert ("extra.css", 1, "--ink --ground") in contrasts(found)
    assert "holds on dark pages too" in found[0].hint
    assert findings("{scheme: light}", **{"templates/style/extra.css": css}) == []
    both = css + "@media (prefers-color-scheme: dark) { :root { --ground: #000; --surface: #111 } }"
    assert findings(**{"templates/style/extra.css": both}) == []


def test_a_courses_own_tokens_take_the_place_of_ours(findings: Callable[..., list[Finding]]) -> None:
    """The course's tokens.css is checked in place of ours; a colour that only a browser can compute is let be."""
    css = "@layer tokens { :root { --ground: #fff; --ink: #777; --edge: #aaa; --soft: color-mix(in srgb, red, blue) } }"
    assert contrasts(findings(**{"templates/style/tokens.css": css})) == [
        ("tokens.css", 1, f"--{name} --ground") for name in ("ink", "ink", "edge", "edge")
    ]


def test_no_finding_without_a_style_sheet(findings: Callable[..., list[Finding]]) -> None:
    """Our own colours can all be read, under any accent."""
    assert findings('{accent: "#ffff00"}') == []
