"""A unit on paper: its text and its questions with room to answer them, or the key to these; one file alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from markupsafe import Markup

from scormpack.model import Course, Lesson, Question
from scormpack.render.direction import direction_of
from scormpack.render.environment import render_template
from scormpack.render.frame import Frame
from scormpack.render.inlined import Inliner
from scormpack.render.lesson_page import heading_of
from scormpack.render.messages import Messages
from scormpack.render.stylesheet import PARTS, compose_css, load_part
from scormpack.render.text import Texts

HandoutKind = Literal["handout", "key"]
HANDOUT_NAMES: Mapping[HandoutKind, str] = {"handout": "handout", "key": "handout-key"}
"""What follows the unit's name and a hyphen in the file's name."""

_ON_SCREEN = {"home", "quiz", "question_types", "quiz_panels"}


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section: ``body`` and ``points`` are HTML."""

    heading: str
    body: Markup
    points: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question as ``templates/paper/<type>.html.j2`` sees it.

    Attributes:
        number: from 1.
        prompt: HTML.
        shown: what the page shows too (``Question.shown``).
        answer: what is right (``Question.answer``); None where the answers are left out, and so are the two below.
        feedback: HTML for each part, or the model answer alone (``Question.feedback``).
        explanation: HTML.
    """

    number: int
    type: str
    points: int
    prompt: Markup
    shown: Mapping[str, Any]
    answer: Mapping[str, Any] | None
    feedback: Sequence[Markup | None]
    explanation: Markup | None

    @property
    def lines(self) -> int:
        """Lines to write a long answer on: about seven words fit on one."""
        return min(24, max(5, -(-(self.shown.get("minWords") or 0) // 7)))

    @property
    def letters(self) -> list[str]:
        """A letter for each target, as CSS's ``upper-alpha`` counts them."""
        count = len(self.shown.get("targets", ()))
        return [("A" if at >= 26 else "") + chr(ord("A") + at % 26) for at in range(count)]


def render_handout(frame: Frame, kind: HandoutKind) -> bytes:
    """Return the handout of a unit, or the key to it, as one HTML file that needs no other.

    Raises:
        CourseError: where a template of the course's own is at fault, or a picture cannot be read any more.
    """
    course, unit = frame.course, frame.unit
    inliner = Inliner(course)
    theme = course.file.theme
    logo = theme.logo or theme.logo_dark
    values = {
        "key": kind == "key",
        "course": {
            "title": course.file.title,
            "summary": course.file.summary,
            "version": course.file.version,
            "logo": inliner.address(logo) if logo else None,
            "plate": "light" if theme.logo else "dark",
            "modules": course.file.modules,
            "numbers": course.numbers,
            "titles": {name: outline.title for name, outline in course.outlines.items()},
        },
        "build": frame.build,
    }
    articles = [_render_lesson(frame, course.lessons[name], values, inliner) for name in unit.lessons]
    messages = frame.messages[frame.language]
    values |= {
        "language": frame.language,
        "direction": direction_of(frame.language),
        "say": messages.say,
        "listed": messages.join,
        "title": f"{unit.title} · {messages.say('site.answer-key' if kind == 'key' else 'site.handout')}",
        "style": _style(course, inliner),
        "whole": not unit.is_one_lesson,
        "lessons": articles,
    }
    return render_template(course.root, "handout.html.j2", values, frame.templates, messages).encode()


def _style(course: Course, inliner: Inliner) -> Markup:
    parts = [part for part in PARTS if part not in _ON_SCREEN]
    css = compose_css(course, parts, inliner.address) + load_part(course, "handout")
    # HTML §4.2.6: what would end the element is written another way (CSS Syntax 3, §4.3.7).
    return Markup(css.replace("</", "<\\/"))  # noqa: S704 - ends nothing


def _render_lesson(frame: Frame, lesson: Lesson, values: Mapping[str, Any], inliner: Inliner) -> Markup:
    course = frame.course
    language = course.language(lesson)
    messages = frame.messages[language]
    texts = Texts(course.media, "", messages)
    html = render_template(
        course.root,
        "handout_lesson.html.j2",
        dict(values)
        | {
            "language": language,
            "direction": direction_of(language),
            "say": messages.say,
            "listed": messages.join,
            "lesson": lesson,
            "heading_of": partial(heading_of, messages=messages),
            "number": course.numbers[lesson.id],
            "count": len(course.order),
            "minutes": course.minutes[lesson.id],
            "sections": [
                PaperSection(
                    section.heading,
                    texts.blocks(section.body, f"section-{number}-"),
                    tuple(_phrase(texts, point) for point in section.points or ()),
                )
                for number, section in enumerate(lesson.sections, 1)
            ],
            "phrase": lambda text: _phrase(texts, text),
            "blocks": texts.blocks,
            "questions": _view_questions(course, lesson, texts, key=values["key"]),
            "asked": course.asked(lesson),
            "pass_mark": course.pass_mark(lesson),
        },
        frame.templates,
        messages,
    )
    return Markup(inliner.inline(html, lesson.id, _say_media(messages)))  # noqa: S704 - our template's


def _view_questions(course: Course, lesson: Lesson, texts: Texts, *, key: bool) -> list[PaperQuestion]:
    def markup(text: str) -> Markup:
        return _phrase(texts, text)

    return [
        PaperQuestion(
            number=number,
            type=question.type,
            points=question.points,
            prompt=markup(question.prompt),
            shown=question.shown(markup),
            answer=question.answer() if key else None,
            feedback=_feedback(question, texts) if key else (),
            explanation=markup(question.explanation) if key and question.explanation else None,
        )
        for number, question in enumerate(course.questions(lesson), 1)
    ]


def _feedback(question: Question, texts: Texts) -> Sequence[Markup | None]:
    said = question.feedback(texts.phrase) or ()
    return [None if part is None else Markup(part) for part in said]  # noqa: S704 - sanitised


def _phrase(texts: Texts, text: str) -> Markup:
    return Markup(texts.phrase(text))  # noqa: S704 - sanitised


def _say_media(messages: Messages) -> str:
    return messages.say("site.handout-media")
