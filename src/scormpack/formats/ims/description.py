"""What a package says about its unit, whatever the standard's spelling."""

from __future__ import annotations

from itertools import chain, zip_longest

from scormpack.model import Course, Unit

MOST_KEYWORDS = 10
"""More than that no reader of the format needs to take (IMS MD 1.2, 1.6 keyword: smallest permitted maximum)."""

NO_LANGUAGE = "x-none"
"""Of texts that are in none."""


def learning_time(course: Course, unit: Unit) -> str:
    """Return how long the unit takes, as an ISO 8601 duration."""
    return duration(sum(course.minutes[lesson] for lesson in unit.lessons))


def keywords(course: Course, unit: Unit) -> list[str]:
    """Return key terms, at most ten: the first of each lesson, then the second of each …, so that all have a say."""
    terms = [course.outlines[lesson].terms for lesson in unit.lessons]
    by_turns = chain.from_iterable(zip_longest(*terms))
    return list(dict.fromkeys(term for term in by_turns if term))[:MOST_KEYWORDS]


def duration(minutes: int) -> str:
    """Return minutes as an ISO 8601 duration: 84 is ``PT1H24M``."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
