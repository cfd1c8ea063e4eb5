"""What a page carries for the runtime; ``runtime/page/data.ts`` reads it, and the two change together."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup
from pydantic_core import to_json

from scormpack.assets import addon_path
from scormpack.model import Course, Lesson, Quiz, Unit, reports_interactions, unit_pass_mark
from scormpack.model.questions import Markup as ToHtml
from scormpack.render.cards import page_path
from scormpack.render.course_page import Facet
from scormpack.render.question_data import write_question
from scormpack.render.seal import make_pad

VERSION = 1


def unit_data(course: Course, unit: Unit, language: str) -> dict[str, Any]:
    """Return ``UnitData``."""
    return {
        "kind": unit.kind,
        "id": unit.iri,
        "title": unit.title,
        "language": language,
        "report": course.file.report,
        "exit": course.file.exit,
        "passMark": unit_pass_mark(course, unit),
        "interactions": reports_interactions(course, unit),
    }


def lesson_entries(course: Course, unit: Unit) -> list[dict[str, Any]]:
    """Return a ``LessonEntry`` for each lesson of the unit, in order."""
    return [
        {
            "id": lesson_id,
            "iri": course.iri(lesson_id),
            "title": lesson.title,
            "href": page_path(unit, lesson_id),
            "points": course.points(lesson),
            "passMark": course.pass_mark(lesson),
        }
        for lesson_id, lesson in ((name, course.outlines[name]) for name in unit.lessons)
    ]


def lesson_data(course: Course, lesson: Lesson, markup: ToHtml, up: str, asks: str | None) -> str:
    """Return ``LessonData`` as JSON.

    ``markup`` turns short texts into HTML for this page, ``up`` leads to the site's root; ``asks`` is the path of the
    tutor's questions there.
    """
    data = {
        "id": lesson.id,
        "iri": course.iri(lesson.id),
        "title": lesson.title,
        "steps": len(lesson.practice.steps) if lesson.practice else 0,
        "reader": up + addon_path("reader"),
        "tutor": _tutor_data(course, lesson, up, asks) if lesson.tutor else None,
    }
    return _put_in(data, quiz=_quiz_data(course, lesson, lesson.quiz, markup) if lesson.quiz else "null")


def course_data(facets: Iterable[Facet], search: str) -> dict[str, Any]:
    """Return ``CourseData``; ``search`` is the path of the index."""
    return {
        "addon": addon_path("course"),
        "search": search,
        "facets": [{"name": facet.name, "values": facet.values, "lessons": facet.lessons} for facet in facets],
    }


def page_data(
    unit: Mapping[str, Any],
    lessons: list[dict[str, Any]],
    lesson: str | None = None,
    course: dict[str, Any] | None = None,
) -> Markup:
    """Return ``PageData`` as JSON that may stand in a ``<script>``; ``lesson`` is JSON already."""
    value = {
        "version": VERSION,
        "page": "course" if lesson is None else "lesson",
        "unit": unit,
        "lessons": lessons,
    }
    whole = _put_in(value, lesson=lesson or "null", course=to_json(course).decode())
    # HTML §4.12.1.3: neither `</script` nor `<!--` may stand in it; JSON lets any character be an escape.
    text = whole.replace("<", "\\u003c")
    return Markup(text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704 - no `<` is left


def _put_in(data: dict[str, Any], **written: str) -> str:
    """Return an object as JSON, and at its end more keys whose values are JSON already."""
    more = "".join(f',"{key}":{value}' for key, value in written.items())
    return f"{to_json(data).decode()[:-1]}{more}}}"


def _tutor_data(course: Course, lesson: Lesson, up: str, asks: str | None) -> dict[str, Any]:
    tutor = course.file.tutor
    return {
        "addon": up + addon_path("tutor"),
        "language": course.language(lesson),
        "terms": [[key_term.term, *key_term.also] for key_term in lesson.key_terms],
        "asks": up + asks if asks else None,
        "endpoint": tutor.endpoint,
        "timeout": tutor.timeout,
        "record": tutor.record,
    }


def _quiz_data(course: Course, lesson: Lesson, quiz: Quiz, markup: ToHtml) -> str:
    pad = make_pad(course.iri(lesson.id))
    data = {
        "passMark": course.pass_mark(lesson),
        "attempts": None if quiz.attempts == "unlimited" else quiz.attempts,
        "feedback": quiz.feedback,
        "shuffleQuestions": "questions" in quiz.shuffle,
        "shuffleOptions": "options" in quiz.shuffle,
        "draw": quiz.draw,
        "timeLimit": None if quiz.time_limit is None else quiz.time_limit * 60,
        "moreTime": quiz.time_extension == "normal",
        "pad": base64.b64encode(pad).decode("ascii"),
    }
    questions = [
        write_question(question, course.iri(lesson.id, question.id), markup, pad)
        for question in course.questions(lesson)
    ]
    return _put_in(data, questions=f"[{','.join(questions)}]")
