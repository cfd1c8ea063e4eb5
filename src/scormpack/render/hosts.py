"""The other hosts that a unit's pages ask for something."""

from __future__ import annotations

from itertools import chain

from scormpack.markup import host_of, links_of
from scormpack.model import Course, Unit, markdown_texts


def outside_hosts(course: Course, unit: Unit) -> tuple[str, ...]:
    """Return the declared hosts that the unit's texts use, and its tutors' service, sorted: none for most courses.

    A link to another site is no request: it waits for the learner.
    """
    service = course.file.tutor.host
    asked = {service} if service and any(course.outlines[name].tutor for name in unit.lessons) else set()
    if not course.file.hosts:
        return tuple(asked)
    found: set[str | None] = set()
    for lesson in map(course.lessons.__getitem__, unit.lessons):
        for _, text in chain.from_iterable(markdown_texts(source) for source in (lesson, *course.banks_of(lesson))):
            found |= {host_of(link.target) for link in links_of(text) if link.element != "a"}
    return tuple(sorted(asked | {host for host in course.file.hosts if host in found}))
