"""`scormpack preview` from its start to Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from scormpack.cli import main
from scormpack.preview.server import Preview


def test_it_says_where_it_is_answers_there_and_ends_quietly(example_course: Path) -> None:
    """One line names the address, the page is there, and Ctrl-C is no error."""
    command = [sys.executable, "-m", "scormpack", "preview", str(example_course), "--port", "0", "--no-open"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as running:
        assert running.stdout
        said = running.stdout.readline()
        address = re.fullmatch(r"Working well with AI tools: (http://127\.0\.0\.1:\d+/)\n", said)
        assert address, said
        with urllib.request.urlopen(address[1], timeout=20) as answer:
            assert b"panel.js" in answer.read()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, err) == (0, "")
    assert out.endswith("The preview is over.\n")


@pytest.mark.parametrize(("display", "count"), [("", 0), (":0", 1)])
def test_a_browser_is_opened_where_one_can_be_seen(
    example_course: Path, monkeypatch: pytest.MonkeyPatch, display: str, count: int
) -> None:
    """On Linux without a screen nothing is tried; with one, the page opens."""
    opened: list[str] = []

    def serve(preview: Preview, say: Callable[[], None]) -> None:
        say()
        for taken in preview._sockets:
            taken.close()

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("click.launch", opened.append)
    monkeypatch.setattr("scormpack.preview.server.Preview.serve", serve)
    result = CliRunner().invoke(main, ["preview", str(example_course), "--port", "0"])
    assert (result.exit_code, len(opened)) == (0, count), result.output


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nope.zip", "there is no file {0}: name a zip, as `scormpack build` writes it\n"),
        ("knots.zi", "there is no folder {0}: name the folder that holds course.yaml\n"),
    ],
)
def test_a_package_that_is_not_there_is_no_folder(tmp_path: Path, name: str, said: str) -> None:
    """What ends in .zip was meant as a package, and what does not as a course."""
    result = CliRunner().invoke(main, ["preview", str(tmp_path / name)])
    assert (result.exit_code, result.stderr) == (2, "error: " + said.format(tmp_path / name))
