"""Questions that say what is wrong and not why."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.asked_question import AskedQuestion, QuestionList
from scormpack.check.place import Fault
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.choice import Choice
from scormpack.model.questions.true_false import TrueFalse

_WHOLE = 3
"""So many questions without a reason are told of once, not one by one."""


def check_missing_feedback(held: QuestionList) -> Iterator[Fault]:
    """Yield the choices, and statements true or false, that tell learners no reason where the quiz tells them anything.

    In other questions the right answer itself says much.
    """
    if not held.told or None not in [question.explanation for question in held.questions]:
        return
    judged = [(at, question) for at, question in enumerate(held.questions) if _is_judged(question)]
    silent = [(AskedQuestion(held, *one), part) for one in judged if (part := _silent_part(one[1]))]
    if len(silent) == len(judged) >= _WHOLE and all(part == ("prompt",) for _, part in silent):
        message = f"none of the {len(judged)} questions here tells learners why an answer is right or wrong"
        hint = "Write an `explanation` for each, or `feedback` beside its options."
        yield silent[0][0].fault(message, hint, "prompt")
        return
    for each, part in silent:
        if part == ("prompt",):
            hint = "Write an `explanation`."
            if isinstance(each.question, Choice):
                hint = "Write `feedback` beside each option, or one `explanation`."
            yield each.fault("nothing tells learners why an answer is right or wrong", hint, *part)
        else:
            message = "who chooses this learns that it is wrong, and not why"
            yield each.fault(message, "Write `feedback` beside it, as other options have.", *part)


def _is_judged(question: AnyQuestion) -> bool:
    return question.points > 0 and isinstance(question, Choice | TrueFalse)


def _silent_part(question: AnyQuestion) -> tuple[str | int, ...]:
    """Return the path of what lacks words: the prompt for a question without any; empty where all is said."""
    if question.explanation is not None:
        return ()
    if not isinstance(question, Choice) or all(option.feedback is None for option in question.options):
        return ("prompt",)
    lacking = (at for at, option in enumerate(question.options) if not option.correct and option.feedback is None)
    return next((("options", at, "text") for at in lacking), ())
