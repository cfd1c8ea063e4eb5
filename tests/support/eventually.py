"""Waits for what happens elsewhere: in a server, in another program."""

import time
from collections.abc import Callable


def eventually(holds: Callable[[], bool], seconds: float = 10) -> None:
    """Return as soon as ``holds()``; fail where it never does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not within {seconds} seconds"
        time.sleep(0.05)
