"""Accepted words of a fill-in that are the same to the marking, or that nobody can type."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from scormpack.check.asked_question import AskedQuestion, Path, QuestionList
from scormpack.check.place import Fault
from scormpack.check.typed_text import as_marked
from scormpack.model.questions.fill_in import FillIn


def check_accepted_answers(held: QuestionList) -> Iterator[Fault]:
    """Yield the accepted texts that another one covers already, under the question's ``match``."""
    return chain.from_iterable(map(_covered, held.of(FillIn)))


def _covered(asked: AskedQuestion[FillIn]) -> Iterator[Fault]:
    question = asked.question
    blanks: list[tuple[Path, tuple[str, ...]]] = [
        (("blanks", at), texts) for at, texts in (question.blanks or {}).items()
    ]
    for path, texts in blanks or [(("answers",), question.answers or ())]:
        first: dict[str, str] = {}
        for at, text in enumerate(texts):
            marked = as_marked(text, question.match)
            if not marked:
                message = "nobody can type this: nothing of it can be seen"
                yield asked.fault(message, "Write the word that is right.", *path, at, severity="error")
                continue
            before = first.setdefault(marked, text)
            if at and (before is not text or text in texts[:at]):
                message = f"`{text}` counts as right already, by `{before}`"
                hint = "Take it out" + ("." if text == before else "; or let `match` tell them apart.")
                yield asked.fault(message, hint, *path, at)
