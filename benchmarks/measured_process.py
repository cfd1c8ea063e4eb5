"""Runs a program as a process of its own, and says what it took."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process and all that it waited for took.

    Attributes:
        cpu: seconds, user and system.
        wall: seconds.
        peak: MiB: the most memory that one of these processes held.
    """

    cpu: float
    wall: float
    peak: float


def run_measured(command: Sequence[object], folder: Path) -> Cost:
    """Run ``command`` in ``folder``, its output thrown away.

    Raises:
        SystemExit: where it fails: what a failed run takes says nothing.
    """
    words = [str(word) for word in command]
    here = Path.cwd()
    os.chdir(folder)
    begun = time.perf_counter()
    # subprocess would not tell its child's usage apart from that of the children before.
    child = os.posix_spawnp(
        words[0], words, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    )
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - begun
    os.chdir(here)
    if status:
        raise SystemExit(f"this failed, and was to be measured: {' '.join(words)}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def median_cost(costs: Sequence[Cost]) -> Cost:
    """Return the median of each part."""
    return Cost(*(statistics.median(getattr(cost, part) for cost in costs) for part in ("cpu", "wall", "peak")))
