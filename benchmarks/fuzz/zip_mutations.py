"""Ways to damage a zip, and what is in it: bytes, sizes, and the words that a reader looks for."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from random import Random

from lxml import etree

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


def change_tree(data: bytes, random: Random) -> tuple[bytes, tuple[str, ...]]:
    """Return an XML document with elements dropped, doubled, moved, renamed, or other attributes and words."""
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return data, ()
    steps: list[str] = []
    for _ in range(random.choice((1, 1, 2, 3))):
        elements = list(root.iter(etree.Element))[1:]
        if elements:
            element, other = random.choice(elements), random.choice(elements)
            change = random.choice(_TREE_CHANGES)
            change(element, other, random)
            steps.append(change.__name__.strip("_"))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True), tuple(steps)


def _drop(element: etree._Element, other: etree._Element, _: Random) -> None:
    del other
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _double(element: etree._Element, other: etree._Element, _: Random) -> None:
    other.append(copy.deepcopy(element))


def _rename(element: etree._Element, other: etree._Element, _: Random) -> None:
    element.tag = other.tag


def _attribute(element: etree._Element, other: etree._Element, random: Random) -> None:
    """Another value, or another's attribute, or none."""
    names = [str(name) for name in (*element.attrib, *other.attrib)]
    if names:
        name = random.choice(names)
        element.set(name, random.choice([*_VALUES, *(str(value) for value in other.attrib.values())]))
        if random.random() < 0.3:
            del element.attrib[name]


def _words(element: etree._Element, other: etree._Element, random: Random) -> None:
    element.text = random.choice([*_VALUES, other.text or ""])


_VALUES = (
    "",
    " ",
    "0",
    "-1",
    "101",
    "1e9",
    "true",
    "../x",
    "http://[",
    "//x",
    "a b",
    "\u0661",
    "x" * 300,
    "%zz",
    "?a=b",
    "#",
)
_TREE_CHANGES: tuple[Callable[[etree._Element, etree._Element, Random], None], ...] = (
    *(_drop, _double, _rename, _attribute, _attribute, _words, _words),
)


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
