"""Processes that work for this one: they end when it is told to end, and when it is there no more.

Ctrl-C reaches every process of a terminal, ``kill`` only the first, ``kill -9`` without a word. So the workers leave
the first to this process, and each has a thread that waits for its word, or for its death: then what the worker is at
is broken off where it stands, so that temporary files go, and nothing is begun any more. A worker that is told to end
goes as after any work, for one that went in the midst of an answer would leave this process waiting for the rest.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future
    from types import FrameType

Result = TypeVar("Result")

_GRACE = 10
"""Seconds that a worker has to go which somebody else ends."""
_AGAIN = 3.0
"""Seconds after which a worker that is still at work is told once more: somebody may have swallowed it."""


@contextmanager
def open_processes(
    jobs: int, begin: Callable[..., object] | None = None, given: tuple[Any, ...] = ()
) -> Iterator[Executor]:
    """Yield an executor of so many processes; each calls ``begin`` with what is ``given`` first.

    After a fault they begin nothing more. Where the block is broken off (by Ctrl-C, or whatever else is no
    ``Exception``), they end at once.
    """
    # A fork inherits what is given; where there is none (or it is unsafe: Dask's client runs threads, whose locks it
    # would take along), each worker is handed it at its start.
    is_safe = sys.platform == "linux" and "distributed" not in sys.modules
    context = get_context("fork" if is_safe else "spawn")
    told, tell = context.Pipe(duplex=False)
    with told, tell, _Processes(jobs, context, _begin, (told, begin, given)) as executor:
        try:
            yield executor
        except BaseException as fault:
            if not isinstance(fault, Exception):
                tell.send_bytes(b"end")  # nobody takes it out: each of them sees it there
            executor.shutdown(cancel_futures=True)
            raise


class _Processes(ProcessPoolExecutor):
    """Processes whose work can be broken off."""

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:  # noqa: ANN401
        """Let one of them call ``fn``; where that starts it, it hears no signal before it knows what to do then."""
        before = _mask(signal.SIG_BLOCK, _SIGNALS)
        try:
            return super().submit(_work, fn, *args, **kwargs)
        finally:
            _mask(signal.SIG_SETMASK, before)


_SIGNALS = frozenset({signal.SIGINT, signal.SIGTERM})


def _mask(how: int, signals: Iterable[int]) -> Iterable[int]:
    """Return the signals that this thread did not hear before; no system but POSIX has this."""
    return signal.pthread_sigmask(how, signals) if sys.platform != "win32" else ()


class _BrokenOffError(BaseException):
    """The end, in the midst of work."""


class _Ending:
    """Of a worker: how far it is with its end.

    Attributes:
        at_work: held while it does what it was told.
        is_breakable: whether it is at that, and may be broken off.
        is_near: whether nothing is begun any more.
        is_told: whether the process that started it wants it so, and sees it off.
        last: when it was last told to break off, by the monotonic clock.
    """

    def __init__(self) -> None:
        """Begin far from it."""
        self.at_work = Lock()
        self.is_breakable = False
        self.is_near = False
        self.is_told = False
        self.last = -_AGAIN

    def break_off(self, _signal: int, _frame: FrameType | None) -> None:
        """Break off the work, if there is any; runs in the main thread, as the handler of SIGTERM."""
        self.is_near = True
        if not self.is_told and sys.platform != "win32":
            signal.alarm(_GRACE)
        now = monotonic()
        if self.is_breakable and now - self.last > _AGAIN / 2:  # what is being cleared away is not broken off too
            self.last = now
            raise _BrokenOffError

    def wait_for_it(self, told: Connection) -> None:
        """End the work when it is told so, and the process when the one that started it has gone."""
        parent = parent_process()
        gone = [parent.sentinel] if parent else []
        self.is_told = told in wait([told, *gone])
        self.is_near = True
        patience = 0.0
        while not self.at_work.acquire(timeout=patience):
            signal.raise_signal(signal.SIGTERM)
            patience = _AGAIN
        if self.is_told:
            self.at_work.release()
            wait(gone)
        os._exit(1)


_ending = _Ending()


def _begin(told: Connection, begin: Callable[..., object] | None, given: tuple[Any, ...]) -> None:
    """Make a worker of this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _ending.break_off)
    sys.unraisablehook = _show_unraisable
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    Thread(target=_ending.wait_for_it, args=(told,), daemon=True).start()
    if begin is not None:
        begin(*given)


def _work(function: Callable[..., Result], *given: Any, **named: Any) -> Result:  # noqa: ANN401
    try:
        with _ending.at_work:
            _ending.is_breakable = True
            if not _ending.is_near:
                return function(*given, **named)
    except _BrokenOffError:
        pass
    finally:
        _ending.is_breakable = False
    raise BrokenProcessPool("a process was ended in the midst of its work")


def _show_unraisable(swallowed: sys.UnraisableHookArgs) -> None:
    if not isinstance(swallowed.exc_value, _BrokenOffError):  # that comes again
        sys.__unraisablehook__(swallowed)
