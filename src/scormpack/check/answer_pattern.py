"""Patterns in the right answers of a whole course, by which one can guess without knowing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from math import sqrt

from scormpack.check.compared_question import Comparison, Pattern, RightOption
from scormpack.check.place import Fault

FEWEST = 12
"""Questions that must be there: of fewer, chance makes any pattern."""
SHARE = 0.6
"""Of the questions in which the pattern holds, at least; of statements, ``TRUTHS``."""
TRUTHS = 0.75
SPREADS = 3
"""Standard deviations beyond chance: 1 course in some hundred would be told wrongly."""

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def check_answer_patterns(quizzes: Comparison) -> Iterator[Fault]:
    """Yield the place, the length and the truth that right answers have far more often than by chance."""
    told = quizzes.patterns
    in_order = _count_choices({one: count for one, count in told.items() if not one.shuffled})
    for place, name in enumerate(_PLACES):
        hits = sum(count for right, count in in_order.items() if right.place == place)
        chance = sum(count / right.options for right, count in in_order.items() if right.options > place)
        if _is_beyond_chance(hits, SHARE, in_order.total(), chance):
            first = quizzes.find_first(partial(_is_at, place))
            message = f"in {hits} of {in_order.total()} questions the {name} option is the right one"
            hint = "Write `shuffle: [options]` in the quizzes, or put the right ones in other places."
            yield first.fault(message, hint, "options", place, "text")
    choices = _count_choices(told)
    hits = sum(count for right, count in choices.items() if right.is_longest)
    chance = sum(count / right.options for right, count in choices.items())
    if _is_beyond_chance(hits, SHARE, choices.total(), chance):
        message = f"in {hits} of {choices.total()} questions the right option is the longest"
        hint = "Make some wrong options as long, and some right ones shorter."
        yield quizzes.find_first(_is_longest).fault(message, hint, "options")
    truths = {truth: sum(count for one, count in told.items() if one.right is truth) for truth in (True, False)}
    total = sum(truths.values())
    for truth, hits in truths.items():
        if _is_beyond_chance(hits, TRUTHS, total, total / 2):
            word = str(truth).lower()
            message = f"{hits} of {total} statements in this course are {word}"
            first = quizzes.find_first(partial(_is_truth, truth))
            yield first.fault(message, f"Turn some of them, so that about half are {word}.", "answer")


def _count_choices(patterns: Mapping[Pattern, int]) -> Counter[RightOption]:
    counts: Counter[RightOption] = Counter()
    for one, count in patterns.items():
        if isinstance(one.right, RightOption):
            counts[one.right] += count
    return counts


def _is_at(place: int, pattern: Pattern) -> bool:
    return isinstance(pattern.right, RightOption) and pattern.right.place == place and not pattern.shuffled


def _is_longest(pattern: Pattern) -> bool:
    return isinstance(pattern.right, RightOption) and pattern.right.is_longest


def _is_truth(truth: bool, pattern: Pattern) -> bool:  # noqa: FBT001 (what is looked for)
    return pattern.right is truth


def _is_beyond_chance(hits: int, share: float, total: int, chance: float) -> bool:
    """Whether a pattern holds in such a share of enough questions, far more often than the ``chance`` that it would."""
    if not hits or total < FEWEST or hits < share * total:
        return False
    return hits >= chance + SPREADS * sqrt(chance * (1 - chance / total))
