"""The ids of questions, in a lesson's quiz or in a bank."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.errors import Finding
from scormpack.load.file import LoadedFile
from scormpack.load.places import Path
from scormpack.load.strict_yaml import Value
from scormpack.model import Bank, Lesson


def question_ids(value: Value) -> list[tuple[int, str]]:
    """Return (index, id) of each question of a quiz or a bank, even where it has faults."""
    questions = value.get("questions") if isinstance(value, dict) else None
    entries = enumerate(questions if isinstance(questions, tuple) else ())
    ids = ((index, question.get("id")) for index, question in entries if isinstance(question, dict))
    return [(index, own) for index, own in ids if isinstance(own, str)]


def find_repeated_ids(
    file: LoadedFile[Lesson] | LoadedFile[Bank], value: Value, path: Path, owner: str
) -> Iterator[Finding]:
    """Yield a finding for each question that has the id of one before it.

    Args:
        file: where they stand.
        value: the quiz or the bank.
        path: of ``value`` in the file.
        owner: what the author calls it: "lesson" or "bank".
    """
    first: dict[str, int] = {}
    for index, own in question_ids(value):
        if own in first:
            span = file.places.value((*path, "questions", index, "id"))
            message = f"the question id `{own}` is taken: {question_place(file, path, first[own])} has it"
            hint = f"Give each question of the {owner} an id of its own, and keep it for ever."
            yield file.source.finding("duplicate-question-id", span, message, hint)
        first.setdefault(own, index)


def question_place(file: LoadedFile[Lesson] | LoadedFile[Bank], path: Path, index: int) -> str:
    """Return where the id of a question stands, as ``lessons/a.yaml:12``; ``path`` as above."""
    return f"{file.source.file}:{file.places.value((*path, 'questions', index, 'id')).line}"
