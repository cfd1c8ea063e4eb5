"""Numbers like ``2.500``, in languages that put a point between thousands: YAML reads two and a half."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.asked_question import IN_BANK, IN_LESSON
from scormpack.check.authored_text import AuthoredFile, Path
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.load import Places
from scormpack.markup.searches import make_search
from scormpack.model import Lesson, groups_by_point
from scormpack.model.questions.numeric import Numeric

# Decimals that end in 0 are few; of those that do not, `numeric-margin` has something to say.
_GROUPED = compile_late(r"[-+]?[1-9]\d{0,2}\.\d\d0")
_MAY_HAVE_ONE = make_search(r"[^.\d][1-9]\d{0,2}\.\d\d0[\],\s}]")


def check_grouped_numbers(file: AuthoredFile) -> Iterator[Fault]:
    """Yield the right numbers that have no tolerance, and end in a point, two digits and a zero."""
    if not _MAY_HAVE_ONE(file.written) or not (numbers := list(_numbers(file))) or file.source is None:
        return
    language = file.course.language(file.model) if isinstance(file.model, Lesson) else file.course.file.language
    if not groups_by_point(language):
        return
    places = Places(file.source)
    for path, ends in numbers:
        written = [places.written((*path, *end)) for end in ends]
        if all(map(_GROUPED.fullmatch, written)):
            whole = ", ".join(number.replace(".", "") for number in written)
            message = f"the point is no sign of thousands to YAML: this is {float(written[0]):g}"
            hint = f"Write `{f'[{whole}]' if len(written) > 1 else whole}`, without points."
            if len(written) == 1:
                hint += f" Where {float(written[0]):g} is right, leave the zeros at the end out."
            yield Fault(file.file, path, message, hint)


def _numbers(file: AuthoredFile) -> Iterator[tuple[Path, tuple[Path, ...]]]:
    """Yield the path of each answer or range, and the paths of its numbers from there."""
    model = file.model
    if model is None:
        return
    above = IN_LESSON if isinstance(model, Lesson) else IN_BANK
    holder = model.quiz if isinstance(model, Lesson) else model
    for at, question in enumerate(holder.questions if holder else ()):
        if isinstance(question, Numeric) and question.tolerance is None:
            is_range = question.range is not None
            yield (*above, at, "range" if is_range else "answer"), ((0,), (1,)) if is_range else ((),)
