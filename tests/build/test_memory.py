"""Facts about work that is not done again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scormpack.build.crew import Alone
from scormpack.build.memory import Memory, Stage
from scormpack.build.store import Store, key_of

done: list[int] = []


def square(_told: str, numbers: Sequence[int]) -> list[int]:
    """Work for a crew."""
    done.extend(numbers)
    return [number * number for number in numbers]


SQUARES = Stage(square, lambda result: None if result == 9 else b"%d" % result, int)


def share_out(folder: Path, numbers: Sequence[int], keyless: int | None = None) -> list[int]:
    """Square numbers with a memory in ``folder``; return what was to be done."""
    done.clear()
    keys = [None if number == keyless else key_of(str(number)) for number in numbers]
    results = list(Memory(Alone(), Store(folder)).share_out(SQUARES, "told", numbers, keys))
    assert results == [number * number for number in numbers]
    return list(done)


def test_what_is_known_is_not_done_again(tmp_path: Path) -> None:
    """Results come in order, known or made; what is not to be kept, or has no key, is made each time."""
    assert share_out(tmp_path, [1, 2, 3]) == [1, 2, 3]
    assert share_out(tmp_path, [4, 3, 2, 1]) == [4, 3]
    assert share_out(tmp_path, [1, 4, 5], keyless=4) == [4, 5]


def test_what_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    """A sealed entry that is no result of ours is none."""
    Store(tmp_path).put({key_of("1"): b"no number"})
    assert share_out(tmp_path, [1]) == [1]
    assert share_out(tmp_path, [1]) == []
