"""What a new course or lesson may be called: held to the very model that reads it later."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scormpack.check.untranslated_language import LONGEST
from scormpack.course_folder import courses_near
from scormpack.errors import OptionError
from scormpack.formats import FORMATS
from scormpack.load import COURSE_FILE
from scormpack.model import CourseFile, named_language, other_code
from scormpack.model.base import ID_PATTERN, id_of

_HINTS = {
    "title": "write one line of at most 200 characters",
    "id": "write an address such as https://example.org/courses/kitchen-safety",
    "language": "write a code such as en, de or pt-BR",
    "pass_mark": "write a whole number from 0 to 100",
}
_LONGEST_TITLE = 200


def require(key: str, value: Any) -> None:  # noqa: ANN401 (a value of any key)
    """See that ``value`` may stand under ``key`` in ``course.yaml``.

    Raises:
        OptionError: where it may not, with what to write instead.
    """
    if key == "formats":
        unknown = [name for name in value if name not in FORMATS]
        if unknown or not value:
            wrong = f"there is no format `{unknown[0]}`" if unknown else "no format is named"
            raise OptionError(f"{wrong}; write one of: {', '.join(FORMATS)}")
        return
    try:
        CourseFile.model_validate({key: value})
    except ValidationError as error:
        faulty = any(fault["loc"][:1] == (key,) for fault in error.errors())
    else:  # no key alone makes a course file; should that ever change, the value is fine
        faulty = False
    hint = _HINTS[key]
    if key == "language" and len(value.split("-")[0]) > LONGEST:  # the pattern's own limit is for what may come
        faulty, code = True, named_language(value)
        hint = f"write `{code}`" if code else hint
    elif key == "language" and not faulty and (code := other_code(value.split("-")[0])) is not None:
        faulty, hint = True, f"write `{code}`" if code else hint
    if faulty or (key == "title" and len(value) > _LONGEST_TITLE):
        raise OptionError(f"`{value}` cannot be the {key.replace('_', ' ')}: {hint}")


def require_course(folder: Path) -> None:
    """See that there is a course in ``folder`` to add to.

    Raises:
        OptionError: where there is none, with how to name one.
    """
    if not (folder / COURSE_FILE).is_file():
        where = "this folder" if folder == Path() else str(folder)
        near = " or ".join(map(str, courses_near(folder)))
        named = f"--course {near}" if near else "--course"
        raise OptionError(f"there is no {COURSE_FILE} in {where}: name the course to add to with {named}")


def require_id(text: str, kind: str) -> None:
    """See that ``text`` may be the id of a lesson or a question.

    Raises:
        OptionError: where it may not, with one that may.
    """
    if not re.fullmatch(ID_PATTERN, text) or len(text) > 64:
        near = id_of(text)
        hint = f"write `{near}`" if near else "write small letters, digits and hyphens, as in `sharp-knives`"
        raise OptionError(f"`{text}` cannot be the id of a {kind}: {hint}")


def title_of(name: str) -> str:
    """Return a title made of a file's or folder's name: ``sharp-knives`` → ``Sharp knives``."""
    words = " ".join(re.split(r"[-_.\s]+", name)).strip()
    return words[:1].upper() + words[1:]


def course_id(name: str) -> str:
    """Return an id for a course in the folder ``name``: an example's host, for its author to replace."""
    return f"https://example.org/courses/{id_of(name) or 'my-course'}"
