"""What changed in the lessons of a package, and what that does to grades and open attempts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from scormpack.listing import list_first
from scormpack.releases.record import Lesson, Question


class Risk(IntEnum):
    """What replacing a package does, from nothing to the worst."""

    NONE = 0
    CONTENT = 1
    """Learners see another page; no result and no attempt is touched."""
    ATTEMPTS = 2
    """Some answers of attempts under way are dropped."""
    GRADES = 3
    """Later attempts are graded by other rules than earlier ones."""
    TRACKS = 4
    """Results are lost, or belong to nothing any more."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One change, in a few words, and what it does."""

    risk: Risk
    text: str


def compare_lessons(old: Mapping[str, Lesson], new: Mapping[str, Lesson], *, several: bool) -> Iterator[Reason]:
    """Yield what changed; ``several`` says whether the lessons' scores make up a score of the whole."""
    for name in old:
        if name not in new and several:
            yield Reason(Risk.GRADES, f"lesson `{name}` is gone, and its part of the score with it")
    for name, lesson in new.items():
        if name not in old:
            if several:
                yield Reason(Risk.GRADES, f"lesson `{name}` is new: the score is a mean of more lessons")
            continue
        where = f"`{name}`: " if several else ""
        for reason in _compare(old[name], lesson):
            yield Reason(reason.risk, where + reason.text)


def _compare(old: Lesson, new: Lesson) -> Iterator[Reason]:
    if old.pass_mark != new.pass_mark:
        yield Reason(Risk.GRADES, f"its pass mark was {percent(old.pass_mark)} and is {percent(new.pass_mark)}")
    asked = list(_compare_questions({q.id: q for q in old.questions}, {q.id: q for q in new.questions}))
    yield from asked
    if old.title != new.title:
        yield Reason(Risk.CONTENT, f"its title was “{old.title}”")
    if old.text != new.text:
        yield Reason(Risk.CONTENT, "its text changed")
    if old.numbers != new.numbers and old.text == new.text:
        yield Reason(Risk.CONTENT, "lessons of the course are numbered anew: its page says other numbers")
    if old.quiz != new.quiz and not asked and old.pass_mark == new.pass_mark:
        yield Reason(Risk.CONTENT, "words or settings of its quiz changed")


def _compare_questions(old: Mapping[str, Question], new: Mapping[str, Question]) -> Iterator[Reason]:
    gone = [name for name in old if name not in new]
    added = [name for name in new if name not in old]
    for name in list(gone):
        again = next((other for other in added if _is_the_same(old[name], new[other])), None)
        if again:
            gone.remove(name)
            added.remove(again)
            lost = "answers to it under way are dropped, and reports take it for another"
            yield Reason(Risk.ATTEMPTS, f"question `{name}` is called `{again}` now: {lost}")
    both = [(old[name], new[name]) for name in old if name in new]
    reshaped = [after.id for before, after in both if before.fingerprint != after.fingerprint]
    weighed = [after.id for before, after in both if before.points != after.points]
    marked = [after.id for before, after in both if after.marking.is_another(before.marking)]
    reordered = [
        after.id for before, after in both if after.marking.is_reordered(before.marking) and after.id not in reshaped
    ]
    if gone:
        yield Reason(Risk.GRADES, f"{_named(gone)} gone: answers to it under way are dropped")
    if added:
        yield Reason(Risk.GRADES, f"{_named(added)} new")
    if weighed:
        yield Reason(Risk.GRADES, f"{_named(weighed)} given other points")
    if marked:
        yield Reason(Risk.GRADES, f"{_named(marked)} marked by other answers or rules than before")
    if reshaped:
        yield Reason(Risk.ATTEMPTS, f"{_named(reshaped)} asked in another form: answers under way are dropped")
    if reordered:
        yield Reason(
            Risk.ATTEMPTS, f"{_named(reordered)} asked in another order: answers under way may stand elsewhere"
        )


def _is_the_same(old: Question, new: Question) -> bool:
    """Whether only the id differs; a question without options says too little to be known again."""
    return bool(old.marking.parts) and (old.type, old.points, old.marking) == (new.type, new.points, new.marking)


def percent(mark: int | None) -> str:
    """Return a pass mark in words."""
    return "none" if mark is None else f"{mark} %"


def _named(names: list[str]) -> str:
    listed = list_first([f"`{name}`" for name in names], 5)
    return f"question {listed} is" if len(names) == 1 else f"questions {listed} are"
