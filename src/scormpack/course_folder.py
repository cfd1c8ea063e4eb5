"""Where a course is: found before anything of it is read, and before any library is loaded for that."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from scormpack.errors import OptionError

COURSE_FILE = "course.yaml"
LOCK_FILE = "scormpack.lock"
"""What was released, to be kept with the lessons."""


def find_course(path: Path | None) -> Path:
    """Return the course folder that is meant where none is named: this one, or ``lessons`` in it.

    Raises:
        OptionError: where ``path`` is there and is no course folder nor its file, or is not there.
    """
    if path is None:
        here = Path()
        return Path("lessons") if not (here / COURSE_FILE).exists() and Path("lessons", COURSE_FILE).exists() else here
    if path.name == COURSE_FILE and path.is_file():
        return path.parent
    if path.is_dir():
        return path
    if not path.exists():
        near = get_close_matches(path.name, courses_beside(path), n=1)
        hint = f"did you mean {path.parent / near[0]}?" if near else f"name the folder that holds {COURSE_FILE}"
        raise OptionError(f"there is no folder {path}: {hint}")
    course = next((folder for folder in path.absolute().parents if (folder / COURSE_FILE).is_file()), None)
    if course is not None:
        raise OptionError(
            f"{path} is one file of a course, and a course is read whole: name its folder, {short_path(course)}"
        )
    raise OptionError(f"{path} is a file: name the folder that holds {COURSE_FILE}")


def courses_beside(path: Path) -> list[str]:
    """Return the names of the course folders in the folder that ``path`` is in."""
    try:
        return [place.name for place in path.parent.iterdir() if (place / COURSE_FILE).is_file()]
    except OSError:
        return []


def courses_near(folder: Path) -> list[Path]:
    """Return up to three course folders in ``folder``, else in the folders in it, else the one that it is in."""
    for pattern in (f"*/{COURSE_FILE}", f"*/*/{COURSE_FILE}"):
        try:
            if below := sorted(file.parent for file in folder.glob(pattern))[:3]:
                return below
        except OSError:
            break
    return [short_path(place) for place in folder.absolute().parents if (place / COURSE_FILE).is_file()][:1]


def short_path(folder: Path) -> Path:
    """Return the folder as one would type it from here."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
