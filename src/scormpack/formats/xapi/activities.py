"""The unit in xAPI's terms: activities and their definitions (xAPI 1.0.3 part 2, 2.4.4.1), built with ``tincan``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tincan import Activity, ActivityDefinition, InteractionComponent, LanguageMap

from scormpack.formats.xapi.names import COMPONENTS, COURSE, INTERACTION, LESSON, MODULE
from scormpack.formats.xml_file import one_line
from scormpack.markup import plain_text, to_phrase
from scormpack.model import Course, Question, Unit, reports_interactions

_LONGEST_NAME = 255


def list_activities(course: Course, unit: Unit) -> Iterator[Activity]:
    """Yield the unit's own activity, which an LMS launches; then its lessons, and after each its questions.

    A unit that reports no answers (too many for an LMS) describes no questions either.
    """
    answers = reports_interactions(course, unit)
    if not unit.is_one_lesson:
        kind = COURSE if unit.kind == "course" else MODULE
        yield _activity(unit.iri, kind, unit.title, unit.summary, course.file.language)
    for name in unit.lessons:
        lesson = course.lessons[name]
        language = course.language(lesson)
        yield _activity(course.iri(name), LESSON, lesson.title, lesson.summary, language)
        for question in course.questions(lesson) if answers else ():
            yield _interaction(course.iri(name, question.id), question, language)


def spoken_text(markdown: str) -> str:
    """Return Markdown as plain text of one line: what an LMS's report can show."""
    return one_line(plain_text(to_phrase(markdown)))


def _activity(iri: str, kind: str, title: str, summary: str | None, language: str) -> Activity:
    return Activity(id=iri, definition=_definition(kind, one_line(title), one_line(summary or title), language))


def _interaction(iri: str, question: Question, language: str) -> Activity:
    said = question.interaction()
    text = spoken_text(question.prompt) or question.id
    definition = _definition(INTERACTION, _shorten(text), text, language)
    definition.interaction_type = said["interactionType"]
    # No correct_responses_pattern: tincan.xml lies readable beside the page, which seals its answers. Each answer's
    # statement carries the pattern to the LRS once the learner has answered (runtime/lms/).
    for name in COMPONENTS:
        if name in said:
            setattr(definition, name, [_component(key, text, language) for key, text in said[name].items()])
    return Activity(id=iri, definition=definition)


def _definition(kind: str, name: str, description: str, language: str) -> Any:  # noqa: ANN401 - tincan ships no types
    return ActivityDefinition(
        type=kind, name=LanguageMap({language: name}), description=LanguageMap({language: description})
    )


def _component(key: str, markdown: str, language: str) -> InteractionComponent:
    return InteractionComponent(id=key, description=LanguageMap({language: spoken_text(markdown) or key}))


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1].rstrip() + "…"
