"""A lesson as its template sees it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from scormpack.markup import mark_terms
from scormpack.model import Course, KeyTerm, Lesson, Practice, Quiz, Unit
from scormpack.render.cards import Card, make_card
from scormpack.render.chips import choose_questions
from scormpack.render.messages import Messages
from scormpack.render.text import Texts

_CHIPS = 3
"""Questions to ask the tutor."""
LONG = 4
"""Sections that make a lesson long enough for a table of contents."""


class SectionView(NamedTuple):
    """A section: ``body`` is HTML, and so is each of the ``points``."""

    id: str
    heading: str
    body: Markup
    points: tuple[Markup, ...]


class KeyTermView(NamedTuple):
    """A key term; ``definition`` is HTML."""

    id: str
    term: str
    also: tuple[str, ...]
    definition: Markup


class PracticeView(NamedTuple):
    """The practice part; ``intro`` and ``steps`` are HTML."""

    heading: str
    intro: Markup
    steps: tuple[Markup, ...]


class QuizView(NamedTuple):
    """What the page says of the quiz before the runtime draws it; ``intro`` is HTML."""

    heading: str
    intro: Markup


class TutorView(NamedTuple):
    """What the page says of the tutor before somebody asks it.

    Attributes:
        terms: key terms to ask about first; ``questions`` are others: the author's, or sections' headings.
        host: of the service that writes answers; None where the page answers by itself.
        record: whether an LRS is told what learners ask.
    """

    terms: tuple[str, ...]
    questions: tuple[str, ...]
    host: str | None
    record: bool


class LessonView(NamedTuple):
    """All that a lesson page shows, but for the quiz's questions.

    Attributes:
        number: place in the course, from 1; ``count`` is how many lessons the course has.
        contents: whether it is long enough for a table of contents.
        previous: the lesson before it in the same package; None for the first, or in a package of its own.
    """

    id: str
    title: str
    summary: str
    number: int
    count: int  # type: ignore[assignment]  # templates have named it so; nobody asks the tuple's own
    track: str | None
    category: str | None
    minutes: int
    objectives: tuple[str, ...]
    contents: bool
    sections: tuple[SectionView, ...]
    key_terms: tuple[KeyTermView, ...]
    practice: PracticeView | None
    quiz: QuizView | None
    tutor: TutorView | None
    related: tuple[Card, ...]
    previous: Card | None
    next: Card | None


def view_lesson(course: Course, unit: Unit, lesson: Lesson, texts: Texts) -> LessonView:
    """Return what the page of a lesson shows, in a package that holds ``unit``."""
    place = unit.places[lesson.id]
    before, after = unit.lessons[max(0, place - 1) : place], unit.lessons[place + 1 : place + 2]
    quiz = lesson.quiz

    def cards(names: Sequence[str]) -> tuple[Card, ...]:
        return tuple(make_card(course, unit, name, up=texts.up) for name in names)

    return LessonView(
        id=lesson.id,
        title=lesson.title,
        summary=lesson.summary,
        number=course.numbers[lesson.id],
        count=len(course.order),
        track=lesson.track,
        category=lesson.category,
        minutes=course.minutes[lesson.id],
        objectives=lesson.objectives,
        contents=len(lesson.sections) >= LONG,
        sections=_view_sections(lesson, course.language(lesson), texts),
        key_terms=tuple(_view_key_term(term, number, texts) for number, term in enumerate(lesson.key_terms, 1)),
        practice=_view_practice(lesson.practice, texts) if lesson.practice else None,
        quiz=QuizView(heading_of(quiz, texts.messages), texts.blocks(quiz.intro, "quiz-")) if quiz else None,
        tutor=_view_tutor(course, lesson) if lesson.tutor else None,
        related=cards(lesson.related),
        previous=next(iter(cards(before)), None),
        next=next(iter(cards(after)), None),
    )


def heading_of(part: Practice | Quiz, messages: Messages) -> str:
    """Return the author's heading; where it is left out, the usual one in the lesson's language."""
    if "heading" in part.model_fields_set:
        return part.heading
    return messages.say("site.practice" if isinstance(part, Practice) else "site.quiz")


def _view_sections(lesson: Lesson, language: str, texts: Texts) -> tuple[SectionView, ...]:
    """Return the sections, each key term marked where they first use it."""
    sections = [(f"section-{number}", section) for number, section in enumerate(lesson.sections, 1)]
    pieces = [
        piece
        for name, section in sections
        for piece in (texts.blocks(section.body, f"{name}-"), *map(texts.phrase, section.points or ()))
    ]
    terms = [(key_term.term, *key_term.also) for key_term in lesson.key_terms]
    marked = map(Markup, mark_terms(pieces, terms, language))  # sanitised
    return tuple(
        SectionView(name, section.heading, next(marked), tuple(islice(marked, len(section.points or ()))))
        for name, section in sections
    )


def _view_tutor(course: Course, lesson: Lesson) -> TutorView:
    # A heading of several words says what its section answers.
    headings = [section.heading for section in lesson.sections if section.heading.count(" ") >= 3]
    # The first and one from the middle: an author goes through the lesson in order.
    asked = choose_questions(questions for _, questions in lesson.answered)
    questions = [asked[place] for place in (0, len(asked) // 2)] if asked else headings
    terms = tuple(key_term.term for key_term in lesson.key_terms[: 1 if asked else 2])
    chips = tuple(dict.fromkeys(questions))[: _CHIPS - len(terms)]
    return TutorView(terms, chips, course.file.tutor.host, course.file.tutor.record)


def _view_key_term(key_term: KeyTerm, number: int, texts: Texts) -> KeyTermView:
    return KeyTermView(f"term-{number}", key_term.term, key_term.also, _phrase(key_term.definition, texts))


def _view_practice(practice: Practice, texts: Texts) -> PracticeView:
    steps = tuple(_phrase(step, texts) for step in practice.steps)
    return PracticeView(heading_of(practice, texts.messages), texts.blocks(practice.intro, "practice-"), steps)


def _phrase(text: str, texts: Texts) -> Markup:
    return Markup(texts.phrase(text))  # noqa: S704 - sanitised
