"""Which of very many things share a key with few others: in little memory, whatever their number."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

_PARTS = 16
"""Keys are counted a sixteenth at a time."""


class RepeatedKeys:
    """The keys that two things have or a few; by hash, so that one in many millions is there wrongly."""

    def __init__(self, most: float) -> None:
        """Begin with no thing; ``most`` are still a few."""
        self._most = most
        self._hashes, self._counts = array("q"), array("L")

    def add(self, keys: Sequence[str]) -> None:
        """Take in the keys of a thing, every one once, before anything is asked."""
        self._hashes.extend(map(hash, keys))
        self._counts.append(len(keys))

    @cached_property
    def _repeated(self) -> set[int]:
        return _find_repeated(self._hashes, self._most)

    def __contains__(self, key: str) -> bool:
        return hash(key) in self._repeated

    def __iter__(self) -> Iterator[bool]:
        """Yield for each thing, in order, whether few others have one of its keys."""
        start = 0
        for count in self._counts:
            yield not self._repeated.isdisjoint(self._hashes[start : start + count])
            start += count


def _find_repeated(hashes: array[int], most: float) -> set[int]:
    parts = [array("q") for _ in range(_PARTS)]
    for value in hashes:
        parts[value % _PARTS].append(value)
    return {value for part in parts for value, count in Counter(part).items() if 1 < count <= most}
