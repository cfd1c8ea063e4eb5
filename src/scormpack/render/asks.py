"""What learners ask of a lesson, as a script of its package: the tutor alone loads it, when it is first asked."""

from __future__ import annotations

import json
from hashlib import sha256

from scormpack.model import Course, Lesson, Unit
from scormpack.render.messages import Messages


def load_asks(course: Course, unit: Unit, lesson: Lesson, messages: Messages) -> tuple[str, bytes] | None:
    """Return the path and the bytes of the script that holds a lesson's ``AsksData`` (``runtime/tutor/asks.ts``).

    None where there is nothing to load: the lesson has no tutor, or its author wrote no questions.
    """
    if not lesson.tutor or not lesson.asks:
        return None
    value = {
        "answered": [[quote, *questions] for quote, questions in lesson.answered],
        "open": [
            {"lesson": None if other is None else _name(course, unit, other, messages), "questions": questions}
            for other, questions in lesson.left_open
        ],
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = f"((globalThis.scormpackAddons??={{}}).asks??={{}})[{json.dumps(lesson.id)}]={text};\n".encode()
    return f"assets/asks-{sha256(data).hexdigest()[:10]}.js", data


def _name(course: Course, unit: Unit, lesson_id: str, messages: Messages) -> dict[str, str]:
    """Return ``OtherLesson``."""
    elsewhere = "" if lesson_id in unit.places else messages.say("site.elsewhere", number=course.numbers[lesson_id])
    lesson = course.outlines[lesson_id]
    return {
        "id": lesson_id,
        "title": lesson.title,
        "language": course.language(lesson),
        "elsewhere": elsewhere,
    }
