"""Facts about what a shell completes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from scormpack.check import RULES
from scormpack.cli import main
from scormpack.formats import FORMATS
from scormpack.front import COMMANDS


def complete(*words: str) -> list[str]:
    """Return what the last word may become."""
    *before, begun = words
    shell = ShellComplete(main, {}, "scormpack", "_SCORMPACK_COMPLETE")
    return [item.value for item in shell.get_completions(list(before), begun)]


def test_commands_options_formats_and_codes_are_completed() -> None:
    """Each is completed where it may stand; codes with commas between go on."""
    assert set(complete("")) == set(COMMANDS)
    assert complete("build", "--hand") == ["--handout", "--handout-key"]
    assert complete("build", "--format", "") == list(FORMATS)
    assert complete("rule", "image-") == ["image-alternative", "image-name"]
    assert set(RULES) <= set(complete("rule", ""))
    assert complete("check", "--select", "formula,image-") == ["formula,image-alternative", "formula,image-name"]


def test_course_folders_are_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders that are courses or hold some; where there is none, the shell's own folders."""
    for folder in ("kitchen", "courses/fire", "pictures"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "kitchen" / "course.yaml").touch()
    (tmp_path / "courses" / "fire" / "course.yaml").touch()
    monkeypatch.chdir(tmp_path)
    assert complete("check", "") == ["courses", "kitchen"]
    assert complete("check", "courses/") == ["courses/fire"]
    assert complete("check", f"{tmp_path}/k") == [f"{tmp_path}/kitchen"]
    assert complete("check", "no/such") == ["no/such"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_script_is_good_shell(shell: str) -> None:
    """The printed script names the program, and the shell itself, where it is here, reads it."""
    script = CliRunner().invoke(main, ["completion", shell])
    assert (script.exit_code, script.stderr) == (0, "")
    assert "_SCORMPACK_COMPLETE" in script.stdout
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script.stdout, text=True, check=True)


def test_the_program_answers_a_shell(tmp_path: Path) -> None:
    """What bash asks by the environment is answered, not taken for a call without arguments."""
    asked = {**os.environ, "_SCORMPACK_COMPLETE": "bash_complete", "COMP_WORDS": "scormpack che", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "scormpack"], env=asked, capture_output=True, check=False, cwd=tmp_path
    )
    assert done.stdout.splitlines() == [b"plain,check"]
