"""Processes that work for this one: they end when it is told to end, and when it is there no more.

Ctrl-C reaches every process of a terminal, ``kill`` only the first, ``kill -9`` without a word. So the workers leave
the first to this process, and each has a thread that waits for its word, or for its death: then what the worker is at
is broken off where it stands, so that temporary files go, and the worker ends without a word of its own.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future
    from types import FrameType

Result = TypeVar("Result")

_ENDED = 128 + signal.SIGTERM
"""The exit code of a worker that was ended."""
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


_at_work = Lock()
"""Of a worker: held while it does what it was told."""


def _begin(told: Connection, begin: Callable[..., object] | None, given: tuple[Any, ...]) -> None:
    """Make a worker of this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _break_off)
    sys.unraisablehook = _show_unraisable
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    Thread(target=_wait_for_end, args=(told,), daemon=True).start()
    if begin is not None:
        begin(*given)


def _work(function: Callable[..., Result], *given: Any, **named: Any) -> Result:  # noqa: ANN401
    try:
        with _at_work:
            return function(*given, **named)
    except _BrokenOffError:
        _end()


_told: list[float] = []
"""When a worker was told to break off, by the monotonic clock."""


def _break_off(_signal: int, _frame: FrameType | None) -> None:
    if not _at_work.locked():
        _end()
    now = monotonic()
    if not _told or now - _told[-1] > _AGAIN / 2:  # what is being cleared away is not broken off as well
        _told.append(now)
        raise _BrokenOffError


def _show_unraisable(swallowed: sys.UnraisableHookArgs) -> None:
    if not isinstance(swallowed.exc_value, _BrokenOffError):  # that comes again
        sys.__unraisablehook__(swallowed)


def _wait_for_end(told: Connection) -> None:
    """End this process when it is told to, or when the process that started it has gone."""
    parent = parent_process()
    wait([told, *([parent.sentinel] if parent else [])])
    while not _at_work.acquire(timeout=_AGAIN):
        with suppress(OSError):
            signal.raise_signal(signal.SIGTERM)
    _end()


def _end() -> NoReturn:
    os._exit(_ENDED)
