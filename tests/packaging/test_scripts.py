"""Facts about the scripts that a contributor runs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = ("bench", "check", "demo", "messages", "pictures", "test")


def test_each_script_has_a_test(checkout: Path) -> None:
    """Those named here are all that there are; they share setup.sh."""
    assert sorted(path.name for path in (checkout / "scripts").iterdir()) == sorted((*SCRIPTS, "setup.sh"))


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_there_before_anything_is_set_up(checkout: Path, tmp_path: Path, script: str, option: str) -> None:
    """It says what the script is for, with how to call it, and makes and loads nothing."""
    shutil.copytree(checkout / "scripts", tmp_path / "scripts")
    done = subprocess.run([tmp_path / "scripts" / script, option], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"scripts/{script}" in done.stdout
    assert "#" not in done.stdout
    assert "setup.sh" not in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["scripts"]
