"""Work that is not done again where its result is kept: shared out by a crew, remembered in a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar, overload

from scormpack.build.crew import Crew, Work
from scormpack.build.store import Store

Told = TypeVar("Told")
Name = TypeVar("Name")
Item = TypeVar("Item")
Result = TypeVar("Result")


class Stage(Generic[Told, Item, Result]):
    """A kind of pure work whose results can be kept."""

    def __init__(
        self,
        work: Work[Told, Item, Result],
        write: Callable[[Result], bytes | None],
        read: Callable[[bytes], Result],
    ) -> None:
        """Know how to do the work, and how to keep what comes of it.

        Args:
            work: as a crew shares it out.
            write: from a result to what is kept; None = not to be kept.
            read: back; ValueError, KeyError or TypeError where it is none of ours.
        """
        self.work = work
        self.write = write
        self.read = read


class Later(Sequence[Item]):
    """Items that are made when somebody asks for them: of what is known nobody does."""

    def __init__(self, make: Callable[[Name], Item], names: Sequence[Name]) -> None:
        """Make an item of each name, each time that it is asked for."""
        self._make = make
        self._names = names

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...

    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        if isinstance(place, slice):
            return Later(self._make, self._names[place])
        return self._make(self._names[place])


_KEPT_AT_ONCE = 250
"""Results that are put into the store together: thousands would be held at once."""


class Keeper:
    """Puts results into a store, some at a time."""

    def __init__(self, store: Store) -> None:
        """Hold none yet."""
        self._store = store
        self._held: dict[bytes, bytes] = {}

    def add(self, key: bytes, written: bytes) -> None:
        """Keep a result, now or with others."""
        self._held[key] = written
        if len(self._held) == _KEPT_AT_ONCE:
            self.finish()

    def finish(self) -> None:
        """Keep those that still wait."""
        self._store.put(self._held)
        self._held = {}


class Memory(NamedTuple):
    """A crew, and what it did before.

    Attributes:
        crew: does what is not known.
        store: of results.
        passing: results that are asked for later in this run, and not kept after it.
    """

    crew: Crew
    store: Store
    passing: Store = Store(None)

    @property
    def known(self) -> Store:
        """What is known, from earlier runs or from this one alone."""
        return self.store or self.passing

    def share_out(
        self,
        stage: Stage[Told, Item, Result],
        told: Told,
        items: Sequence[Item],
        keys: Sequence[bytes | None],
    ) -> Iterator[Result]:
        """Return a result for each item; those to be made are begun at once.

        Args:
            stage: what to do.
            told: what all are told.
            items: in order.
            keys: of each: everything that its result hangs on; None = nothing is known of it, nor kept.
        """
        known = recall(stage, self.known, keys)
        fresh = [items[place] for place, key in enumerate(keys) if key is None or key not in known]
        return self._in_order(stage, known, keys, self.crew.share_out(stage.work, told, fresh))

    def _in_order(
        self,
        stage: Stage[Told, Item, Result],
        known: dict[bytes, Result],
        keys: Sequence[bytes | None],
        making: Iterator[Result],
    ) -> Iterator[Result]:
        keeper = Keeper(self.store)
        for key in keys:
            if key is not None and key in known:
                yield known[key]
                continue
            result = next(making)
            written = stage.write(result) if self.store and key is not None else None
            if written is not None and key is not None:
                keeper.add(key, written)
            yield result
        keeper.finish()


def recall(stage: Stage[Told, Item, Result], store: Store, keys: Sequence[bytes | None]) -> dict[bytes, Result]:
    """Return the results that are kept, by key."""
    found: dict[bytes, Result] = {}
    for key, value in store.get([key for key in keys if key is not None]).items():
        try:
            found[key] = stage.read(value)
        except (ValueError, KeyError, TypeError):
            continue  # sealed, and yet no result of ours: it is made anew
    return found
