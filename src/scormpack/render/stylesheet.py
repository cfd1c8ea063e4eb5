"""The one style sheet of a site."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

from scormpack.assets import templates_folder
from scormpack.load.tokens import load_tokens
from scormpack.model import Course, script_of
from scormpack.render.template_error import template_error
from scormpack.render.theme import choose_scheme, font_files, theme_css

PARTS = (
    "reset",
    "tokens",
    "base",
    "content",
    "page",
    "reading",
    "home",
    "quiz",
    "question_types",
    "quiz_panels",
    "tutor",
    "large_text",
    "languages",
    "print",
)
"""A file each in ``templates/style/``, and a cascade layer each, in this order."""


ONLY_SEVERAL = "home"
"""The part that a package of one lesson goes without."""
OTHER_SCRIPTS = "languages"
"""The part that a package in Latin letters alone goes without."""

_MOST_REMEMBERED = 8
_REMEMBERED: dict[tuple[object, ...], tuple[str, bytes]] = {}
"""The style sheets made last, by all that they are made of: thousands of packages have the same."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s+")


def load_stylesheet(course: Course, *, several: bool = True, languages: Iterable[str] = ()) -> tuple[str, bytes]:
    """Return the style sheet's path in a package, and its bytes.

    A course may replace the whole (``templates/style.css``) or a part (``templates/style/quiz.css``), or add to it
    (``templates/style/extra.css``, which comes last and in no layer, so it wins). The theme comes between.

    Args:
        course: whose looks they are.
        several: for a unit of several lessons.
        languages: that its pages are in, BCP 47.

    Raises:
        CourseError: where a file of the course's own is not UTF-8.
    """
    spared = {ONLY_SEVERAL} if not several else set()
    spared |= {OTHER_SCRIPTS} if all(script_of(language) == "Latn" for language in languages) else set()
    # Beside the style sheet: CSS Values 4, §4.5 counts an address from there.
    parts = tuple(part for part in PARTS if part not in spared)
    names = {path: PurePosixPath(course.media[path].target).name for path in font_files(course.file.theme)}
    made_of = (course.root, course.file.theme, parts, tuple(names.items()), *_files_of(course.root))
    if made_of not in _REMEMBERED:
        data = compose_css(course, parts, names.__getitem__).encode()
        if len(_REMEMBERED) == _MOST_REMEMBERED:
            _REMEMBERED.clear()
        _REMEMBERED[made_of] = f"assets/style-{sha256(data).hexdigest()[:10]}.css", data
    return _REMEMBERED[made_of]


def _files_of(root: Path) -> Iterator[tuple[str, int, int]]:
    """Yield path, time and size of every style sheet that a course's may be made of: what an edit changes."""
    for folder in (templates_folder() / "style", root / "templates", root / "templates" / "style"):
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(".css"):
                    stat = entry.stat()
                    yield entry.path, stat.st_mtime_ns, stat.st_size


def compose_css(course: Course, parts: Iterable[str], address: Callable[[str], str]) -> str:
    """Return a style sheet of these parts, ours or the course's own, with the course's theme.

    Args:
        course: whose looks they are.
        parts: names of files in ``templates/style/``, without ending.
        address: from a font's path in the course to what the style sheet calls it.

    Raises:
        CourseError: as ``load_stylesheet``.
    """
    root = course.root
    own = root / "templates"
    texts = [_first([own / "style.css"], root)]
    if not texts[0]:
        texts = [load_part(course, part) for part in parts]
    extra = _first([own / "style" / "extra.css"], root)
    theme = course.file.theme
    return choose_scheme("".join([*texts, theme_css(theme, load_tokens(root), address), extra]), theme)


def load_part(course: Course, part: str) -> str:
    """Return a file of ``templates/style/``, the course's own or ours; ``part`` is its name without ending.

    Raises:
        CourseError: as ``load_stylesheet``.
    """
    name = f"style/{part}.css"
    own = _first([course.root / "templates" / name], course.root)
    return own or _slim(_first([templates_folder() / name], course.root))


def _slim(css: str) -> str:
    """Return our own style sheet without what only its readers need: comments, indents, empty lines."""
    return _INDENT.sub("\n", _COMMENT.sub("", css)).lstrip()


def _first(paths: Iterable[Path], root: Path) -> str:
    """Return the text of the first file that is there; "" where none is."""
    for path in paths:
        if path.is_file():
            try:
                return path.read_text(encoding="utf-8")
            except UnicodeDecodeError as fault:
                raise template_error(path, root, "this file is not UTF-8") from fault
    return ""
