"""Runs numbered inputs in this process, each within bounds of time and memory."""

from __future__ import annotations

import faulthandler
import hashlib
import resource
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from random import Random
from types import FrameType
from typing import Any

from fuzz.target import Target

MOST_SECONDS = 5.0
"""For one input; one of usual size takes hundredths."""
MOST_BYTES = 2_000_000_000
"""Of address space that a run may add to what is taken when it begins."""
_SLOWEST = 5


class TooSlowError(BaseException):
    """An input took longer than it may. No child of Exception, so that nothing under test takes it for its own."""


@dataclass
class Tally:
    """What came of some inputs.

    Attributes:
        first: number of the first input.
        last: number after the last one.
        outcomes: how often each ended how.
        slowest: (seconds, number) of the slowest inputs, slowest first.
        faults: for each input that ended in a fault of ours: its number, a digest of where, and the traceback.
        seconds: CPU in all.
        memory: bytes that the process held at most.
    """

    first: int
    last: int
    outcomes: dict[str, int] = field(default_factory=dict)
    slowest: list[tuple[float, int]] = field(default_factory=list)
    faults: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0
    memory: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return asdict(self)


def random_for(seed: int, number: int) -> Random:
    """Return the source of chance of one input: any input can be made again by itself."""
    return Random(f"{seed}:{number}")  # noqa: S311 (tests, not secrets)


def run_range(
    target: Target, seed: int, first: int, last: int, begun: Callable[[int], None] = lambda _n: None
) -> Tally:
    """Run the inputs from ``first`` up to ``last``; ``begun`` is told each number before its turn."""
    tally = Tally(first, last)
    outcomes: Counter[str] = Counter()
    times: list[tuple[float, int]] = []
    started = time.process_time()
    for number in range(first, last):
        begun(number)
        random = random_for(seed, number)
        case = target.make(random)
        before = time.process_time()
        try:
            with _in_time():
                outcomes[target.run(case, random)] += 1
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 (whatever it is, it is what we look for)
            outcomes["fault"] += 1
            text = "".join(traceback.format_exception(error))
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} {place.filename}:{place.lineno}"
            digest = hashlib.sha256(where.encode()).hexdigest()[:8]
            tally.faults.append({"number": number, "where": where, "digest": digest, "traceback": text})
        times.append((round(time.process_time() - before, 3), number))
        if len(times) > 1000:
            times = sorted(times, reverse=True)[:_SLOWEST]
    tally.outcomes = dict(outcomes)
    tally.slowest = sorted(times, reverse=True)[:_SLOWEST]
    tally.seconds = round(time.process_time() - started, 2)
    tally.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return tally


def bound_memory() -> None:
    """Let this process take no more than ``MOST_BYTES`` beyond what it has: more is a MemoryError, and a fault."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 (no path to work with)
        taken = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + MOST_BYTES, resource.RLIM_INFINITY))


@contextmanager
def _in_time() -> Iterator[None]:
    """Raise TooSlowError after ``MOST_SECONDS``; where native code does not return by then, end the process."""

    def raise_too_slow(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"more than {MOST_SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, raise_too_slow)
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS)
    faulthandler.dump_traceback_later(4 * MOST_SECONDS, exit=True)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        faulthandler.cancel_dump_traceback_later()
