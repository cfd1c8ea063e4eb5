"""`scormpack preview` from its start to Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path


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
