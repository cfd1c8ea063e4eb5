"""Facts about ``check --watch``."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest
from click.testing import CliRunner

from scormpack.cli import main
from scormpack.cli.watching import changed_first
from scormpack.errors import Finding
from scormpack.load import FileMemory, Source, load_course, parse_yaml
from scormpack.load.passing_files import is_passing
from scormpack.load.strict_yaml import Value

LESSON = "id: {0}\ntitle: T {0}\nsummary: S.\nsections: [{{heading: H, body: B}}]\n"
PATIENCE = 30  # seconds, for a busy machine


def course(root: Path) -> Path:
    """Write a course of two lessons."""
    (root / "lessons").mkdir()
    modules = "modules: [{title: M, lessons: [a, b]}]\n"
    (root / "course.yaml").write_text(f"id: https://example.org/c\ntitle: C\n{modules}", encoding="utf-8")
    for name in ("a", "b"):
        (root / "lessons" / f"{name}.yaml").write_text(LESSON.format(name), encoding="utf-8")
    return root


class Watcher:
    """A running ``check --watch``."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line.rstrip())

    def shows(self) -> list[str]:
        """Return the lines up to the next time that it waits."""
        lines: list[str] = []
        while not lines or not lines[-1].startswith("Watching "):
            try:
                lines.append(self._lines.get(timeout=PATIENCE))
            except Empty:
                pytest.fail(f"nothing more was shown after {lines}")
        return lines


@contextmanager
def watching(folder: Path) -> Iterator[Watcher]:
    """Start watching a course, and end it."""
    command = [sys.executable, "-u", "-m", "scormpack", "check", str(folder), "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield Watcher(process)
        finally:
            process.kill()


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT there")
def test_a_saved_file_is_checked_at_once(tmp_path: Path) -> None:
    """Each save shows the findings anew, the saved file's first; hidden files are nobody's; Ctrl-C ends it with 0."""
    root = course(tmp_path)
    first, second = root / "lessons" / "a.yaml", root / "lessons" / "b.yaml"
    with watching(root) as watcher:
        assert watcher.shows()[0] == "No findings."
        first.write_text(LESSON.format("a").replace("summary", "sumary"), encoding="utf-8")
        assert any("Did you mean `summary`?" in line for line in watcher.shows())
        for name in (".hidden", "4913", "lessons/.a.yaml.swp", "lessons/a.yaml~", "lessons/.#a.yaml", "lessons/#a#"):
            (root / name).write_text("x", encoding="utf-8")
        second.write_text(LESSON.format("b").replace("title", "titel"), encoding="utf-8")
        shown = watcher.shows()
        assert shown[0].endswith(" lessons/b.yaml")
        assert [line.split(":")[0] for line in shown if ": error:" in line] == ["lessons/b.yaml", "lessons/a.yaml"]
        watcher.process.send_signal(signal.SIGINT)
        assert watcher.process.wait(PATIENCE) == 0


@pytest.mark.parametrize(
    ("path", "passing"),
    [
        ("lessons/.a.yaml.swp", True),
        ("lessons/a.yaml.swx", True),
        ("lessons/4913", True),
        ("lessons/5036", True),
        ("lessons/a.yaml~", True),
        ("lessons/.#a.yaml", True),
        ("lessons/#a.yaml#", True),
        ("lessons/a.yaml___jb_tmp___", True),
        ("lessons/sedA1b2C3", True),
        ("assets/~$sheet.docx", True),
        (".git/index", True),
        ("dist/a.zip", True),
        ("course.yaml", False),
        ("lessons/a.yaml", False),
        ("lessons/sediment.yaml", False),
        ("assets/2026/4913.png", False),
        ("banks/#1.yaml", False),
    ],
)
def test_what_editors_write_beside_a_file_is_no_change(path: str, passing: bool) -> None:  # noqa: FBT001
    """Copies, locks and trials of editors are passed over; all that a course may hold is not."""
    assert is_passing(path.split("/")) is passing


def test_findings_of_what_changed_come_first() -> None:
    """Changed files first, then the others, each in their order."""
    findings = [Finding("x", "m", "", file, line) for file in ("a", "b", "c") for line in (1, 2)]
    shown = [f"{found.file}{found.line}" for found in changed_first(findings, {"b"})]
    assert shown == [
        "b1",
        "b2",
        "a1",
        "a2",
        "c1",
        "c2",
    ]


def test_what_has_not_changed_is_not_read_as_yaml_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a memory only the saved file is understood anew; the course is the same as without one."""
    root = course(tmp_path)
    memory = FileMemory()
    before = load_course(root, memory)
    (root / "lessons" / "b.yaml").write_text(LESSON.format("b").replace("T b", "U"), encoding="utf-8")
    read: list[str] = []

    def parse(source: Source) -> tuple[Value, list[Finding]]:
        read.append(source.file)
        return parse_yaml(source)

    monkeypatch.setattr("scormpack.load.file.parse_yaml", parse)
    after = load_course(root, memory)
    assert read == ["lessons/b.yaml"]
    assert after.lessons["a"] is before.lessons["a"]
    assert after == load_course(root)


@pytest.mark.parametrize("other", ["--fix", "--diff", "--json"])
def test_watching_goes_with_text_alone(tmp_path: Path, other: str) -> None:
    """With options for machines, or that write, it is wrong usage."""
    assert CliRunner().invoke(main, ["check", str(course(tmp_path)), "--watch", other]).exit_code == 2
