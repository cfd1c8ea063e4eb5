"""Facts about output that nobody reads to its end: `scormpack check | head -1`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another error there")
@pytest.mark.parametrize(
    "arguments", [[], ["--help"], ["check", "--help"], ["rule"], ["check"], ["check", "--json"]], ids=" ".join
)
@pytest.mark.parametrize("both", [True, False], ids=["both", "stdout"])
def test_a_closed_pipe_is_neither_fine_nor_a_finding(
    tmp_path: Path, checkout: Path, arguments: list[str], *, both: bool
) -> None:
    """The command ends without a word and with the exit code of those that the system ends for it, 128 + SIGPIPE."""
    folder = shutil.copytree(checkout / "tests" / "browser" / "small", tmp_path / "lessons")
    lesson = next((folder / "lessons").glob("*.yaml"))
    lesson.write_text(lesson.read_text("utf-8").replace("title: ", "title: The the ", 1), encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "scormpack", *arguments]
    error = writing if both else subprocess.PIPE
    done = subprocess.run(command, cwd=tmp_path, stdout=writing, stderr=error, text=True, check=False)
    os.close(writing)
    assert done.returncode == 141
    if not both and arguments != ["check"]:  # whose findings people read on standard error
        assert done.stderr == ""
