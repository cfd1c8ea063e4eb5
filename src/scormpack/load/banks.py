"""Question banks: read once for all lessons that name them, and what lessons may not do with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from scormpack.errors import Finding
from scormpack.load.file import LoadedFile, Reader, load_files, understand_files
from scormpack.load.places import Path as Place
from scormpack.load.question_ids import find_repeated_ids, question_ids, question_place
from scormpack.model import Bank, Lesson

FOLDER = "banks"
_DRAW = ("quiz", "draw")

LessonFiles = Mapping[str, LoadedFile[Lesson]]
BankFiles = Mapping[str, LoadedFile[Bank]]
"""By the file's name without ending."""


def bank_file(bank: str) -> str:
    """Return the path of a bank's file from the course folder."""
    return f"{FOLDER}/{bank}.yaml"


def yaml_names(files: frozenset[str]) -> frozenset[str]:
    """Return the names of YAML files without their ending."""
    return frozenset(name.removesuffix(".yaml") for name in files if name.endswith(".yaml"))


def load_banks(
    root: Path, files: frozenset[str], lessons: LessonFiles, read: Reader = understand_files
) -> tuple[dict[str, LoadedFile[Bank]], list[Finding]]:
    """Return the banks that the lessons name, and what is wrong in them.

    Args:
        root: the course folder.
        files: names of the files in its folder ``banks``.
        lessons: those of the course, valid or not.
        read: reads the banks.
    """
    present = yaml_names(files)
    named = (bank for lesson in lessons.values() for _, bank in named_banks(lesson))
    names = {bank_file(name): name for name in dict.fromkeys(bank for bank in named if bank in present)}
    read_files, findings = load_files(Bank, root, list(names), read)
    banks = {names[file]: bank for file, bank in read_files.items()}
    for name, bank in banks.items():
        findings += find_bank_faults(name, bank)
    for lesson in lessons.values():
        findings += find_quiz_faults(lesson, banks, present)
    return banks, findings


def find_quiz_faults(lesson: LoadedFile[Lesson], banks: BankFiles, present: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong between a lesson's quiz and its ``banks``; those ``present`` have a file."""
    yield from _missing(lesson, present)
    yield from _clashes(lesson, banks)
    yield from _draws(lesson, banks)


def named_banks(lesson: LoadedFile[Lesson]) -> list[tuple[Place, str]]:
    """Return (path, id) of each bank that the lesson's quiz names, even where the lesson has faults."""
    quiz = lesson.get("quiz")
    named = quiz.get("banks") if isinstance(quiz, dict) else None
    entries = enumerate(named if isinstance(named, tuple) else ())
    return [(("quiz", "banks", index), bank) for index, bank in entries if isinstance(bank, str)]


def find_bank_faults(name: str, bank: LoadedFile[Bank]) -> Iterator[Finding]:
    """Yield what is wrong with the ids in one bank, whose file has this name."""
    own = bank.get("id")
    if isinstance(own, str) and own != name:
        message = f"the id is `{own}` and the file is {name}.yaml"
        hint = f"Write `id: {name}`, or rename the file to {own}.yaml."
        yield bank.source.finding("id-differs", bank.places.value(("id",)), message, hint)
    yield from find_repeated_ids(bank, bank.value, (), "bank")


def _missing(lesson: LoadedFile[Lesson], present: frozenset[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, bank in named_banks(lesson):
        if bank in seen:
            message = f"the bank `{bank}` is listed twice"
            yield lesson.source.finding("bank-twice", lesson.places.value(path), message, "Keep one of the two.")
        elif bank not in present:
            close = get_close_matches(bank, sorted(present), n=1)
            hint = f"Did you mean `{close[0]}`?" if close else f"Create {bank_file(bank)}, or take it out."
            message = f"there is no bank `{bank}`"
            yield lesson.source.finding("bank-missing", lesson.places.value(path), message, hint)
        seen.add(bank)


def _clashes(lesson: LoadedFile[Lesson], banks: BankFiles) -> Iterator[Finding]:
    """Two questions of one lesson would have one result in the LMS."""
    owners: dict[str, tuple[LoadedFile[Lesson] | LoadedFile[Bank], Place, int]] = {
        question: (lesson, ("quiz",), index) for index, question in question_ids(lesson.get("quiz"))
    }
    checked: set[str] = set()
    for path, name in named_banks(lesson):
        if name not in banks or name in checked:
            continue
        checked.add(name)
        bank = banks[name]
        for question, index in {question: index for index, question in reversed(question_ids(bank.value))}.items():
            if question in owners:
                both = f"{question_place(*owners[question])} and in {question_place(bank, (), index)}"
                hint = "A lesson asks each id once: give one of the two questions another id."
                message = f"the question id `{question}` is in {both}"
                yield lesson.source.finding("question-id-clash", lesson.places.value(path), message, hint)
            owners.setdefault(question, (bank, (), index))


def _draws(lesson: LoadedFile[Lesson], banks: BankFiles) -> Iterator[Finding]:
    quiz = lesson.model.quiz if lesson.model is not None else None
    models = [banks[name].model for name in quiz.banks if name in banks] if quiz else []
    whole = [model for model in models if model is not None]
    if quiz is None or quiz.draw is None or len(whole) < len(quiz.banks):
        return
    questions = [*quiz.questions, *(question for bank in whole for question in bank.questions)]
    if quiz.draw > len(questions):
        message = f"`draw` is {quiz.draw}, and there are only {len(questions)} questions"
        hint = f"Write at most {len(questions)}, or add questions."
        yield lesson.source.finding("draw-too-many", lesson.places.value(_DRAW), message, hint)
    points = sorted({question.points for question in questions})
    if len(points) > 1:
        message = f"the questions to draw from have {points[0]} to {points[-1]} points"
        hint = "Give them all the same points: a draw is fair only if every learner can get as many."
        yield lesson.source.finding("draw-points", lesson.places.value(_DRAW), message, hint)
