"""What very many questions are compared by, in few bytes each: numbers in columns, and no object for any of them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import accumulate, chain, combinations, count, repeat
from operator import or_

from scormpack.check.alike import ALIKE, FEWEST, MARKS_AROUND, may_have_no_spaces

EDGE = 6
"""Words at the beginning and at the end of a prompt by which others are looked up."""
MOST_SHARED = 32
"""Questions that may share a text or an edge before it is no sign of likeness any more, as ``True`` is none."""
_AT_ONCE = 1 << 15
"""Keys that are counted at once."""
_MOST_BITS = 1 << 17
"""Words whose bits are held."""
_MOST_WORDS = 1 << 30
"""Of a text whose words are none to tell it by."""
_NO_MARKS = str.maketrans(dict.fromkeys(MARKS_AROUND))
# Of the words of two questions that are alike no more are in one alone.
_MOST_APART = (1 - ALIKE) / (1 + ALIKE) + 1e-9
_QUESTIONS, _TEXTS = "\x1e", "\x1f"
"""Between questions, and between the texts of one: white space to Python, so that no folded text holds them."""


class _Bits(dict[str, int]):
    """One bit of 64 for each word."""

    def __missing__(self, word: str) -> int:
        if len(self) == _MOST_BITS:
            self.clear()
        return self.setdefault(word, 1 << (hash(word) & 63))


class QuestionColumns:
    """Questions by number, in the order in which they are added.

    Whatever is the same has the same hash; what is not has another one, but for one in many millions. So those that
    are named here may be alike, and no others are.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._wholes = array("q")
        self._keys, self._counts = array("q"), array("H")
        self._signs, self._sizes = array("Q"), array("I")
        self._bits = _Bits()

    def __len__(self) -> int:
        """How many questions there are."""
        return len(self._wholes)

    def add(self, texts: str) -> None:
        """Take in questions, as ``join_questions`` joins them."""
        bit_of = self._bits.__getitem__
        plain = texts.translate(_NO_MARKS).split(_QUESTIONS)
        for text, words in zip(texts.split(_QUESTIONS), map(str.split, plain), strict=True):
            prompt, *parts = text.split(_TEXTS)
            keys = (*_edges(prompt), *dict.fromkeys(parts))
            self._keys.extend(map(hash, keys))
            self._counts.append(len(keys))
            self._wholes.append(hash((prompt, *sorted(parts))))
            self._signs.append(reduce(or_, map(bit_of, words), 0))
            self._sizes.append(_MOST_WORDS if may_have_no_spaces(text) else len(words))

    def in_order(self, spans: Iterable[range]) -> QuestionColumns:
        """Return the questions of these numbers, in that order."""
        ends = array("L", accumulate(self._counts, initial=0))
        chosen = QuestionColumns()
        for span in spans:
            here = slice(span.start, span.stop)
            chosen._wholes += self._wholes[here]
            chosen._counts += self._counts[here]
            chosen._keys += self._keys[ends[span.start] : ends[span.stop]]
            chosen._signs += self._signs[here]
            chosen._sizes += self._sizes[here]
        return chosen

    def find_same(self) -> set[int]:
        """Return the questions that are not the only one of their texts."""
        repeated = {whole for whole, holders in Counter(self._wholes).items() if holders > 1}
        return {number for number, whole in enumerate(self._wholes) if whole in repeated} if repeated else set()

    def find_alike(self) -> dict[int, Counter[int]]:
        """Return, for each question, the earlier ones that may be alike, and how many keys they have in common.

        A key is a text, or an edge of a prompt, that few have.
        """
        alike: dict[int, Counter[int]] = {}
        for holders in self._holders():
            for earlier, later in combinations(holders, 2):
                if self._may_be_alike(earlier, later):
                    alike.setdefault(later, Counter())[earlier] += 1
        return alike

    def _holders(self) -> Iterator[list[int]]:
        """Yield the questions that share a key, in order, for each key that few have."""
        number_of = array("I", chain.from_iterable(map(repeat, count(), self._counts)))
        for places in self._divide():
            keys = array("q", map(self._keys.__getitem__, places))
            few = {key for key, holders in Counter(keys).items() if 1 < holders <= MOST_SHARED}
            by_key: dict[int, list[int]] = {}
            for key, place in zip(keys, places, strict=True):
                if key in few:
                    by_key.setdefault(key, []).append(number_of[place])
            yield from by_key.values()

    def _divide(self) -> list[array[int]]:
        """Return the places of all keys, in order; those of equal keys are in the same part."""
        parts = 1 + len(self._keys) // _AT_ONCE
        if parts == 1:
            return [array("I", range(len(self._keys)))]
        divided = [array("I") for _ in range(parts)]
        adds = [places.append for places in divided]
        for place, key in enumerate(self._keys):
            adds[key % parts](place)
        return divided

    def _may_be_alike(self, one: int, other: int) -> bool:
        words = self._sizes[one], self._sizes[other]
        apart = (self._signs[one] ^ self._signs[other]).bit_count()  # no more than the words that one alone has
        return apart <= sum(words) * _MOST_APART and min(words) >= FEWEST


def join_questions(questions: Iterable[Sequence[str]]) -> str:
    """Return the texts of questions, folded, as one text: of each its prompt and what it asks about."""
    return _QUESTIONS.join(map(_TEXTS.join, questions))


def _edges(prompt: str) -> tuple[str, str]:
    """Return the first and the last words of a prompt, by which it is looked up; letters where it has no spaces."""
    words = prompt.split(" ")
    if len(words) > EDGE:
        return "^" + " ".join(words[:EDGE]), " ".join(words[-EDGE:]) + "$"
    if len(words) > 1:
        return "^" + prompt, prompt + "$"
    return "^" + prompt[: EDGE * 2], prompt[-EDGE * 2 :] + "$"
