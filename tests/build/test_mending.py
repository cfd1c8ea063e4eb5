"""Facts about ``check --fix``: tests/golden/fix/*.md (tests/support/golden_cases.py), and what keeps files safe."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from golden_cases import Case, cases, shown
from hypothesis import given
from hypothesis import strategies as st

from scormpack.assets import rule_pages
from scormpack.build.faults import find_faults
from scormpack.build.mending import diff_of, mend_course, show_edits
from scormpack.check.edits import apply_edits
from scormpack.cli import main
from scormpack.errors import Edit

COURSE = "id: https://example.org/c\ntitle: C\nmodules: [{title: M, lessons: [a]}]\n"
LESSON = "id: a\nTitle: A\nsummary: S.\nsections: [{heading: H, body: B}]\n"


def course(root: Path, lesson: str = LESSON) -> Path:
    """Write a course of one lesson, and return the lesson's file."""
    (root / "lessons").mkdir(exist_ok=True)
    (root / "course.yaml").write_text(COURSE, encoding="utf-8")
    path = root / "lessons" / "a.yaml"
    path.write_text(lesson, encoding="utf-8")
    return path


@pytest.mark.parametrize("case", cases("fix"), ids=lambda case: case.name)
def test_what_can_only_be_meant_one_way_is_mended(case: Case, tmp_path: Path, rewrite_golden: bool) -> None:  # noqa: FBT001
    """The files are as the golden page has them, line ends and byte order mark kept; a second run changes nothing."""
    case.write(tmp_path)
    diff = show_edits(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    mended = mend_course(tmp_path)
    assert diff == "".join(map(diff_of, mended.files)), "what is shown is what is written, whatever comes to light"
    assert mend_course(tmp_path).files == ()
    found = {("left", ""): "".join(shown(finding) for finding in find_faults(tmp_path))}
    for kind, file in case.expected():
        if kind == "fixed":
            data = (tmp_path / file).read_bytes()
            assert data.count(b"\r\n") == before[tmp_path / file].count(b"\r\n")
            assert data.startswith(b"\xef\xbb\xbf") == before[tmp_path / file].startswith(b"\xef\xbb\xbf")
            found[kind, file] = data.decode("utf-8-sig").replace("\r\n", "\n")
    case.settle(found, rewrite=rewrite_golden)


def test_every_code_that_says_so_is_mended_in_a_case(tmp_path: Path) -> None:
    """The codes whose pages name ``--fix`` are those whose findings carry an edit in the golden cases."""
    mended: set[str] = set()
    for number, case in enumerate(cases("fix")):
        root = tmp_path / str(number)
        root.mkdir()
        case.write(root)
        mended |= {finding.code for finding in find_faults(root) if finding.edit}
    assert mended == {code for code, text in rule_pages().items() if "`--fix` mends" in text}


def test_permissions_stay_and_a_link_stays_a_link(tmp_path: Path) -> None:
    """A file keeps its mode; where it is a link, the file that it leads to is mended, if that is in the course."""
    path = course(tmp_path)
    path.rename(tmp_path / "real.yaml")
    path.symlink_to("../real.yaml")
    (tmp_path / "real.yaml").chmod(0o600)
    mend_course(tmp_path)
    assert path.is_symlink()
    assert (tmp_path / "real.yaml").read_text(encoding="utf-8") == LESSON.replace("Title", "title")
    assert stat.S_IMODE((tmp_path / "real.yaml").stat().st_mode) == 0o600


def test_nothing_outside_the_course_is_written(tmp_path: Path) -> None:
    """A lesson that is a link to a file elsewhere is left alone."""
    (tmp_path / "course").mkdir()
    path = course(tmp_path / "course")
    path.rename(tmp_path / "elsewhere.yaml")
    path.symlink_to(tmp_path / "elsewhere.yaml")
    assert mend_course(tmp_path / "course").files == ()
    assert (tmp_path / "elsewhere.yaml").read_text(encoding="utf-8") == LESSON


def test_the_diff_shows_and_writes_nothing(tmp_path: Path) -> None:
    """``--diff`` prints a unified diff with exit code 1 while there is something to mend, and 0 after ``--fix``."""
    path = course(tmp_path)
    result = CliRunner().invoke(main, ["check", str(tmp_path), "--diff"])
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:3] == ["--- a/lessons/a.yaml", "+++ b/lessons/a.yaml", "@@ -1,4 +1,4 @@"]
    assert "-Title: A\n+title: A\n" in result.stdout
    assert path.read_text(encoding="utf-8") == LESSON
    fixed = CliRunner().invoke(main, ["check", str(tmp_path), "--fix"])
    assert (fixed.exit_code, fixed.stdout, fixed.stderr) == (
        0,
        "C: 1 lesson, no findings.\n",
        "mended lessons/a.yaml: 1 place\n",
    )
    assert CliRunner().invoke(main, ["check", str(tmp_path), "--diff"]).exit_code == 0


def test_findings_say_that_they_can_be_mended(tmp_path: Path) -> None:
    """The line that counts them names the option and how many it mends."""
    course(tmp_path)
    result = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert "\n1 error. `scormpack check --fix` mends it.\n" in result.stderr


def test_the_diff_shows_what_comes_to_light_too(tmp_path: Path) -> None:
    """A word that stands twice is found once the file can be read: the diff has both, and the file is as it was."""
    body = "quiz: {questions: [{id: q, type: Choice, promt: The the end?, "
    body += "options: [{text: A, corect: yes}, {text: Be}]}]}\n"
    path = course(tmp_path, LESSON + body)
    shown_first = show_edits(tmp_path)
    assert "type: choice, prompt: The end?, options: [{text: A, correct: true}" in shown_first
    assert path.read_text(encoding="utf-8") == LESSON + body
    assert "".join(map(diff_of, mend_course(tmp_path).files)) == shown_first


PLACES = (st.integers(1, 4), st.integers(1, 6), st.integers(1, 4))
EDITS = st.builds(Edit, *PLACES, st.sampled_from(["", "x", "long text"]))


@given(st.lists(EDITS, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_edits_that_overlap_are_made_once(edits: list[Edit], end: str) -> None:
    """Whatever the edits, lines and their ends stay in number; what is outside every edit stays as it is."""
    text = end.join(["abcdefghij"] * 4) + end
    after, made = apply_edits(text, edits)
    assert len(re.findall("\r\n|\r|\n", after)) == 4
    assert (made == 0) == (not edits)
    for number, line in enumerate(after.split(end)[:-1], 1):
        if number not in {edit.line for edit in edits}:
            assert line == "abcdefghij"
