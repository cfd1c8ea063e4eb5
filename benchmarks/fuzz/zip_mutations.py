"""Ways to damage a zip, and what is in it: bytes, sizes, and the words that a reader looks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_MOST_AT_ONCE = 64
_LONGEST = 1 << 20


def damage(data: bytes, random: Random, tokens: Sequence[bytes]) -> tuple[bytes, tuple[str, ...]]:
    """Return ``data`` with one to eight damages, at most 1 MiB long, and their names.

    Args:
        data: what to damage.
        random: where each choice comes from.
        tokens: pieces that mean something to the reader, to be put in or to stand in for bytes.
    """
    made = bytearray(data)
    steps: list[str] = []
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        change = random.choice(_DAMAGES)
        change(made, random, tokens)
        steps.append(change.__name__.strip("_"))
        del made[_LONGEST:]
    return bytes(made), tuple(steps)


def _place(data: bytearray, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _length(random: Random) -> int:
    return random.randint(1, _MOST_AT_ONCE) if random.random() < 0.5 else random.randint(1, 4)


def _flip(data: bytearray, random: Random, _: Sequence[bytes]) -> None:
    if data:
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _overwrite(data: bytearray, random: Random, _: Sequence[bytes]) -> None:
    start = _place(data, random)
    data[start : start + 2] = random.randbytes(2)


def _number(data: bytearray, random: Random, _: Sequence[bytes]) -> None:
    """Sizes, counts and offsets at the edges of their range."""
    start, width = _place(data, random), random.choice((1, 2, 4, 8))
    data[start : start + width] = (random.choice(_NUMBERS) & (256**width - 1)).to_bytes(width, "little")


def _delete(data: bytearray, random: Random, _: Sequence[bytes]) -> None:
    start = _place(data, random)
    del data[start : start + _length(random)]


def _repeat(data: bytearray, random: Random, _: Sequence[bytes]) -> None:
    start = _place(data, random)
    data[start:start] = data[start : start + _length(random)] * random.choice((1, 1, 2, 50, 1000))


def _move(data: bytearray, random: Random, _: Sequence[bytes]) -> None:
    start, length = _place(data, random), _length(random)
    piece = data[start : start + length]
    del data[start : start + length]
    target = _place(data, random)
    data[target:target] = piece


def _cut(data: bytearray, random: Random, _: Sequence[bytes]) -> None:
    if random.random() < 0.3:
        del data[_place(data, random) :]


def _put(data: bytearray, random: Random, tokens: Sequence[bytes]) -> None:
    start = _place(data, random)
    data[start:start] = random.choice(tokens) if tokens else random.randbytes(_length(random))


def _replace(data: bytearray, random: Random, tokens: Sequence[bytes]) -> None:
    """One meaningful piece for another."""
    if len(tokens) < 2:
        return
    start = data.find(random.choice(tokens), _place(data, random))
    if start >= 0:
        old = next((token for token in tokens if data.startswith(token, start)), b"")
        data[start : start + len(old)] = random.choice(tokens)


_DAMAGES: tuple[Callable[[bytearray, Random, Sequence[bytes]], None], ...] = (
    *(_flip, _overwrite, _number, _delete, _repeat, _move, _cut, _put, _replace),
)
