"""Work in batches, by this process or several: the same results in the same order either way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

Shared = TypeVar("Shared")
Given_co = TypeVar("Given_co", covariant=True)
Item = TypeVar("Item")
Result = TypeVar("Result")


class Spread(Protocol[Given_co]):
    """Yields what ``function`` makes of each batch of ``items``, in order; each call gets what is shared first."""

    def __call__(
        self, function: Callable[[Given_co, Sequence[Item]], Result], items: Sequence[Item]
    ) -> Iterator[Result]:
        """Call ``function`` with each batch."""


_BATCHES_PER_JOB = 8
"""Enough that no worker waits long for the last batch, few enough that handing out costs nothing."""


@contextmanager
def open_pool(jobs: int, shared: Shared) -> Iterator[Spread[Shared]]:
    """Yield a way to spread work over ``jobs`` processes; ``shared`` travels to each of them once."""
    if jobs == 1:
        yield partial(_spread_here, shared)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 (who works alone needs none of this)
    from multiprocessing import get_context  # noqa: PLC0415

    # A fork inherits what is shared; where there is none (or it is unsafe: Dask's client runs threads, whose locks it
    # would take along), each worker is handed it at its start.
    is_safe = sys.platform == "linux" and "distributed" not in sys.modules
    context = get_context("fork" if is_safe else "spawn")
    with ProcessPoolExecutor(jobs, context, _remember, (shared,)) as executor:
        yield partial(_spread_out, executor, jobs)


def _spread_here(
    shared: Shared, function: Callable[[Shared, Sequence[Item]], Result], items: Sequence[Item]
) -> Iterator[Result]:
    return (function(shared, batch) for batch in _batches(items, 1))


def _spread_out(
    executor: Executor, jobs: int, function: Callable[[Any, Sequence[Item]], Result], items: Sequence[Item]
) -> Iterator[Result]:
    return executor.map(partial(_call, function), _batches(items, jobs))


def _batches(items: Sequence[Item], jobs: int) -> list[Sequence[Item]]:
    size = max(1, len(items) // (jobs * _BATCHES_PER_JOB)) if jobs > 1 else 1
    return [items[start : start + size] for start in range(0, len(items), size)]


_remembered: list[Any] = []
"""What a worker shares with the process that started it; set once, at its start."""


def _remember(shared: object) -> None:
    _remembered[:] = [shared]


def _call(function: Callable[[Any, Sequence[Any]], Result], batch: Sequence[Any]) -> Result:
    return function(_remembered[0], batch)
