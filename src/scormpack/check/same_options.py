"""Options, targets and items that learners cannot tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scormpack.check.asked_question import AskedQuestion, Path, QuestionList
from scormpack.check.folded_text import fold
from scormpack.check.place import Fault
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.likert import Likert
from scormpack.model.questions.matching import Matching
from scormpack.model.questions.sequencing import Sequencing

_Part = tuple[str, Path, bool]
"""Its text, its path in the question, and whether it is right."""


def check_same_options(held: QuestionList) -> Iterator[Fault]:
    """Yield the parts of a question that read like one before them."""
    for choice, texts, folded, _ in held.choices:
        if len(set(folded)) < len(texts):
            options = enumerate(choice.question.options)
            yield from _repeated(
                choice, [(each.text, ("options", at, "text"), each.correct) for at, each in options], "option"
            )
    for likert in held.of(Likert):
        scale = enumerate(likert.question.scale)
        yield from _repeated(likert, [(each, ("scale", at), False) for at, each in scale], "point")
    for sequence in held.of(Sequencing):
        items = enumerate(sequence.question.items)
        yield from _repeated(sequence, [(each, ("items", at), False) for at, each in items], "item")
    for matching in held.of(Matching):
        pairs = list(enumerate(matching.question.pairs))
        sources = [(pair.source, ("pairs", at, "source"), False) for at, pair in pairs]
        yield from _repeated(matching, sources, "source")
        targets: dict[str, _Part] = {}
        for at, pair in pairs:  # several sources may share a target: that is written alike
            targets.setdefault(pair.target, (pair.target, ("pairs", at, "target"), False))
        for at, other in enumerate(matching.question.distractors):
            targets.setdefault(other, (other, ("distractors", at), False))
        yield from _repeated(matching, list(targets.values()), "target")


def _repeated(asked: AskedQuestion[AnyQuestion], parts: Sequence[_Part], name: str) -> Iterator[Fault]:
    folded = [fold(text) for text, _, _ in parts]
    if len(set(folded)) == 1 < len(parts) and len({text.strip() for text, _, _ in parts}) == len(parts):
        return  # such a question asks about capitals or marks
    first: dict[str, int] = {}
    for at, (text, path, right) in enumerate(parts):
        before = first.setdefault(folded[at], at)
        if before == at:
            continue
        said, _, was_right = parts[before]
        exact = said.split() == text.split()
        alike = "is the same as" if exact else "differs only in capitals or marks from"
        message = f"this {name} {alike} {name} {before + 1}"
        if right != was_right:
            message += ", and one of them is right, the other wrong"
        hint = f"Write another {name}, or take this one out."
        # Two texts that read the same, and one of them costs the points: that question cannot be answered.
        yield asked.fault(message, hint, *path, severity="error" if exact and right != was_right else None)
