"""Starts ralph-malph, a real LRS that stores statements, on the file system."""

import base64
import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

USERNAME, PASSWORD = "scormpack", "not-a-secret"
ORIGIN = "http://127.0.0.1:9"  # the one origin whose pages may ask; ralph takes no `*`
AUTH = "Basic " + base64.b64encode(f"{USERNAME}:{PASSWORD}".encode()).decode()
_START_SECONDS = 60
_HASH = "import bcrypt, sys; print(bcrypt.hashpw(sys.argv[1].encode(), bcrypt.gensalt(4)).decode())"
# ralph's file backend writes in `create` mode unless told otherwise, and so answers 500 to the second write.
_SERVE = """
import sys, uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", port=int(sys.argv[1]), log_level="warning")
"""


@dataclass(frozen=True)
class Ralph:
    """A running LRS.

    Attributes:
        port: on 127.0.0.1.
    """

    port: int


@contextmanager
def start_ralph(checkout: Path, folder: Path) -> Iterator[Ralph]:
    """Yield an LRS that keeps its statements and accounts in ``folder``; it stops with the block."""
    python = Path(os.environ.get("SCORMPACK_LRS_PYTHON") or checkout / ".cache" / "lrs" / "bin" / "python")
    if not python.is_file():
        pytest.fail("the LRS is not installed: run `scripts/test`, which makes .cache/lrs")
    hashed = subprocess.run([python, "-c", _HASH, PASSWORD], capture_output=True, text=True, check=True)
    agent = {"mbox": "mailto:lrs@example.org", "name": "The tests", "objectType": "Agent"}
    account = {"username": USERNAME, "hash": hashed.stdout.strip(), "scopes": ["all"], "agent": agent, "target": None}
    (folder / "auth.json").write_text(json.dumps([account]), encoding="utf-8")
    environment = os.environ | {
        "RALPH_APP_DIR": str(folder),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "statements"),
        "RALPH_RUNSERVER_CORS_ALLOW_ORIGINS": json.dumps([ORIGIN]),
        "RALPH_RUNSERVER_MAX_SEARCH_HITS_COUNT": "1000",
    }
    port = _free_port()
    command = [str(python), "-c", _SERVE, str(port)]
    with (folder / "log.txt").open("w") as log:
        process = subprocess.Popen(
            command, env=environment, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        _wait_for(port, process, folder / "log.txt")
        yield Ralph(port)
    finally:
        process.terminate()
        process.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(_START_SECONDS * 10):
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/__lbheartbeat__")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
        if process.poll() is not None:
            break
    pytest.fail(f"the LRS did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")
