"""Patterns in the right answers of a whole course, by which one can guess without knowing."""

from __future__ import annotations

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
        if tally.first and tally.is_beyond_chance(SHARE):
            message = f"in {tally.hits} of {tally.total} questions the {_PLACES[place]} option is the right one"
            hint = "Write `shuffle: [options]` in the quizzes, or put the right ones in other places."
            yield tally.first.fault(message, hint, "options", place, "text")
    if tallies.lengths.first and tallies.lengths.is_beyond_chance(SHARE):
        message = f"in {tallies.lengths.hits} of {tallies.lengths.total} questions the right option is the longest"
        hint = "Make some wrong options as long, and some right ones shorter."
        yield tallies.lengths.first.fault(message, hint, "options")
    for truth, tally in tallies.truths.items():
        if tally.first and tally.is_beyond_chance(TRUTHS):
            word = str(truth).lower()
            message = f"{tally.hits} of {tally.total} statements in this course are {word}"
            yield tally.first.fault(message, f"Turn some of them, so that about half are {word}.", "answer")


class _Tallies:
    """Every pattern that is looked for."""

    def __init__(self) -> None:
        self.places = [_Tally() for _ in _PLACES]
        self.lengths = _Tally()
        self.truths = {True: _Tally(), False: _Tally()}

    def count(self, asked: AskedQuestion) -> None:
        """Count one question where it can show a pattern: a statement, or a choice of one among three or more."""
        question = asked.question
        if isinstance(question, TrueFalse):
            for truth, tally in self.truths.items():
                tally.count(asked, 1 / 2, holds=question.truth is truth)
        elif isinstance(question, Choice) and len(question.options) > 2 and len(right := question.correct) == 1:
            options = len(question.options)
            self.lengths.count(asked, 1 / options, holds=_longest_is_right(question, right[0]))
            if not asked.held.shuffled:
                for place, tally in enumerate(self.places):
                    tally.count(asked, 1 / options if place < options else 0, holds=place == right[0])


class _Tally:
    """How often a pattern holds, how often it would by chance, and where it first does."""

    def __init__(self) -> None:
        self.first: AskedQuestion | None = None
        self.hits = 0
        self.total = 0
        self._expected = 0.0

    def count(self, asked: AskedQuestion, chance: float, *, holds: bool) -> None:
        """Count one question, in which the pattern would hold with this chance."""
        self.total += 1
        self._expected += chance
        if holds:
            self.hits += 1
            self.first = self.first or asked

    def is_beyond_chance(self, share: float) -> bool:
        """Whether it holds in such a share of enough questions, and chance alone would hardly make it."""
        if self.total < FEWEST or self.hits < share * self.total:
            return False
        spread = sqrt(self._expected * (1 - self._expected / self.total))
        return self.hits >= self._expected + SPREADS * spread


def _longest_is_right(choice: Choice, right: int) -> bool:
    lengths = [len(option.text) for option in choice.options]
    longest = max(lengths)
    return lengths[right] == longest and lengths.count(longest) == 1
