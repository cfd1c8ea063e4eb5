"""Patterns in the right answers of a whole course, by which one can guess without knowing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from scormpack.check.compared_question import ComparedList, Comparison
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
    tallies = _Tallies()
    for held in quizzes:
        tallies.count(held)
    for place, tally in enumerate(tallies.places):
        chance = sum(count / options for options, count in tallies.in_order.items() if options > place)
        total = tallies.in_order.total()
        if tally.first and tally.is_beyond_chance(SHARE, total, chance):
            message = f"in {tally.hits} of {total} questions the {_PLACES[place]} option is the right one"
            hint = "Write `shuffle: [options]` in the quizzes, or put the right ones in other places."
            yield _fault(tally.first, message, hint, "options", place, "text")
    chance = sum(count / options for options, count in tallies.choices.items())
    total = tallies.choices.total()
    if tallies.longest.first and tallies.longest.is_beyond_chance(SHARE, total, chance):
        message = f"in {tallies.longest.hits} of {total} questions the right option is the longest"
        hint = "Make some wrong options as long, and some right ones shorter."
        yield _fault(tallies.longest.first, message, hint, "options")
    total = sum(tally.hits for tally in tallies.truths.values())
    for truth, tally in tallies.truths.items():
        if tally.first and tally.is_beyond_chance(TRUTHS, total, total / 2):
            word = str(truth).lower()
            message = f"{tally.hits} of {total} statements in this course are {word}"
            yield _fault(tally.first, message, f"Turn some of them, so that about half are {word}.", "answer")


def _fault(first: tuple[ComparedList, int], message: str, hint: str, *path: str | int) -> Fault:
    held, place = first
    return held.fault(place, message, hint, *path)


class _Tallies:
    """Every pattern that is looked for.

    Attributes:
        choices: how many choices with one right option have so many options.
        in_order: the same of those that learners see in their author's order.
    """

    def __init__(self) -> None:
        self.choices: Counter[int] = Counter()
        self.in_order: Counter[int] = Counter()
        self.places = [_Tally() for _ in _PLACES]
        self.longest = _Tally()
        self.truths = {True: _Tally(), False: _Tally()}

    def count(self, held: ComparedList) -> None:
        """Count the questions that can show a pattern: statements, and choices of one among three or more."""
        for at, question in enumerate(held.questions):
            right = question.right
            if isinstance(right, bool):
                self.truths[right].count(held, at)
            elif right is not None:
                self.choices[right.options] += 1
                if right.is_longest:
                    self.longest.count(held, at)
                if not held.shuffled:
                    self.in_order[right.options] += 1
                    if right.place < len(self.places):
                        self.places[right.place].count(held, at)


class _Tally:
    """How often a pattern holds, and where it first does."""

    def __init__(self) -> None:
        self.hits = 0
        self.first: tuple[ComparedList, int] | None = None

    def count(self, held: ComparedList, place: int) -> None:
        """Count one question in which it holds."""
        self.hits += 1
        self.first = self.first or (held, place)

    def is_beyond_chance(self, share: float, total: int, chance: float) -> bool:
        """Whether it holds in such a share of enough questions, far more often than the ``chance`` that it would."""
        if total < FEWEST or self.hits < share * total:
            return False
        spread = sqrt(chance * (1 - chance / total))
        return self.hits >= chance + SPREADS * spread
