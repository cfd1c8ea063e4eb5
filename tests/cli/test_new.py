"""Facts about ``scormpack new``."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormpack.cli import main
from scormpack.load import load_course


def run(*arguments: str) -> Result:
    """Run the command line as its user would, in a pipe."""
    return CliRunner().invoke(main, ["new", *arguments])


def test_the_short_form_and_the_long_one_make_a_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``new DIR`` and ``new course DIR`` do the same, options before or after; a folder may be called ``lesson``."""
    monkeypatch.chdir(tmp_path)
    for arguments in (["kitchen-safety"], ["course", "lesson"], ["--title", "Fire", "--yes", "fire"], ["./question"]):
        result = run(*arguments)
        assert result.exit_code == 0, result.stderr
        assert "scormpack build " in result.stdout
    assert load_course(tmp_path / "kitchen-safety").file.title == "Kitchen safety"
    assert load_course(tmp_path / "kitchen-safety").file.id == "https://example.org/courses/kitchen-safety"
    assert load_course(tmp_path / "fire").file.title == "Fire"
    assert (tmp_path / "lesson" / "course.yaml").exists()
    assert (tmp_path / "question" / "course.yaml").exists()


def test_a_language_without_words_is_told_at_once(tmp_path: Path) -> None:
    """In Dutch the course is made, and the finding says what is missing."""
    result = run(str(tmp_path / "brand"), "--language", "nl")
    assert result.exit_code == 0
    assert "[untranslated-language]" in result.stderr


def test_a_lesson_and_a_question_are_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both commands say which file they wrote, and what comes next."""
    monkeypatch.chdir(tmp_path)
    run("fire")
    result = run("lesson", "alarm", "--course", "fire/course.yaml")
    assert "fire/lessons/alarm.yaml is ready, the last lesson of First steps." in result.stdout
    monkeypatch.chdir(tmp_path / "fire")
    assert "lessons/alarm.yaml:14: the question `fill-in-1`" in run("question", "alarm", "fill-in").stdout
    assert len(load_course(tmp_path / "fire").lessons) == 2


def test_in_a_pipe_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder it says how to name one; the wrong number of words is wrong usage."""
    monkeypatch.chdir(tmp_path)
    for arguments in ([], ["--title", "Fire"]):
        result = run(*arguments)
        assert (result.exit_code, result.stderr) == (
            2,
            "error: the folder is missing: write `scormpack new my-course`\n",
        )
    assert run("lesson").exit_code == run("question", "alarm").exit_code == run("a", "b").exit_code == 2
    assert list(tmp_path.iterdir()) == []


INTERRUPT = b"\x03"
PATIENCE = 60
"""Seconds, after which it is taken for hung."""


def answered(answers: list[bytes], folder: Path, *arguments: str) -> tuple[int, str]:
    """Run it on a terminal, type an answer at each question, and return the exit code and all that was shown."""
    process, terminal = pty.fork()
    if process == 0:
        # A shell that starts tests in the background ignores the key for them, and Python would too.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.chdir(folder)
        os.execv(sys.executable, [sys.executable, "-m", "scormpack", "new", *arguments])  # noqa: S606
    shown = b""
    waiting = list(answers)
    last = b""
    end = time.monotonic() + PATIENCE
    try:
        while time.monotonic() < end:
            if not select.select([terminal], [], [], 1)[0]:
                if last == INTERRUPT:  # one that comes while Python opens the line is kept until the next key
                    os.write(terminal, INTERRUPT)
                continue
            data = os.read(terminal, 4096)
            if not data:
                break
            shown += data
            if waiting and shown.endswith(b"]: "):
                last = waiting.pop(0)
                os.write(terminal, last)
        else:
            os.kill(process, signal.SIGKILL)
    except OSError:  # Linux says so when the other side has gone
        pass
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode()


def test_on_a_terminal_it_asks_and_asks_again(tmp_path: Path) -> None:
    """What no option says is asked; an answer that cannot be is refused with what to write, and asked again."""
    code, shown = answered(
        [b"fire\n", b"\n", b"fire\n", b"https://training.example.com/fire\n", b"de\n", b"120\n", b"80\n", b"scorm12\n"],
        tmp_path,
    )
    assert code == 0, shown
    assert "`fire` cannot be the id: write an address" in shown
    assert "`120` cannot be the pass mark: write a whole number from 0 to 100" in shown
    made = load_course(tmp_path / "fire").file
    assert (made.title, made.id) == ("Fire", "https://training.example.com/fire")
    assert (made.language, made.pass_mark, made.formats) == ("de", 80, ("scorm12",))


def test_ctrl_c_at_a_question_leaves_nothing(tmp_path: Path) -> None:
    """Interrupted at a question: one sentence, exit code 130, no file."""
    code, shown = answered([b"\n", INTERRUPT], tmp_path, "fire")
    assert (code, list(tmp_path.iterdir())) == (130, [])
    assert "Interrupted." in shown
    assert "Traceback" not in shown
