"""The unit in xAPI's terms: activities and their definitions (xAPI 1.0.3 part 2, 2.4.4.1), built with ``tincan``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tincan import Activity, ActivityDefinition, InteractionComponent, LanguageMap

from scormpack.formats.xapi.names import COMPONENTS, COURSE, INTERACTION, LESSON, MODULE
from scormpack.formats.xml_file import one_line
from scormpack.markup import are_plain_phrases, plain_text, to_phrase
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
    return _Activity(iri, _describe(kind, one_line(title), one_line(summary or title), language))


def _interaction(iri: str, question: Question, language: str) -> Activity:
    said = question.interaction()
    prompt = question.prompt
    lists = [(f"_{name}", said[name]) for name in COMPONENTS if name in said]
    speak = _as_it_is if are_plain_phrases(chain([prompt], *(held.values() for _, held in lists))) else spoken_text
    text = speak(prompt) or question.id
    components = {
        name: [_Component(key, _Words({language: speak(words) or key})) for key, words in held.items()]
        for name, held in lists
    }
    # No correct_responses_pattern: tincan.xml lies readable beside the page, which seals its answers. Each answer's
    # statement carries the pattern to the LRS once the learner has answered (runtime/lms/).
    kind = said["interactionType"]
    return _Activity(iri, _describe(INTERACTION, _shorten(text), text, language, _interaction_type=kind, **components))


def _as_it_is(text: str) -> str:
    return text


def _describe(kind: str, name: str, description: str, language: str, **more: object) -> ActivityDefinition:
    return _Definition(_type=kind, _name=_Words({language: name}), _description=_Words({language: description}), **more)


# tincan's own constructors look at every value several times, which takes longer than all else about tincan.xml. These
# take values that are what it asks for; its `from_json` goes through all of them in the tests.


class _Activity(Activity):  # type: ignore[misc] # tincan ships no types, here and below
    def __init__(self, iri: str, definition: ActivityDefinition) -> None:
        self.__dict__.update(_id=iri, _object_type="Activity", _definition=definition)


class _Definition(ActivityDefinition):  # type: ignore[misc]
    def __init__(self, **said: object) -> None:
        self.__dict__.update(_NOTHING_SAID, **said)


class _Component(InteractionComponent):  # type: ignore[misc]
    def __init__(self, key: str, description: LanguageMap) -> None:
        held = self.__dict__
        held["_id"] = key
        held["_description"] = description


class _Words(LanguageMap):  # type: ignore[misc]
    __init__ = dict.__init__


_NOTHING_SAID = vars(ActivityDefinition())


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1].rstrip() + "…"
