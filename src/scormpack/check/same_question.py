"""Questions of a course that ask nearly the same, in the same lesson or far apart.

Whatever the course's size, few are looked at: those that may be alike by what ``QuestionColumns`` holds of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from scormpack.check.alike import are_alike, join_texts
from scormpack.check.compared_question import ComparedQuestion, Comparison
from scormpack.check.place import Fault


def check_same_questions(quizzes: Comparison) -> Iterator[Fault]:
    """Yield each question that asks nearly the same as an earlier one; the message names both."""
    same, alike = quizzes.columns.find_same(), quizzes.columns.find_alike()
    numbers = same.union(alike, *alike.values())
    rising = sorted(numbers)
    questions = dict(zip(rising, quizzes.find(rising), strict=True))
    wholes: dict[tuple[str, str], int] = {}
    for number, question in questions.items():
        first = wholes.setdefault((question.type, join_texts(question.texts)), number) if number in same else number
        before = questions[first] if first != number else _first_alike(number, alike.get(number, Counter()), questions)
        if before is not None:
            where = "" if before.file == question.file else f" of {before.file}"
            nearly = "the same" if first != number else "nearly the same"
            message = f"this asks {nearly} as question `{before.id}`{where}"
            hint = "Take one of the two out, or ask for something else; lessons may share questions by a bank."
            yield question.fault(message, hint, "prompt")


def _first_alike(
    number: int, earlier: Counter[int], questions: Mapping[int, ComparedQuestion]
) -> ComparedQuestion | None:
    question = questions[number]
    # Of several texts, a change of few words leaves at least two alone.
    fewest = 2 if len(question.texts) > 3 else 1
    near = (questions[other] for other in sorted(earlier) if earlier[other] >= fewest)
    return next((one for one in near if one.type == question.type and are_alike(question.texts, one.texts)), None)
