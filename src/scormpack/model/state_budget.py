"""How long a learner's state may become: docs/state.md has the format, ``runtime/state/`` writes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scormpack.model.course import Course
from scormpack.model.unit import MOST_INTERACTIONS, Unit, reports_interactions

_FIXED = 28  # version, revision, location, separators, end, and the open block's key, head, ticks and reading
_ANSWER = 4  # fingerprint, share, length
_LOGGED = 5  # an interaction's key
_TIME = 3  # seconds left
_MANY_STEPS = 36  # more steps' ticks take three characters more
_MORE_TICKS = 3


def worst_state(course: Course, unit: Unit) -> int:
    """Return the most characters that a learner's state of ``unit`` can take."""
    lessons = [course.outlines[lesson] for lesson in unit.lessons]
    packed = [course.question_sizes(lesson) for lesson in lessons]
    asked = [course.asked(lesson) for lesson in lessons]
    timed = any(lesson.quiz and lesson.quiz.is_timed for lesson in lessons)
    ticked = any(lesson.steps > _MANY_STEPS for lesson in lessons)
    worst = worst_length(packed, interactions=reports_interactions(course, unit), asked=asked)
    return worst + (_TIME if timed else 0) + (_MORE_TICKS if ticked else 0)


def worst_length(
    packed: Iterable[Iterable[int]], *, interactions: bool, asked: Sequence[int | None] | None = None
) -> int:
    """Return the worst case of docs/state.md, characters.

    Args:
        packed: for each lesson, the most characters of each question's response.
        interactions: whether the unit reports each answer.
        asked: for each lesson, how many of its questions one attempt asks; left out: all of them.
    """
    lessons = [tuple(sizes) for sizes in packed]
    count = len(lessons)
    sparse, dense = 1 + 7 * count, 2 + 2 * count + 3 * -(-count // 32)
    logged = min(sum(map(len, lessons)), MOST_INTERACTIONS) if interactions else 0
    # The log holds what any attempt asked; the answers are those of one attempt.
    drawn = [_largest(sizes, most) for sizes, most in zip(lessons, asked or [None] * count, strict=True)]
    answers = max((_ANSWER * len(sizes) + sum(sizes) for sizes in drawn), default=0)
    return _FIXED + min(sparse, dense) + _LOGGED * logged + answers


def _largest(sizes: Sequence[int], most: int | None) -> Sequence[int]:
    return sizes if most is None or most >= len(sizes) else sorted(sizes, reverse=True)[:most]
