"""An index that is changed is the one that would be made anew."""

from __future__ import annotations

import random

import pytest

from scormpack.render.search import change_lists, list_words
from scormpack.render.search.postings import LessonWords, take_words


@pytest.mark.parametrize("seed", range(40))
def test_changed_lists_are_those_of_all_lessons(seed: int) -> None:
    """After words came, went and moved in some lessons, of few and of many, the lists and their order are the same."""
    chance = random.Random(seed)  # noqa: S311 - to be the same every time
    letters = chance.choice(["abc", "abé1", "\u6a21\u578b\u5b66a", "\U00010400\uffdcb"])
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(1, 5))) for _ in range(60)]

    def lesson() -> LessonWords:
        sizes = (chance.randint(0, most) for most in (3, 4, 6, 30))
        texts = [" ".join(vocabulary[int(60 * chance.random() ** 3)] for _ in range(size)) for size in sizes]
        return take_words((texts[0], texts[1], texts[2], texts[3]))

    before = [lesson() for _ in range(chance.choice([1, 2, 7, 400, 2500]))]
    after = [lesson() if chance.random() < chance.choice([0.01, 0.5]) else words for words in before]
    after[0] = lesson()
    changes = {number: (before[number], after[number]) for number in range(len(before))}
    assert [*change_lists(list_words(before), len(before), changes).items()] == [*list_words(after).items()]


def test_lists_of_other_lessons_are_refused() -> None:
    """Words that are in no list cannot have gone."""
    with pytest.raises(ValueError, match="not in list"):
        change_lists(list_words([("one", "", "", "")]), 1, {0: (("two", "", "", ""), ("", "", "", ""))})
