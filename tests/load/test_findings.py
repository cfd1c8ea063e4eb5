"""Facts about what an author is told: tests/golden/load/*.md, a heading for each case.

A case is the files of a course, each in a block that begins with its kind and path, and a block of the findings that
they must give, each with its source line underlined. `pytest tests/load --rewrite-golden` writes what is found today;
read the difference before you commit it.

Kinds: `yaml` and `file` (the text as it is), `link` (a symbolic link to the text). After the path: `crlf`, `bom`,
`latin-1` or `utf-16`, how the text is saved. A course file is made up where a case brings none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from scormpack.errors import CourseError, Finding
from scormpack.load import load_course

GOLDEN = Path(__file__).parents[1] / "golden" / "load"
BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One heading of a golden file."""

    page: str
    fact: str
    text: str

    @property
    def blocks(self) -> list[tuple[str, str, str]]:
        """Kind, what follows it, and content of each block."""
        return [(block[1], block[2], block[3]) for block in BLOCK.finditer(self.text)]


def cases() -> list[Case]:
    """Return every case of every golden file."""
    return [
        Case(page.name, section.split("\n", 1)[0].strip(), section)
        for page in sorted(GOLDEN.glob("*.md"))
        for section in page.read_text(encoding="utf-8").split("\n## ")[1:]
    ]


def write(case: Case, root: Path) -> None:
    """Write the case's files into ``root``."""
    lessons = []
    for kind, head, content in case.blocks:
        if kind == "findings":
            continue
        name, *saved = head.split()
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lessons += [path.stem] if name.startswith("lessons/") else []
        if kind == "link":
            path.symlink_to(content.strip())
            continue
        text = content.replace("\n", "\r\n") if "crlf" in saved else content
        encoding = next((way for way in saved if way not in {"crlf", "bom"}), "utf-8")
        path.write_bytes((b"\xef\xbb\xbf" if "bom" in saved else b"") + text.encode(encoding))
    if not (root / "course.yaml").exists():
        text = f"id: https://example.org/c\ntitle: Course\nmodules: [{{title: M, lessons: [{', '.join(lessons)}]}}]\n"
        (root / "course.yaml").write_text(text, encoding="utf-8")


def shown(finding: Finding) -> str:
    """Return the finding as the golden files have it."""
    lines = [f"{finding.place} {finding.code} | {finding.message} | {finding.hint}"]
    if finding.line:
        lines += [f"  {finding.source}", f"  {' ' * (finding.column - 1)}{'~' * finding.length}"]
    return "".join(f"{line.rstrip()}\n" for line in lines)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.page[:-3]}: {case.fact}")
def test_every_fault_is_told_at_its_place(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """A faulty course gives exactly the findings that its golden case shows, in order of place."""
    write(case, tmp_path)
    with pytest.raises(CourseError) as raised:
        load_course(tmp_path)
    found = "".join(shown(finding) for finding in raised.value.findings)
    expected = next((content for kind, _, content in case.blocks if kind == "findings"), "")
    if request.config.getoption("--rewrite-golden", default=False):
        page = GOLDEN / case.page
        block = re.compile(r"```findings\n.*?^```$", re.MULTILINE | re.DOTALL)
        renewed = block.sub(lambda _: f"```findings\n{found}```", case.text)
        page.write_text(page.read_text(encoding="utf-8").replace(case.text, renewed), encoding="utf-8")
    else:
        assert found == expected


def test_the_findings_of_all_files_come_in_order_of_place(tmp_path: Path) -> None:
    """Files by name, then lines, then columns."""
    (case,) = [case for case in cases() if case.fact.startswith("All faults of all files")]
    write(case, tmp_path)
    with pytest.raises(CourseError) as raised:
        load_course(tmp_path)
    places = [(finding.file, finding.line, finding.column) for finding in raised.value.findings]
    assert places == sorted(places)
    assert len({file for file, _, _ in places}) == 3
