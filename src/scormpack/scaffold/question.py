"""A new question at the end of a lesson's quiz, in a file that keeps its comments and layout."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from scormpack.errors import CourseError, OptionError
from scormpack.load import bank_file, lesson_file
from scormpack.load.banks import named_banks
from scormpack.load.file import load_file
from scormpack.load.question_ids import question_ids
from scormpack.model import QUESTION_TYPES, Bank, Lesson
from scormpack.model.questions.other_names import OTHER_NAMES
from scormpack.scaffold.layout import Layout
from scormpack.scaffold.starter import as_scalar, starter_text
from scormpack.scaffold.values import require_course, require_id


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """What to add.

    Attributes:
        course: the course folder.
        lesson: its id, or the path of its file.
        type: one of ``QUESTION_TYPES``.
        id: None = the type and the first number that is free.
    """

    course: Path
    lesson: str
    type: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class AddedQuestion:
    """What was added: the question's id, the lesson's file, and the line where it begins, from 1."""

    id: str
    file: Path
    line: int


def add_question(new: NewQuestion) -> AddedQuestion:
    """Write a question of the type into the lesson's quiz; the quiz is made where there is none.

    Raises:
        OptionError: where there is no such type or lesson, the id is taken, or the file's form leaves no safe way.
        CourseError: with every fault of the lesson.
    """
    require_course(new.course)
    if new.type not in QUESTION_TYPES:
        word = new.type.lower().replace("_", "-").replace(" ", "-")
        near = [OTHER_NAMES[word]] if word in OTHER_NAMES else get_close_matches(word, QUESTION_TYPES, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"write one of: {', '.join(QUESTION_TYPES)}"
        raise OptionError(f"there is no question type `{new.type}`: {hint}")
    name = _lesson_id(new)
    lesson, findings = load_file(Lesson, new.course, lesson_file(name))
    if lesson is None or lesson.model is None:
        raise CourseError(findings)
    taken = {own for _, own in question_ids(lesson.get("quiz"))}
    for _, bank in named_banks(lesson):
        held, _ = load_file(Bank, new.course, bank_file(bank))
        taken |= {own for _, own in question_ids(held.value)} if held is not None else set()
    own = new.id or next(free for number in range(1, 10_000) if (free := f"{new.type}-{number}") not in taken)
    require_id(own, "question")
    if own in taken:
        raise OptionError(f"there is a question `{own}` in {name} already: give this one another id")
    layout = Layout.read(new.course / lesson_file(name))
    block = starter_text(f"questions/{new.type}.yaml", {"id": as_scalar(own)})
    changed = layout.with_block(("quiz", "questions"), block)
    try:
        changed.write()
    except OSError as fault:
        raise OptionError(f"{layout.path} cannot be written: {fault.strerror}; see who may write there") from fault
    line = next(at for at, text in enumerate(changed.text.split("\n"), 1) if text.strip() == f"- id: {as_scalar(own)}")
    return AddedQuestion(own, layout.path, line)


def _lesson_id(new: NewQuestion) -> str:
    present = sorted(path.stem for path in (new.course / "lessons").glob("*.yaml"))
    name = Path(new.lesson).stem if new.lesson.endswith(".yaml") else new.lesson
    if name not in present:
        near = get_close_matches(name, present, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"`scormpack new lesson {name}` makes it"
        raise OptionError(f"there is no lesson `{name}` in {new.course / 'lessons'}: {hint}")
    return name
