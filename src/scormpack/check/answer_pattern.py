"""Patterns in the right answers of a whole course, by which one can guess without knowing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from scormpack.check.asked_question import AskedQuestion, asked_questions
from scormpack.check.place import Fault
from scormpack.model import Course
from scormpack.model.questions.choice import Choice
from scormpack.model.questions.true_false import TrueFalse

FEWEST = 12
"""Questions that must be there: of fewer, chance makes any pattern."""
SHARE = 0.6
"""Of the questions in which the pattern holds, at least; of statements, ``TRUTHS``."""
TRUTHS = 0.75
SPREADS = 3
"""Standard deviations beyond chance: 1 course in some hundred would be told wrongly."""

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def check_answer_patterns(course: Course) -> Iterator[Fault]:
    """Yield the place, the length and the truth that right answers have far more often than by chance."""
    tallies = _Tallies()
    for asked in asked_questions(course):
        tallies.count(asked)
    for place, tally in enumerate(tallies.places):
        offered = {options: count for options, count in tallies.in_order.items() if options > place}
        chance = sum(count / options for options, count in offered.items())
        total = tallies.in_order.total()
        if tally.first and tally.is_beyond_chance(SHARE, total, chance):
            message = f"in {tally.hits} of {total} questions the {_PLACES[place]} option is the right one"
            hint = "Write `shuffle: [options]` in the quizzes, or put the right ones in other places."
            yield tally.first.fault(message, hint, "options", place, "text")
    chance = sum(count / options for options, count in tallies.choices.items())
    total = tallies.choices.total()
    if tallies.longest.first and tallies.longest.is_beyond_chance(SHARE, total, chance):
        message = f"in {tallies.longest.hits} of {total} questions the right option is the longest"
        hint = "Make some wrong options as long, and some right ones shorter."
        yield tallies.longest.first.fault(message, hint, "options")
    total = sum(tally.hits for tally in tallies.truths.values())
    for truth, tally in tallies.truths.items():
        if tally.first and tally.is_beyond_chance(TRUTHS, total, total / 2):
            word = str(truth).lower()
            message = f"{tally.hits} of {total} statements in this course are {word}"
            yield tally.first.fault(message, f"Turn some of them, so that about half are {word}.", "answer")


class _Tallies:
    """Every pattern that is looked for.

    Attributes:
        choices: how many choices of one option have so many options.
        in_order: the same of those that learners see in their author's order.
    """

    def __init__(self) -> None:
        self.choices: Counter[int] = Counter()
        self.in_order: Counter[int] = Counter()
        self.places = [_Tally() for _ in _PLACES]
        self.longest = _Tally()
        self.truths = {True: _Tally(), False: _Tally()}

    def count(self, asked: AskedQuestion) -> None:
        """Count one question where it can show a pattern: a statement, or a choice of one among three or more."""
        question = asked.question
        if isinstance(question, TrueFalse):
            self.truths[question.truth].count(asked)
        elif isinstance(question, Choice) and len(question.options) > 2 and len(right := question.correct) == 1:
            options, place = len(question.options), right[0]
            self.choices[options] += 1
            if _longest_is_right(question, place):
                self.longest.count(asked)
            if not asked.held.shuffled:
                self.in_order[options] += 1
                if place < len(self.places):
                    self.places[place].count(asked)


class _Tally:
    """How often a pattern holds, and where it first does."""

    def __init__(self) -> None:
        self.first: AskedQuestion | None = None
        self.hits = 0

    def count(self, asked: AskedQuestion) -> None:
        """Count one question in which it holds."""
        self.hits += 1
        self.first = self.first or asked

    def is_beyond_chance(self, share: float, total: int, chance: float) -> bool:
        """Whether it holds in such a share of enough questions, and in far more than ``chance`` alone would make."""
        if total < FEWEST or self.hits < share * total:
            return False
        spread = sqrt(chance * (1 - chance / total))
        return self.hits >= chance + SPREADS * spread


def _longest_is_right(choice: Choice, right: int) -> bool:
    lengths = [len(option.text) for option in choice.options]
    longest = max(lengths)
    return lengths[right] == longest and lengths.count(longest) == 1
