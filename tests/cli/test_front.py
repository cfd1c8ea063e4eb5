"""Facts about the first moment: the first screen, the help, wrong usage, colours, start-up, Ctrl-C."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from scormpack.cli import main
from scormpack.front import COMMANDS, answer, first_screen

LESSONS = Path(__file__).parents[2] / "lessons"
PROGRAM = [sys.executable, "-m", "scormpack"]


def fail(*arguments: str) -> str:
    """Return what wrong usage is told on standard error."""
    result = CliRunner().invoke(main, list(arguments), prog_name="scormpack")
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


def test_alone_it_shows_what_one_needs_and_the_next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without arguments: the commands of a course's life and what to do next, by whether a course is here."""
    monkeypatch.chdir(tmp_path)
    assert "scormpack build my-course" in first_screen()
    assert "Next: scormpack new my-course" in first_screen()
    (tmp_path / "kitchen").mkdir()
    (tmp_path / "kitchen" / "course.yaml").touch()
    assert "scormpack new lesson my-topic --course kitchen " in first_screen()
    assert "Next: scormpack check kitchen. There is a course in kitchen/." in first_screen()
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "course.yaml").touch()
    assert "Next: scormpack check lessons." in first_screen()
    (tmp_path / "course.yaml").touch()
    assert "Next: scormpack check." in first_screen()
    assert "scormpack new lesson my-topic  " in first_screen()
    result = CliRunner().invoke(main)
    assert (result.exit_code, result.stdout) == (0, first_screen() + "\n")


def test_help_needs_nothing_loaded_and_is_what_click_prints() -> None:
    """``scormpack`` and ``scormpack --help`` load no Click, and the group's own help is the same text."""
    code = "import sys; from scormpack.front import answer; answer(['-h']), answer([]); print(sorted(sys.modules))"
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}  # it loads much
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, env=env).stdout
    assert "'scormpack.front'" in loaded
    assert not [name for name in ("click", "pathlib", "dataclasses") if f"'{name}'" in loaded]
    assert CliRunner().invoke(main, ["--help"]).stdout == f"{answer(['--help'])}\n"
    assert answer(["check", "--help"]) is None


def test_the_help_lists_every_command_there_is() -> None:
    """Each ``cli/x_command.py`` is a line of the help, and each line a command with help of its own."""
    folder = Path(str(import_module("scormpack.cli").__file__)).parent
    assert {path.stem.removesuffix("_command") for path in folder.glob("*_command.py")} == set(COMMANDS)
    for name in COMMANDS:
        command = getattr(import_module(f"scormpack.cli.{name}_command"), name)
        assert isinstance(command, click.Command)
        assert command.help


def test_a_slip_in_a_command_or_option_names_the_right_one() -> None:
    """What is near is named; a course where a command should stand is told from a slip."""
    assert "there is no command `chek`: did you mean `scormpack check`?" in fail("chek")
    assert "write `scormpack check " in fail(str(LESSONS))
    assert "`scormpack --help` lists them all" in fail("quux")
    assert "there is no option `--formt`: did you mean `--format`?" in fail("build", "--formt", "x")
    assert "`scormpack build --help` shows all options, with examples." in fail("build", "a", "b")
    assert "`--jobs` must be a whole number from 1 on, and it is 0" in fail("build", "--jobs", "0")
    assert "`--output` needs a value after it" in fail("build", "--output")
    assert "there is no option `--hlp`: did you mean `--help`?" in fail("--hlp")


def test_the_wrong_kind_of_argument_is_told_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lesson's file, another file, a package and a slip in a folder's name each lead on."""
    monkeypatch.chdir(LESSONS.parent)
    assert "a course is read whole: name its folder, lessons\n" in fail("build", "lessons/lessons/work-in-steps.yaml")
    (tmp_path / "notes.txt").touch()
    assert "is a file: name the folder that holds course.yaml" in fail("check", str(tmp_path / "notes.txt"))
    (tmp_path / "a.scorm12.zip").touch()
    package = str(tmp_path / "a.scorm12.zip")
    ways = f": `scormpack inspect {package}` says what is in it, `scormpack preview {package}` plays it"
    assert f"is a finished package, not a course{ways}" in fail("check", package)
    assert f"there is no command `{package}`{ways}" in fail(package)
    assert f"did you mean {package}?" in fail("inspect", str(tmp_path / "a.scorm.zip"))
    assert "`scormpack check lessons` reads it" in fail("inspect", "lessons")
    (tmp_path / "kitchen").mkdir()
    (tmp_path / "kitchen" / "course.yaml").touch()
    assert f"did you mean {tmp_path / 'kitchen'}?" in fail("check", str(tmp_path / "kitchn"))


@pytest.mark.parametrize(
    ("asked", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, False),
    ],
)
@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "nowhere"]], ids=["first", "usage", "error"])
def test_colours_are_as_the_environment_asks(arguments: list[str], asked: dict[str, str], *, coloured: bool) -> None:
    """In a pipe there are none unless FORCE_COLOR is set, and NO_COLOR goes before it."""
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "TERM"}}
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, check=False, env={**plain, **asked})
    assert (b"\x1b" in done.stdout + done.stderr) == coloured


@pytest.mark.parametrize("arguments", [["--help"], ["check", str(LESSONS)]], ids=["front", "command"])
def test_interrupted_while_loading_it_shows_no_traceback(tmp_path: Path, arguments: list[str]) -> None:
    """Ctrl-C while modules load ends in one sentence and exit code 130."""
    # The module that each loads last interrupts itself, as a person would at that moment.
    name = "front" if arguments == ["--help"] else "cli"
    (tmp_path / "run.py").write_text(
        "import os, runpy, signal, sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == 'scormpack.{name}': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "runpy.run_module('scormpack', run_name='__main__', alter_sys=True)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(tmp_path / "run.py"), *arguments], capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stderr) == (130, "\nInterrupted before anything was done.\n")


@pytest.mark.parametrize(
    ("watching", "late"), [("None", b""), ("lambda *_: None", b"late\n")], ids=["alone", "profiled"]
)
def test_a_command_ends_at_once(watching: str, late: bytes) -> None:
    """A finished command says all that it has to say into a pipe, and takes nothing apart but for who measures it."""
    code = (
        "import atexit, sys\n"
        "from scormpack.__main__ import main\n"
        "atexit.register(sys.stderr.write, 'late\\n')\n"
        f"sys.argv = ['scormpack', 'check', {str(LESSONS / 'nowhere')!r}]\n"
        f"sys.setprofile({watching})\n"
        "main()\n"
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # it watches, too
    plain = subprocess.run([*PROGRAM, "check", str(LESSONS / "nowhere")], capture_output=True, check=False, env=env)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=env)
    assert (done.returncode, done.stdout, done.stderr) == (2, plain.stdout, plain.stderr + late)
