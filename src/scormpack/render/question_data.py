"""A quiz's questions as a page carries them (``QuestionData`` of ``runtime/page/data.ts``), each written by itself."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json

from scormpack.markup import plain_text
from scormpack.model import Question
from scormpack.model.questions import Markup as ToHtml
from scormpack.model.questions.choice import Choice
from scormpack.render.plain_choice import write_plain_choice
from scormpack.render.seal import seal


def write_question(question: Question, iri: str, markup: ToHtml, pad: bytes) -> str:
    """Return a question as JSON, what is right sealed with ``pad``; ``markup`` turns short texts into HTML."""
    plain = write_plain_choice(question, iri, pad) if isinstance(question, Choice) else None
    return plain or write_any_question(question, iri, markup, pad)


def write_any_question(question: Question, iri: str, markup: ToHtml, pad: bytes) -> str:
    """Return a question of any kind, whatever its texts hold, as ``write_question`` does."""
    prompt = markup(question.prompt)
    sealed = {
        "answer": question.answer(),
        "explanation": markup(question.explanation) if question.explanation else None,
        "feedback": question.feedback(markup),
    }
    data = {
        "id": question.id,
        "iri": iri,
        "type": question.type,
        "prompt": prompt,
        "text": plain_text(prompt),
        "hint": markup(question.hint) if question.hint else None,
        "points": question.points,
        "fingerprint": question.fingerprint(),
        "shown": shown_data(question, markup),
        "sealed": seal(to_json(sealed), pad),
    }
    return to_json(data).decode()


def shown_data(question: Question, markup: ToHtml) -> dict[str, Any]:
    """Return what the question's type shows, and the plain words by which reports and the review name its parts."""
    shown = dict(question.shown(markup))
    for parts, texts in (("options", "texts"), ("sources", "sourceTexts")):
        if parts in shown:
            shown[texts] = [plain_text(part) for part in shown[parts]]
    return shown
