"""The one style sheet of a site."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from scormpack.assets import templates_folder
from scormpack.model import Course
from scormpack.render.template_error import template_error
from scormpack.render.theme import theme_css

PARTS = ("reset", "tokens", "base", "page", "quiz", "question_types", "quiz_panels", "print")
"""A file each in ``templates/style/``, and a cascade layer each, in this order."""


def load_stylesheet(course: Course) -> tuple[str, bytes]:
    """Return the style sheet's path in a package, and its bytes.

    A course may replace the whole (``templates/style.css``) or a part (``templates/style/quiz.css``), or add to it
    (``templates/style/extra.css``, which comes last and in no layer, so it wins). The accent's colours come between.

    Raises:
        CourseError: where a file of the course's own is not UTF-8.
    """
    root = course.root
    own = root / "templates"
    folders = (own, templates_folder())
    parts = [_first([own / "style.css"], root)]
    if not parts[0]:
        parts = [_first([folder / "style" / f"{part}.css" for folder in folders], root) for part in PARTS]
    extra = _first([own / "style" / "extra.css"], root)
    data = "".join([*parts, theme_css(course.file.theme.accent), extra]).encode()
    return f"assets/style-{sha256(data).hexdigest()[:10]}.css", data


def _first(paths: Iterable[Path], root: Path) -> str:
    """Return the text of the first file that is there; "" where none is."""
    for path in paths:
        if path.is_file():
            try:
                return path.read_text(encoding="utf-8")
            except UnicodeDecodeError as fault:
                raise template_error(path, root, "this file is not UTF-8") from fault
    return ""
