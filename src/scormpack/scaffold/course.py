"""A new course: a folder that builds, checks clean and previews as it stands."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from scormpack.errors import OptionError
from scormpack.load import COURSE_FILE
from scormpack.model.json_schema import schema_texts
from scormpack.scaffold.starter import as_scalar, starter_text
from scormpack.scaffold.values import require

LESSON = "remember-more"
_KEPT = ".gitignore"
"""Stays as it is where there is one: a folder under git often has it."""


_MODULE = {
    "ar": "الخطوات الأولى",
    "de": "Erste Schritte",
    "es": "Primeros pasos",
    "fr": "Premiers pas",
    "hi": "पहले कदम",
    "ja": "はじめに",
    "pt": "Primeiros passos",
    "zh": "入门",
}
"""Title of the first module: it stands on the course page, beside words in the course's language."""


@dataclass(frozen=True, slots=True)
class NewCourse:
    """What to make.

    Attributes:
        folder: where; new, or without anything that a course needs a place for.
        title: as learners and the LMS see it.
        id: absolute IRI.
        language: BCP 47.
        pass_mark: percent.
        formats: what its packages speak.
    """

    folder: Path
    title: str
    id: str
    language: str = "en"
    pass_mark: int = 70
    formats: tuple[str, ...] = ("scorm12", "xapi")


def write_course(new: NewCourse) -> tuple[Path, ...]:
    """Write the course, whole or not at all, and return its files, sorted, from ``new.folder``.

    Raises:
        OptionError: where a value cannot stand in a course, where something is in the way, or nothing can be written.
    """
    for key in ("title", "id", "language", "pass_mark", "formats"):
        require(key, getattr(new, key))
    texts = _course_texts(new)
    _require_room(new.folder, texts)
    try:
        _place(new.folder, texts)
    except OSError as fault:
        raise OptionError(f"{new.folder} cannot be written: {fault.strerror}; name another folder") from fault
    return tuple(Path(name) for name in sorted(texts))


def _course_texts(new: NewCourse) -> dict[str, str]:
    spoken = new.language.lower().split("-")[0]
    said = (
        f"language: en # this example is in English; take the line out once the text is in `{new.language}`,\n"
        "             # and pages then speak it too\n"
    )
    values = {
        "id": as_scalar(new.id),
        "title": as_scalar(new.title),
        "language": as_scalar(new.language),
        "pass_mark": str(new.pass_mark),
        "formats": ", ".join(new.formats),
        "module": _MODULE.get(spoken, "First steps"),
    }
    return {
        COURSE_FILE: starter_text("course.yaml", values),
        f"lessons/{LESSON}.yaml": starter_text("lesson.yaml", {"language": "" if spoken == "en" else said}),
        "assets/looks-back.svg": starter_text("looks-back.svg", {}),
        _KEPT: starter_text("gitignore", {}),
        **{f".schemas/{name}": text for name, text in schema_texts().items()},
    }


def _require_room(folder: Path, texts: dict[str, str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise OptionError(f"{folder} is a file: name another folder")
    tops = {name.split("/")[0] for name in texts} - {_KEPT}
    taken = sorted(name for name in tops if (folder / name).exists() or (folder / name).is_symlink())
    if COURSE_FILE in taken:
        raise OptionError(
            f"there is a course in {folder} already: `scormpack new lesson` adds to it; else name another"
        )
    if taken:
        raise OptionError(f"{taken[0]} is in {folder} already, and nothing is written over: name another folder")


def _place(folder: Path, texts: dict[str, str]) -> None:
    """Write everything beside its place, then move it there: a new folder at once, into one that is there by parts."""
    fresh = not folder.exists()
    parent = folder.absolute().parent if fresh else folder
    made = [place for place in (parent, *parent.parents) if not place.exists()]
    parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=".scormpack-", dir=parent))
    moved: list[Path] = []
    try:
        for name, text in texts.items():
            path = scratch / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if fresh:
            scratch.chmod(0o755)
            scratch.rename(folder)
            return
        for part in sorted(scratch.iterdir()):
            target = folder / part.name
            if not target.exists():
                part.rename(target)
                moved.append(target)
    except BaseException:  # Ctrl-C too: all of it or nothing
        shutil.rmtree(scratch, ignore_errors=True)
        for target in moved:
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        for place in made:  # the innermost first
            with suppress(OSError):
                place.rmdir()
        raise
    shutil.rmtree(scratch, ignore_errors=True)
