"""A new lesson: a file of its own, and its id in the course file, which keeps its comments and layout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scormpack.archive import replace_file
from scormpack.errors import CourseError, OptionError
from scormpack.load import COURSE_FILE, lesson_file
from scormpack.load.file import load_file
from scormpack.model import CourseFile
from scormpack.scaffold.layout import Layout
from scormpack.scaffold.starter import as_scalar, starter_text
from scormpack.scaffold.values import require, require_course, require_id, title_of

_SCHEMA = ".schemas/lesson.schema.json"


@dataclass(frozen=True, slots=True)
class NewLesson:
    """What to add.

    Attributes:
        course: the course folder.
        id: of the lesson, and the name of its file.
        title: None = made of the id.
        module: title or number, from 1, of the module that it goes into, at its end; None = the last.
    """

    course: Path
    id: str
    title: str | None = None
    module: str | None = None


@dataclass(frozen=True, slots=True)
class AddedLesson:
    """What was added: the lesson's file, and the title of its module."""

    file: Path
    module: str


def add_lesson(new: NewLesson) -> AddedLesson:
    """Write the lesson and name it in the course file, or neither.

    Raises:
        OptionError: where the id, title or module cannot be, or the lesson is there already.
        CourseError: with every fault of the course file.
    """
    require_course(new.course)
    require_id(new.id, "lesson")
    title = title_of(new.id) if new.title is None else new.title
    require("title", title)
    course, findings = load_file(CourseFile, new.course, COURSE_FILE)
    if course is None or course.model is None:
        raise CourseError(findings)
    file = new.course / lesson_file(new.id)
    if file.exists() or any(new.id in module.lessons for module in course.model.modules):
        raise OptionError(f"there is a lesson `{new.id}` already: give this one another id")
    place = _module_index(course.model, new.module)
    layout = Layout.read(new.course / COURSE_FILE)
    changed = layout.with_item(("modules", place, "lessons"), new.id)
    schema = f"# yaml-language-server: $schema=../{_SCHEMA}\n" if (new.course / _SCHEMA).exists() else ""
    values = {"schema": schema, "id": as_scalar(new.id), "title": as_scalar(title)}
    try:
        replace_file(file, starter_text("new_lesson.yaml", values).encode())
        changed.write()
    except OSError as fault:
        file.unlink(missing_ok=True)
        raise OptionError(f"{new.course} cannot be written: {fault.strerror}; see who may write there") from fault
    return AddedLesson(file, course.model.modules[place].title)


def _module_index(course: CourseFile, module: str | None) -> int:
    titles = [each.title for each in course.modules]
    if module is None:
        return len(titles) - 1
    if module in titles:
        return titles.index(module)
    if module.isascii() and module.isdigit() and 1 <= int(module) <= len(titles):
        return int(module) - 1
    listed = ", ".join(f"{number} ({title})" for number, title in enumerate(titles, 1))
    raise OptionError(f"there is no module `{module}`; write one of: {listed}")
