"""Which of an author's questions are suggested: ``runtime/tutor/whole_question.ts`` goes by the same rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_CLOSING = "»”\u2019」』)\uff09\"'"
# Latin, full-width, Arabic and Greek question marks, and what Japanese has in their place.
_ENDS = ("?", "\uff1f", "؟", ";", "\u037e", "か", "か。")


def choose_questions(passages: Iterable[Sequence[str]]) -> list[str]:
    """Return a question of each passage that has one which reads like a sentence; where none has, the first of each.

    Authors also write what learners type, such as "heron": that helps the tutor, and nobody would press it.
    """
    listed = list(passages)
    whole = [next(filter(is_whole, questions), "") for questions in listed]
    return [question for question in whole if question] or [questions[0] for questions in listed]


def is_whole(question: str) -> bool:
    """Return whether a question begins with no small letter, and ends as questions do in its script."""
    letter = next(filter(str.isalpha, question), "")
    return bool(letter) and not letter.islower() and question.rstrip(_CLOSING).endswith(_ENDS)
