"""A choice without any mark in its texts, which most questions of most courses are: written in a third of the time."""

from __future__ import annotations

from functools import lru_cache

from scormpack.markup import are_plain_phrases
from scormpack.model.questions.choice import Choice
from scormpack.render.seal import seal


def write_plain_choice(question: Choice, iri: str, pad: bytes) -> str | None:
    """Return what ``write_any_question`` does; None where a text of it may mean more than its letters."""
    prompt, hint, explanation = question.prompt, question.hint, question.explanation
    options = [option.text for option in question.options]
    feedback = [option.feedback for option in question.options]
    if not are_plain_phrases([prompt, *options, *filter(None, (hint, explanation)), *filter(None, feedback)]):
        return None
    # As each is what it is in JSON too, there is nothing to escape.
    said = ",".join([_write_text(text) for text in feedback]) if any(feedback) else _write_nothing(len(options))
    sealed = (
        f'{{"answer":{_write_answer(question.correct, question.scoring)},'
        f'"explanation":{_write_text(explanation)},"feedback":[{said}]}}'
    )
    shown = '","'.join(options)
    many = "true" if len(question.correct) > 1 else "false"
    return (
        f'{{"id":"{question.id}","iri":"{iri}","type":"choice","prompt":"{prompt}","text":"{prompt}",'
        f'"hint":{_write_text(hint)},"points":{question.points},"fingerprint":"{question.fingerprint()}",'
        f'"shown":{{"options":["{shown}"],"many":{many},"texts":["{shown}"]}},'
        f'"sealed":"{seal(sealed.encode(), pad)}"}}'
    )


def _write_text(text: str | None) -> str:
    return f'"{text}"' if text else "null"


@lru_cache(maxsize=128)
def _write_nothing(count: int) -> str:
    return ",".join(["null"] * count)


@lru_cache(maxsize=1024)
def _write_answer(correct: tuple[int, ...], scoring: str) -> str:
    return f'{{"correct":[{",".join(map(str, correct))}],"scoring":"{scoring}"}}'
