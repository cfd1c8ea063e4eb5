"""Who does what can be done apart: this process alone, or several, here or on other machines.

What is shared out is pure: a function of a module, what all batches are told, and a batch; nothing else goes in, so
that the result is the same wherever it is made, and may be remembered.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Told = TypeVar("Told")
Item = TypeVar("Item")
Result = TypeVar("Result")

Work = Callable[[Told, Sequence[Item]], Sequence[Result]]
"""From what all are told, and a batch, to a result for each of the batch."""

_BATCHES_A_JOB = 8
"""Enough that nobody waits long for the last batch, few enough that handing out costs nothing."""
_MOST_A_BATCH = 64
"""A lost worker costs no more than some of these; and no more of them than it can soon do wait at any worker."""
_LEAST = 16
"""Items that are worth starting processes for."""


class Crew(Protocol):
    """Shares work out; the results come in the order of the items, whoever made them."""

    @property
    def near(self) -> Crew:
        """As many of the crew as have this machine's files."""

    def share_out(self, work: Work[Told, Item, Result], told: Told, items: Sequence[Item]) -> Iterator[Result]:
        """Yield a result for each item."""


class Alone:
    """This process does all of it."""

    @property
    def near(self) -> Crew:
        """Itself."""
        return self

    def share_out(self, work: Work[Told, Item, Result], told: Told, items: Sequence[Item]) -> Iterator[Result]:
        """Yield a result for each item, made when it is asked for."""
        return chain.from_iterable(work(told, (item,)) for item in items)


class Together:
    """The workers of an executor."""

    def __init__(self, start: Callable[[], Executor], jobs: int, least: int = 1) -> None:
        """Share out among ``jobs`` workers, which ``start`` brings; fewer items than ``least`` are done here."""
        self._start = start
        self._jobs = jobs
        self._least = least

    @cached_property
    def _executor(self) -> Executor:
        return self._start()

    @property
    def near(self) -> Crew:
        """All of it."""
        return self

    def share_out(self, work: Work[Told, Item, Result], told: Told, items: Sequence[Item]) -> Iterator[Result]:
        """Yield a result for each item, as soon as all before it are there."""
        if len(items) < self._least:
            return Alone().share_out(work, told, items)
        size = min(_MOST_A_BATCH, -(-len(items) // (self._jobs * _BATCHES_A_JOB))) or 1
        waiting = deque(items[start : start + size] for start in range(0, len(items), size))
        begun: deque[Future[Sequence[Result]]] = deque()

        def begin_some() -> None:
            while waiting and len(begun) < self._jobs * _BATCHES_A_JOB:
                begun.append(self._executor.submit(*self._call(work, told, waiting.popleft())))

        def collect() -> Iterator[Result]:
            try:
                while begun:
                    results = self._wait(begun.popleft())
                    begin_some()
                    yield from results
            except (Exception, GeneratorExit):
                for future in begun:  # after a fault nobody waits for the rest
                    future.cancel()
                raise

        begin_some()
        return collect()

    def _call(self, work: Work[Told, Item, Result], told: Told, batch: Sequence[Item]) -> tuple[Any, ...]:
        """Return what to submit."""
        return work, told, batch

    def _wait(self, future: Future[Sequence[Result]]) -> Sequence[Result]:
        """Return what became of a batch."""
        return future.result()


@contextmanager
def open_crew(jobs: int) -> Iterator[Crew]:
    """Yield a crew of so many processes of this machine; they start with the first work that is enough for them."""
    if jobs == 1:
        yield Alone()
        return
    with ExitStack() as stack:
        yield Together(lambda: stack.enter_context(_open_processes(jobs)), jobs, _LEAST)


def _open_processes(jobs: int) -> AbstractContextManager[Executor]:
    from scormpack.build.processes import open_processes  # noqa: PLC0415 (small courses need none of this)

    return open_processes(jobs)
