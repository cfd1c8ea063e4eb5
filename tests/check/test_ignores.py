"""Facts about findings that an author sets aside, in ``course.yaml`` or on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormpack.check import CODES, check_course
from scormpack.check.selection import choose_codes
from scormpack.errors import Finding, OptionError
from scormpack.load import load_course

LESSON = "id: {0}\ntitle: {0}\nsummary: {1}\nsections:\n  - heading: H\n    body: '![](a.png)'\n"
LONG = "word " * 41


def findings(folder: Path, ignore: str = "", codes: frozenset[str] = CODES, title: str = "Course") -> list[Finding]:
    """Write a course of two lessons, each with a long summary and a picture without text, and check it."""
    (folder / "lessons").mkdir()
    modules = "modules: [{title: M, lessons: [one, two]}]\n"
    (folder / "course.yaml").write_text(
        f"id: https://example.org/c\ntitle: {title}\n{modules}{ignore}", encoding="utf-8"
    )
    for name in ("one", "two"):
        (folder / "lessons" / f"{name}.yaml").write_text(LESSON.format(name, LONG), encoding="utf-8")
    (folder / "a.png").write_bytes(b"png")
    return list(check_course(load_course(folder), codes))


def found(findings: list[Finding]) -> list[tuple[str, str]]:
    """Return what was found where."""
    return [(finding.code, finding.file) for finding in findings]


def test_a_rule_is_ignored_in_the_whole_course(tmp_path: Path) -> None:
    """An entry without lessons sets every finding of its rule aside, and no other."""
    assert found(findings(tmp_path, "ignore: [{rule: summary-length, reason: They are poems.}]\n")) == [
        ("image-alternative", "lessons/one.yaml"),
        ("image-alternative", "lessons/two.yaml"),
    ]


def test_a_rule_is_ignored_in_some_lessons(tmp_path: Path) -> None:
    """An entry with lessons holds for these alone."""
    left = found(findings(tmp_path, "ignore: [{rule: summary-length, lessons: [two]}]\n"))
    assert [file for code, file in left if code == "summary-length"] == ["lessons/one.yaml"]


@pytest.mark.parametrize(
    ("entry", "code", "column", "message", "hint"),
    [
        (
            "{rule: sumary-length}",
            "unknown-rule",
            17,
            "there is no rule `sumary-length`",
            "Did you mean `summary-length`?",
        ),
        (
            "{rule: unknown-key}",
            "ignore-refused",
            17,
            "`unknown-key` cannot be ignored: no package can be made with it",
            "Take this entry out.",
        ),
        (
            "{rule: formula}",
            "unused-ignore",
            17,
            "this sets nothing aside: `formula` is found nowhere in the course",
            "Take the entry out.",
        ),
        (
            "{rule: summary-length, lessons: [tow]}",
            "unused-ignore",
            43,
            "the course has no lesson `tow`",
            "Did you mean `two`?",
        ),
    ],
)
def test_an_entry_that_does_nothing_is_a_warning(  # noqa: PLR0917 (the columns of the table)
    tmp_path: Path, entry: str, code: str, column: int, message: str, hint: str
) -> None:
    """A misspelt code, one that cannot be ignored, one that is not found, a lesson that is not there: at its place."""
    (about,) = [finding for finding in findings(tmp_path, f"ignore: [{entry}]\n") if finding.file == "course.yaml"]
    assert (about.code, about.line, about.column) == (code, 4, column)
    assert (about.message, about.hint, about.severity) == (message, hint, "warning")


def test_an_error_that_no_package_can_be_made_with_stays(tmp_path: Path) -> None:
    """A title that no manifest can hold is told whatever the course file and the command line say."""
    title = "x" * 201
    left = findings(tmp_path, "ignore: [{rule: title-length}]\n", title=title)
    assert ("title-length", "course.yaml") in found(left)
    (refused,) = [finding for finding in left if finding.code == "ignore-refused"]
    assert "an error at course.yaml:2:8" in refused.message
    codes = choose_codes(CODES, ignore=["title-length"])
    assert ("title-length", "course.yaml") in found(list(check_course(load_course(tmp_path), codes)))


def test_what_was_not_looked_for_is_not_called_unused(tmp_path: Path) -> None:
    """Under ``--select`` an entry for another rule is no finding."""
    codes = choose_codes(CODES, select=["image-alternative", "unused-ignore"])
    left = found(findings(tmp_path, "ignore: [{rule: summary-length}]\n", codes))
    assert {code for code, _ in left} == {"image-alternative"}


def test_codes_are_chosen_by_lists_with_commas() -> None:
    """``select`` takes what it names, ``ignore`` leaves out what it names, both in any number of lists."""
    assert choose_codes(CODES, ["formula, summary-length", "font-file"], ["formula"]) == {"summary-length", "font-file"}
    assert choose_codes(CODES, ignore=["formula,font-file"]) == CODES - {"formula", "font-file"}
    assert choose_codes(CODES, ["unknown-key"]) == frozenset()


def test_a_code_that_is_none_is_wrong_usage() -> None:
    """The message names the nearest code, or says that reading's faults cannot be ignored."""
    with pytest.raises(OptionError, match="Did you mean `formula`"):
        choose_codes(CODES, select=["fromula"])
    with pytest.raises(OptionError, match="`unknown-key` cannot be ignored"):
        choose_codes(CODES, ignore=["unknown-key"])
