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
    choices: list[tuple[AskedQuestion, Choice]] = []
    statements: list[tuple[AskedQuestion, bool]] = []
    for asked in asked_questions(course):
        question = asked.question
        if isinstance(question, Choice) and len(question.options) > 2 and len(question.correct) == 1:
            choices.append((asked, question))
        elif isinstance(question, TrueFalse):
            statements.append((asked, question.truth))
    yield from _places([(asked, choice) for asked, choice in choices if not asked.held.shuffled])
    yield from _lengths(choices)
    yield from _truths(statements)


def _places(choices: list[tuple[AskedQuestion, Choice]]) -> Iterator[Fault]:
    places = Counter(choice.correct[0] for _, choice in choices)
    for place, count in sorted(places.items())[: len(_PLACES)]:
        chances = [1 / len(choice.options) for _, choice in choices if place < len(choice.options)]
        if _is_beyond_chance(count, len(choices), sum(chances), SHARE):
            asked = next(asked for asked, choice in choices if choice.correct[0] == place)
            message = f"in {count} of {len(choices)} questions the {_PLACES[place]} option is the right one"
            hint = "Write `shuffle: [options]` in the quizzes, or put the right ones in other places."
            yield asked.fault(message, hint, "options", place, "text")


def _lengths(choices: list[tuple[AskedQuestion, Choice]]) -> Iterator[Fault]:
    longest = [asked for asked, choice in choices if _longest_is_right(choice)]
    chance = sum(1 / len(choice.options) for _, choice in choices)
    if _is_beyond_chance(len(longest), len(choices), chance, SHARE):
        message = f"in {len(longest)} of {len(choices)} questions the right option is the longest"
        yield longest[0].fault(message, "Make some wrong options as long, and some right ones shorter.", "options")


def _truths(statements: list[tuple[AskedQuestion, bool]]) -> Iterator[Fault]:
    for truth, word in ((True, "true"), (False, "false")):
        same = [asked for asked, is_true in statements if is_true is truth]
        if _is_beyond_chance(len(same), len(statements), len(statements) / 2, TRUTHS):
            message = f"{len(same)} of {len(statements)} statements in this course are {word}"
            yield same[0].fault(message, f"Turn some of them, so that about half are {word}.", "answer")


def _longest_is_right(choice: Choice) -> bool:
    lengths = [len(option.text) for option in choice.options]
    longest = max(lengths)
    return lengths[choice.correct[0]] == longest and lengths.count(longest) == 1


def _is_beyond_chance(count: int, total: int, expected: float, share: float) -> bool:
    if total < FEWEST or count < share * total:
        return False
    return count >= expected + SPREADS * sqrt(expected * (1 - expected / total))
