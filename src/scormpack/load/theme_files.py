"""The files that a course's theme names, even where the course file has faults."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.load.file import LoadedFile
from scormpack.load.places import Path
from scormpack.load.strict_yaml import Value
from scormpack.model import CourseFile
from scormpack.model.theme import FONT_FILES


def theme_files(course: LoadedFile[CourseFile]) -> Iterator[tuple[Path, str]]:
    """Yield (path of the value, file name) of every logo and font."""
    theme = course.get("theme")
    for key in ("logo", "logo_dark"):
        yield from _named(theme, key, ("theme",))
    fonts = theme.get("fonts") if isinstance(theme, dict) else None
    for use, font in fonts.items() if isinstance(fonts, dict) else ():
        for key in FONT_FILES:
            yield from _named(font, key, ("theme", "fonts", use))


def _named(value: Value, key: str, path: Path) -> Iterator[tuple[Path, str]]:
    name = value.get(key) if isinstance(value, dict) else None
    if isinstance(name, str) and name.strip():
        yield (*path, key), name.strip()
