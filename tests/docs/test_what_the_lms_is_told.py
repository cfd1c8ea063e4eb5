"""Facts about docs/what-the-lms-is-told.md: each test that it names is there, and its table is the golden one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from scormpack.formats import FORMATS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "what-the-lms-is-told.md").read_text(encoding="utf-8")
LINKS = sorted(set(re.findall(r"\[([^\]\n]+)\]\(\.\./((?:runtime|tests)/[^)\s]+)\)", PAGE)))
CONCERNING_THE_RUNTIME = [*range(1, 22), *range(31, 39), *range(41, 49), *range(51, 54)]
COMPLAINTS = dict(re.findall(r"^\| (\d+) \| [^|]+ \| (.+) \|$", PAGE.split("\n## Complaints")[1], re.MULTILINE))
HEADINGS = {
    "scorm12": "SCORM 1.2",
    "scorm2004": "SCORM 2004",
    "scorm2004-3rd": "SCORM 2004",
    "xapi": "xAPI",
    "web": "Web site",
}
GOLDEN = json.loads((ROOT / "tests" / "golden" / "what_the_lms_is_told.json").read_text(encoding="utf-8"))


def source_of(name: str, path: str) -> str | None:
    """Return a test's source, from its first line to the next test's; None where the file has no such test."""
    is_python = path.endswith(".py")
    source = (ROOT / path).read_text(encoding="utf-8")
    start = rf"^def {name}\(" if is_python else rf"^ *test\([\"`][^\n]*{re.escape(name)}"
    if (found := re.search(start, source, re.MULTILINE)) is None:
        return None
    after = re.search(r"^def " if is_python else r"^ *test\(", source[found.end() :], re.MULTILINE)
    return source[found.start() : found.end() + after.start() if after else None]


def row(name: str, pairs: list[str], told: dict[str, str]) -> str:
    """Return a line of the page's table."""
    words = "any" if len(pairs) == 3 else ", ".join(f"`{pair}`" for pair in pairs)
    return f"| {name} | {words} | {told['scorm12']} | {told['scorm2004']} | {told['xapi']} | {told['cmi5']} |"


@pytest.mark.parametrize(("name", "path"), LINKS, ids=[name for name, _ in LINKS])
def test_each_linked_test_is_there(name: str, path: str) -> None:
    """A file and a test in it stand behind each link of the page."""
    assert source_of(name, path) is not None


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_rows(name: str) -> None:
    """What happens when something fails is told of each format of the registry, in a table with tests."""
    chapter = re.search(rf"^### {HEADINGS.get(name, name)}\n(.*?)^##", PAGE, re.MULTILINE | re.DOTALL)
    assert chapter
    rows = re.findall(r"^\| (.+) \| .+ \| .+ \| (.+) \|$", chapter[1], re.MULTILINE)[1:]
    assert len(rows) > 2
    assert all("](../" in tests for _, tests in rows)


def test_the_page_links_many_tests() -> None:
    """The links are found at all."""
    assert len(LINKS) > 80


def test_the_table_is_the_golden_one() -> None:
    """The state table has every row of the golden table, with what each standard is told under each pair of words."""
    lines = []
    for entry in GOLDEN:
        groups: list[tuple[list[str], dict[str, str]]] = []
        for pair, told in entry["told"].items():
            same = next((pairs for pairs, known in groups if known == told), None)
            if same is None:
                groups.append(([pair], told))
            else:
                same.append(pair)
        lines += [row("" if at else entry["row"], pairs, told) for at, (pairs, told) in enumerate(groups)]
    shown = PAGE.split("| a learner has |")[1].split("\n\n")[0].splitlines()[2:]
    assert shown == lines


def test_every_complaint_about_the_runtime_has_its_line() -> None:
    """The complaints of the list that concern the runtime are all there, and no other."""
    assert [int(number) for number in COMPLAINTS] == CONCERNING_THE_RUNTIME


@pytest.mark.parametrize("number", COMPLAINTS)
def test_each_complaint_has_a_test_that_carries_its_number(number: str) -> None:
    """The test that a complaint's line names says `complaint N`; or the line says why there is none."""
    answer = COMPLAINTS[number]
    if answer.startswith("no test: "):
        return
    ((name, path),) = re.findall(r"^\[([^\]]+)\]\(\.\./([^)]+)\)$", answer)
    carried = re.findall(r"complaints? ((?:\d+(?:, | and )?)+)", source_of(name, path) or "")
    assert number in re.findall(r"\d+", " ".join(carried))


def test_the_counts_of_random_sequences_are_those_that_are_run() -> None:
    """The page says how many sequences a run plays, in node and in the browser."""
    node = (ROOT / "runtime" / "lms" / "model.test.ts").read_text(encoding="utf-8")
    usual = sum(int(count) for count in re.findall(r'^  \["[^"]+", (\d+), ', node, re.MULTILINE))
    browser = re.search(
        r"^SEQUENCES = (\d+)$",
        (ROOT / "tests/browser/test_random_sequences.py").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert f"| node, every run | {usual:,} |" in PAGE
    assert f"| node, `SCORMPACK_SEQUENCES=5` | {5 * usual:,} |" in PAGE
    assert browser
    assert re.search(rf"^\| Chromium[^|]*\| {browser[1]} \|", PAGE, re.MULTILINE)
