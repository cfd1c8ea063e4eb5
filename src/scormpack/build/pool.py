"""Work in batches, by this process or several: the same results in the same order either way."""

from __future__ import annotations

from collections import deque
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
    from scormpack.build.processes import open_processes  # noqa: PLC0415 (who works alone needs none of this)

    with open_processes(jobs, _remember, (shared,)) as executor:
        yield partial(_spread_out, executor, jobs)


def _spread_here(
    shared: Shared, function: Callable[[Shared, Sequence[Item]], Result], items: Sequence[Item]
) -> Iterator[Result]:
    return (function(shared, batch) for batch in _batches(items, 1))


def _spread_out(
    executor: Executor, jobs: int, function: Callable[[Any, Sequence[Item]], Result], items: Sequence[Item]
) -> Iterator[Result]:
    # Executor.map would cancel the rest after a fault; a pool that ends at that moment stumbles over what is cancelled.
    begun = deque(executor.submit(_call, function, batch) for batch in _batches(items, jobs))
    return (begun.popleft().result() for _ in range(len(begun)))


def _batches(items: Sequence[Item], jobs: int) -> list[Sequence[Item]]:
    size = max(1, len(items) // (jobs * _BATCHES_PER_JOB)) if jobs > 1 else 1
    return [items[start : start + size] for start in range(0, len(items), size)]


_remembered: list[Any] = []
"""What a worker shares with the process that started it; set once, at its start."""


def _remember(shared: object) -> None:
    _remembered[:] = [shared]


def _call(function: Callable[[Any, Sequence[Any]], Result], batch: Sequence[Any]) -> Result:
    return function(_remembered[0], batch)
