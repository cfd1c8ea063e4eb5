"""How long a learner's state may become: docs/state.md has the format, ``runtime/state/`` writes it."""

from __future__ import annotations

from collections.abc import Iterable

from scormpack.model.course import Course
from scormpack.model.unit import MOST_INTERACTIONS, Unit, reports_interactions

_FIXED = 26  # version, revision, location, separators, end, and the open block's key, head and ticks
_ANSWER = 4  # fingerprint, share, length
_LOGGED = 5  # an interaction's key


def worst_state(course: Course, unit: Unit) -> int:
    """Return the most characters that a learner's state of ``unit`` can take."""
    quizzes = (course.lessons[lesson].quiz for lesson in unit.lessons)
    packed = [[question.packed_size() for question in quiz.questions] if quiz else [] for quiz in quizzes]
    return worst_length(packed, interactions=reports_interactions(course, unit))


def worst_length(packed: Iterable[Iterable[int]], *, interactions: bool) -> int:
    """Return the worst case of docs/state.md, characters.

    Args:
        packed: for each lesson, the most characters of each question's response.
        interactions: whether the unit reports each answer.
    """
    lessons = [list(sizes) for sizes in packed]
    count = len(lessons)
    sparse, dense = 1 + 7 * count, 2 + 2 * count + 3 * -(-count // 32)
    logged = min(sum(map(len, lessons)), MOST_INTERACTIONS) if interactions else 0
    answers = max((sum(_ANSWER + size for size in sizes) for sizes in lessons), default=0)
    return _FIXED + min(sparse, dense) + _LOGGED * logged + answers
