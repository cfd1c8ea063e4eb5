"""Facts about processes that work for a build, and how they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

import pytest
from eventually import eventually
from generated_course import write_course

from scormpack.build.processes import open_processes

LESSONS = 150
PATIENCE = 60  # seconds: a busy machine is no fault

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no signals there")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course that takes a while."""
    folder = tmp_path_factory.mktemp("large") / "course"
    write_course(folder, LESSONS)
    return folder


@contextmanager
def building(course: Path, output: Path) -> Iterator[subprocess.Popen[str]]:
    """Build with workers, and yield as soon as packages are being written."""
    arguments = ["build", str(course), "--unit", "lesson", "--output", str(output), "--jobs", "3"]
    command = [sys.executable, "-m", "scormpack", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True) as process:
        try:
            eventually(lambda: any(output.glob("*.zip")), PATIENCE)
            yield process
        finally:
            process.kill()


def kill(process: subprocess.Popen[str]) -> None:
    """Tell the first process alone, as a pipeline does."""
    process.terminate()


def time_out(process: subprocess.Popen[str]) -> None:
    """Tell it and its workers, as ``timeout`` does."""
    os.killpg(process.pid, signal.SIGTERM)


def press_ctrl_c(process: subprocess.Popen[str]) -> None:
    """Tell it and its workers, as a terminal does."""
    os.killpg(process.pid, signal.SIGINT)


@pytest.mark.parametrize(
    ("end", "code", "word"), [(kill, 143, "Ended"), (time_out, 143, "Ended"), (press_ctrl_c, 130, "Interrupted")]
)
def test_a_build_that_is_ended_ends_its_workers(
    course: Path, tmp_path: Path, end: Callable[[subprocess.Popen[str]], None], code: int, word: str
) -> None:
    """It says so in one line, with how many packages are finished, and leaves nothing half written."""
    with building(course, tmp_path) as process:
        end(process)
        said = process.communicate(timeout=PATIENCE)  # which waits until no worker holds the pipe any more
    zips = len(list(tmp_path.glob("*.zip")))
    assert 0 < zips < 2 * LESSONS
    packages = "1 package is" if zips == 1 else f"{zips} packages are"
    state = f"In {tmp_path} {packages} finished, each whole, and there is no index.json yet."
    told = f"\n{word}. {state} Run it again before you upload any.\n"
    assert (process.returncode, *said) == (code, "", told)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".zip"] == []


def test_a_build_that_is_killed_takes_its_workers_along(course: Path, tmp_path: Path) -> None:
    """They see that it has gone, and leave nothing half written."""
    with building(course, tmp_path) as process:
        process.kill()
        assert process.communicate(timeout=PATIENCE) == ("", "")
    assert 0 < len(list(tmp_path.glob("*.zip"))) < 2 * LESSONS
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".zip"] == []


def test_over_an_earlier_build_it_says_which_packages_are_new(course: Path, tmp_path: Path) -> None:
    """The index is then still that of the earlier one."""
    (tmp_path / "index.json").write_text("{}", encoding="utf-8")
    (tmp_path / "older.scorm12.zip").write_bytes(b"")
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    with building(course, tmp_path) as process:
        eventually(lambda: len(list(tmp_path.glob("*.zip"))) > 1, PATIENCE)
        process.terminate()
        _, said = process.communicate(timeout=PATIENCE)
    new = len(list(tmp_path.glob("*.zip"))) - 1
    are = "1 package is" if new == 1 else f"{new} packages are"
    assert f"In {tmp_path} {are} of this build, each whole; index.json and the others are of an earlier one." in said


def test_it_ends_in_the_midst_of_long_answers() -> None:
    """Half an answer is none, and nobody waits for the rest of it; what was not begun is never done."""
    submitted: list[Future[bytes]] = []

    def press_ctrl_c_in_the_midst() -> None:
        with open_processes(2) as executor:
            submitted.extend(executor.submit(bytes, 5_000_000) for _ in range(50))
            submitted[0].result()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        press_ctrl_c_in_the_midst()
    assert submitted[-1].cancelled()


def test_a_process_that_somebody_else_ends_is_told() -> None:
    """Its work is not silently missing."""
    with open_processes(2) as executor, pytest.raises(BrokenProcessPool):
        executor.submit(signal.raise_signal, signal.SIGTERM).result()


def test_work_that_fails_ends_nobody() -> None:
    """A fault of one piece of work is raised, and the others are done."""
    with open_processes(2) as executor:
        failing = executor.submit(int, "x")
        assert executor.submit(int, "7").result() == 7
        with pytest.raises(ValueError, match="invalid literal"):
            failing.result()
