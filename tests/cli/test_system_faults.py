"""Facts about what the system refuses: it is told in our words, with what to do, and is no fault of ours."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormpack.cli import main

LESSONS = Path(__file__).parents[2] / "lessons"
NO_ROOM_FOR_FOLDERS = Path("/proc")
"""Where the system makes nobody a folder, whoever they are; on Linux."""


def run(*arguments: str) -> Result:
    """Run the command line as its user would."""
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(
    ("number", "name", "said"),
    [
        (errno.ENOSPC, None, "there is no room left on the disk: make some, or write elsewhere, and run this again.\n"),
        (errno.EACCES, "here/.scormpack-1.tmp", "you may not write in here: see who may, and run"),
        (errno.EROFS, "here/a.zip", "the system refuses here/a.zip (Read-only file system): see who may write"),
        (errno.EMFILE, "here/a.zip", "the system refuses here/a.zip (Too many open files): close other programs"),
        (
            errno.EISDIR,
            "here/a.zip",
            "the system refuses here/a.zip (Is a directory): move what stands there elsewhere",
        ),
    ],
)
def test_what_the_system_refuses_is_no_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, number: int, name: str | None, said: str
) -> None:
    """A full disk, a folder of somebody else's: which, and what to do; exit code 2, and nothing to report."""

    def fail(path: Path | None) -> Path:
        del path
        raise OSError(number, os.strerror(number), name)

    monkeypatch.setattr("scormpack.course_folder.find_course", fail)
    result = run("check", str(LESSONS))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {said}"), result.stderr
    assert result.stderr.endswith("run this again. What was finished is whole.\n") or number == errno.ENOSPC


@pytest.mark.parametrize("output", ["a-file", "a-file/below"])
def test_an_output_that_cannot_be_written_is_wrong_usage(tmp_path: Path, output: str) -> None:
    """A file where the packages' folder should be: said before any work, with what to do; exit code 2."""
    (tmp_path / "a-file").write_text("mine", encoding="utf-8")
    result = run("build", str(LESSONS), "--output", str(tmp_path / output))
    assert result.exit_code == 2
    assert result.stderr == f"error: {tmp_path / 'a-file'} is a file, not a folder: name another folder with --output\n"
    assert (tmp_path / "a-file").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["leads-nowhere", "leads-nowhere/below", "loop", "loop/below"])
@pytest.mark.parametrize("command", [["build", str(LESSONS)], ["schema"]])
def test_a_link_to_no_folder_is_told_before_any_work(tmp_path: Path, command: list[str], name: str) -> None:
    """Links to what is gone, or to themselves, hold no packages and no schemas."""
    (tmp_path / "leads-nowhere").symlink_to(tmp_path / "gone" / "long")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    result = run(*command, "--output", str(tmp_path / name))
    link = tmp_path / name.partition("/")[0]
    assert result.stderr == f"error: {link} is a link that leads to no folder: name another folder with --output\n"
    assert result.exit_code == 2


@pytest.mark.skipif(not NO_ROOM_FOR_FOLDERS.is_dir(), reason="there is no such place")
@pytest.mark.parametrize("command", [["build", str(LESSONS)], ["schema"]])
def test_a_place_without_folders_is_told_before_any_work(command: list[str]) -> None:
    """Where the system makes no folder, though one may write there, the place is named."""
    result = run(*command, "--output", str(NO_ROOM_FOR_FOLDERS / "dist"))
    assert result.exit_code == 2
    assert f" {NO_ROOM_FOR_FOLDERS}" in result.stderr
    assert "name another folder with --output\n" in result.stderr


@pytest.mark.parametrize("name", ["index.json", "index.csv", "check-the-facts.xapi.zip"])
def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path, name: str) -> None:
    """A folder where the build writes a file: which one, and that it has to go elsewhere; it keeps what is in it."""
    (tmp_path / name / "mine").mkdir(parents=True)
    result = run("build", str(LESSONS), "--format", "xapi", "--only", "check-the-facts", "--output", str(tmp_path))
    assert result.stderr.startswith(f"error: the system refuses {tmp_path / name} (Is a directory): move what stands")
    assert result.exit_code == 2
    assert (tmp_path / name / "mine").is_dir()


def test_a_course_in_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    """``new`` says of a link to itself that nothing can be written there."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    result = run("new", "course", str(tmp_path / "loop"), "--yes")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {tmp_path / 'loop'} cannot be written: ")
