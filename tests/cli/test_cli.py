"""Facts about the command line: what a person or a pipeline sees, and the exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from scormpack.cli import main
from scormpack.cli.build_command import build
from scormpack.formats import FORMATS
from scormpack.front import COMMANDS

LESSONS = Path(__file__).parents[2] / "lessons"


def run(*arguments: str) -> Result:
    """Run the command line as its user would."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the example course with two faults in two files."""
    course = tmp_path / "course"
    shutil.copytree(LESSONS, course)
    for name, old, new in (
        ("write-a-clear-brief", "summary:", "sumary:"),
        ("work-in-steps", "minutes: 7", "minutes: soon"),
    ):
        path = course / "lessons" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return course


def test_build_writes_packages_and_one_table(tmp_path: Path) -> None:
    """A build names each package with its pass mark, then how many and where; exit code 0."""
    result = run("build", str(LESSONS), "--format", "scorm12", "--output", str(tmp_path))
    assert result.exit_code == 0, result.output
    assert "prompt-or-fine-tune.scorm12.zip" in result.stdout
    assert "70 %" in result.stdout
    assert "12 packages" in result.stdout
    assert len(list(tmp_path.glob("*.zip"))) == 12


def test_build_writes_handouts_and_keys_when_asked(tmp_path: Path) -> None:
    """``--handout`` and ``--handout-key`` write one HTML file each beside each package, the same at any --jobs."""
    arguments = ("build", str(LESSONS), "--format", "xapi", "--handout", "--handout-key")
    result = run(*arguments, "--jobs", "1", "--output", str(tmp_path / "one"))
    assert "12 handouts and 12 answer keys, for paper" in result.stdout
    named = {path.name: path.read_bytes() for path in (tmp_path / "one").glob("*.html")}
    assert len(named) == 24
    assert {"prompt-or-fine-tune-handout.html", "prompt-or-fine-tune-handout-key.html"} <= named.keys()
    reported = run(*arguments, "--jobs", "2", "--output", str(tmp_path / "two"), "--json")
    assert [Path(file).name for file in json.loads(reported.stdout)["handouts"]][:2] == [
        "how-models-answer-handout.html",
        "how-models-answer-handout-key.html",
    ]
    assert {path.name: path.read_bytes() for path in (tmp_path / "two").glob("*.html")} == named
    assert run("build", str(LESSONS), "--output", str(tmp_path / "none")).exit_code == 0
    assert list((tmp_path / "none").glob("*.html")) == []


def test_a_build_that_writes_nothing_says_so(tmp_path: Path) -> None:
    """A part of more parts than there are packages has no table, and no folder that is not there."""
    result = run("build", str(LESSONS), "--shard", "99/99", "--output", str(tmp_path / "dist"))
    assert (result.exit_code, result.stdout.splitlines()[1:]) == (
        0,
        ["No package was written: there are fewer packages than parts."],
    )


def test_build_as_json_is_json_alone(tmp_path: Path) -> None:
    """``--json`` writes one JSON document, with a sha256 for each package, and nothing else."""
    result = run("build", str(LESSONS), "--unit", "course", "--output", str(tmp_path), "--json")
    packages = json.loads(result.stdout)["packages"]
    assert [package["format"] for package in packages] == ["scorm12", "xapi"]
    assert all(len(package["sha256"]) == 64 for package in packages)
    assert result.stderr == ""


def test_all_faults_are_shown_at_once_with_place_and_remedy(broken: Path, tmp_path: Path) -> None:
    """Two faults in two files: both places, both lines underlined, both remedies; exit code 1; nothing written."""
    result = run("build", str(broken), "--output", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "lessons/write-a-clear-brief.yaml:" in result.stderr
    assert "lessons/work-in-steps.yaml:" in result.stderr
    assert "Did you mean `summary`?" in result.stderr
    assert "^^^^^^" in result.stderr
    assert "errors." in result.stderr
    assert not (tmp_path / "out").exists()


def test_findings_as_json_keep_the_exit_code(broken: Path) -> None:
    """``check --json`` on a broken course: JSON on standard output, exit code 1."""
    result = run("check", str(broken), "--json")
    assert result.exit_code == 1
    codes = {finding["code"] for finding in json.loads(result.stdout)["findings"]}
    assert {"unknown-key", "wrong-type"} <= codes


def test_check_of_a_good_course_says_so() -> None:
    """``check`` on the example course: one line, exit code 0."""
    result = run("check", str(LESSONS))
    assert (result.exit_code, result.stdout) == (0, "Working well with AI tools: 12 lessons, no findings.\n")


def test_strict_says_that_it_was_the_reason(broken: Path, tmp_path: Path) -> None:
    """Where only warnings stop a build, the last line says that --strict did, and that nothing was written."""
    course = tmp_path / "warned"
    shutil.copytree(LESSONS, course)
    (course / "lessons" / "draft.yaml").write_text("id: draft\n", encoding="utf-8")
    result = run("build", str(course), "--strict", "--output", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert result.stderr.endswith("4 warnings.\nUnder --strict a warning stops it too; nothing was written.\n")
    assert "--strict" not in run("build", str(broken), "--strict").stderr


def test_a_folder_without_course_is_a_finding(tmp_path: Path) -> None:
    """A folder without course.yaml: a sentence that says so, and exit code 1."""
    result = run("check", str(tmp_path))
    assert result.exit_code == 1
    assert "there is no course.yaml in" in result.stderr


def test_wrong_usage_is_exit_code_2() -> None:
    """An option or a format that does not exist is wrong usage."""
    assert run("build", "--no-such-option").exit_code == 2
    result = run("build", str(LESSONS), "--format", "scorm3000")
    assert result.exit_code == 2
    assert "did you mean `scorm2004`?" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--jobs", "0"], "`--jobs` must be a whole number from 1 on, and it is 0\n"),
        (["build", "--jobs", "many"], "`--jobs` must be a whole number from 1 on, and it is many\n"),
        (["preview", "--port", "99999"], "`--port` must be a whole number from 0 to 65535, and it is 99999\n"),
        (["completion"], "SHELL is missing: write bash, zsh or fish\n"),
        (["diff"], "OLD is missing\n"),
    ],
)
def test_wrong_usage_is_told_in_our_words(arguments: list[str], said: str) -> None:
    """Numbers out of their range, and what is missing: what is wrong, and what to write."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr.startswith(f"error: {said}")) == (2, True), result.stderr


def test_a_fault_of_ours_is_exit_code_3_without_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unexpected exception: a plain sentence, the details in a file, exit code 3, no traceback."""

    def fail(path: Path | None) -> Path:
        raise ZeroDivisionError(f"at {path}")

    monkeypatch.setattr("scormpack.course_folder.find_course", fail)
    result = run("check", str(LESSONS))
    assert result.exit_code == 3
    assert "fault of scormpack itself" in result.stderr
    assert "Traceback" not in result.stderr
    details = Path(result.stderr.rsplit(" ", 1)[1].strip().rstrip("."))
    assert "ZeroDivisionError" in details.read_text(encoding="utf-8")
    details.unlink()


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    """The name of no folder is a wrong argument, not a fault in a course."""
    result = run("check", str(tmp_path / "nowhere"))
    assert result.exit_code == 2
    assert f"there is no folder {tmp_path / 'nowhere'}" in result.stderr


def test_version_is_the_distributions() -> None:
    """``--version`` prints name and version."""
    assert run("--version").stdout == f"scormpack {version('scormpack')}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_commands_help_has_an_example(command: str) -> None:
    """Each command's help ends with an example that begins with its own name."""
    result = run(command, "--help")
    assert "Example" in result.stdout
    assert f"scormpack {command}" in result.stdout


def test_build_help_names_every_format() -> None:
    """The help of --format lists what the registry has."""
    (option,) = (p for p in build.params if p.name == "formats")
    assert isinstance(option, click.Option)
    assert [name for name in FORMATS if name not in str(option.help)] == []


def test_no_colour_in_a_pipe(broken: Path) -> None:
    """Without a terminal there is no escape sequence in what is written."""
    command = [sys.executable, "-m", "scormpack", "check", str(broken)]
    result = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "TERM": "xterm-256color"})
    assert result.returncode == 1
    assert b"\x1b" not in result.stderr + result.stdout


def test_a_reader_that_goes_early_is_no_error() -> None:
    """``scormpack build --json | head -1`` ends without a traceback."""
    command = f"{sys.executable} -m scormpack --help | head -1"
    result = subprocess.run(["sh", "-c", command], capture_output=True, check=False)  # noqa: S607
    assert b"Traceback" not in result.stderr


def test_a_build_writes_githubs_annotations_and_nothing_else_to_standard_output(tmp_path: Path) -> None:
    """The table for people is on standard error."""
    course = shutil.copytree(Path(__file__).parents[1] / "browser" / "small", tmp_path / "course")
    result = run("build", str(course), "--output-format", "github", "--output", str(tmp_path / "dist"))
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if not line.startswith("::warning ")] == []
    assert "packages, " in result.stderr
