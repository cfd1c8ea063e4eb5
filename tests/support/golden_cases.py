"""Golden files that people can read: Markdown pages of cases, a heading for each.

A case is the files of a course, each in a block that begins with its kind and path, and blocks of what must come of
them. `pytest --rewrite-golden PATH` writes what comes of them today; read the difference before you commit it.

Kinds of files: `yaml` and `file` (the text as it is), `link` (a symbolic link to the text). After the path: `crlf`,
`bom`, `latin-1` or `utf-16`, how the text is saved. A course file is made up where a case brings none. All other kinds
are what is expected; each test says which it knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from scormpack.errors import Finding

GOLDEN = Path(__file__).parents[1] / "golden"
_FILES = {"yaml", "file", "link"}
_BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One heading of a golden page."""

    page: Path
    fact: str
    text: str

    @property
    def name(self) -> str:
        """Page and heading, for pytest to show."""
        return f"{self.page.stem}: {self.fact}"

    @property
    def blocks(self) -> list[tuple[str, str, str]]:
        """Kind, what follows it, and content of each block."""
        return [(block[1], block[2], block[3]) for block in _BLOCK.finditer(self.text)]

    def write(self, root: Path) -> None:
        """Write the case's files into ``root``."""
        lessons = []
        for kind, head, content in self.blocks:
            if kind not in _FILES:
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
            listed = f"[{{title: M, lessons: [{', '.join(lessons)}]}}]"
            text = f"id: https://example.org/c\ntitle: Course\nmodules: {listed}\n"
            (root / "course.yaml").write_text(text, encoding="utf-8")

    def expected(self) -> dict[tuple[str, str], str]:
        """Return the blocks that are no files, by kind and what follows it."""
        return {(kind, head): content for kind, head, content in self.blocks if kind not in _FILES}

    def settle(self, found: dict[tuple[str, str], str], *, rewrite: bool) -> None:
        """Hold what was found against what is expected, or write it into the page."""
        if not rewrite:
            assert found == self.expected()
            return

        def renewed(block: re.Match[str]) -> str:
            content = found.get((block[1], block[2]), block[3])
            head = f" {block[2]}" if block[2] else ""
            return f"```{block[1]}{head}\n{content}```"

        page = self.page.read_text(encoding="utf-8")
        self.page.write_text(page.replace(self.text, _BLOCK.sub(renewed, self.text)), encoding="utf-8")


def cases(folder: str) -> list[Case]:
    """Return every case of every page in ``tests/golden/<folder>``."""
    return [
        Case(page, section.split("\n", 1)[0].strip(), section)
        for page in sorted((GOLDEN / folder).glob("*.md"))
        for section in page.read_text(encoding="utf-8").split("\n## ")[1:]
    ]


def shown(finding: Finding) -> str:
    """Return the finding as the golden pages have it."""
    lines = [f"{finding.place} {finding.code} | {finding.message} | {finding.hint}"]
    if finding.line:
        lines += [f"  {finding.source}", f"  {' ' * (finding.column - 1)}{'~' * finding.length}"]
    return "".join(f"{line.rstrip()}\n" for line in lines)
