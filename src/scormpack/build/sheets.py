"""A sheet beside each package: where to upload it, which boxes to tick, which grade to expect."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from markupsafe import Markup

from scormpack.archive import replace_file
from scormpack.build.outcomes import list_cases
from scormpack.build.report import BuiltPackage
from scormpack.build.targets.target import Target
from scormpack.formats import FORMATS
from scormpack.late_regex import compile_late
from scormpack.model import Course
from scormpack.render import render_template

_EMPHASIS = compile_late(r"\*([^*]+)\*|`([^`]+)`")


def write_sheets(course: Course, packages: Sequence[BuiltPackage], target: Target, folder: Path) -> tuple[Path, ...]:
    """Write ``<package>.<target>.html`` and ``….md`` for each package, and return them in order."""
    written = []
    for package in packages:
        if FORMATS[package.format].is_site:
            continue  # no LMS opens it
        values = _values(course, package, target)
        stem = f"{package.unit}.{package.format}.{target.name}"
        for ending, template, rich in (
            ("html", "sheet/settings.html.j2", _as_html),
            ("md", "sheet/settings.md.j2", _as_is),
        ):
            path = folder / f"{stem}.{ending}"
            replace_file(path, render_template(course.root, template, values | {"rich": rich}).encode())
            written.append(path)
    return tuple(written)


def notes_on_target(target: Target, packages: Sequence[BuiltPackage]) -> list[str]:
    """Return what is to be said where packages are in a format that the LMS does not play by itself."""
    if all(target.plays(package.format) for package in packages):
        return []
    return [_EMPHASIS.sub(lambda m: m[1] or m[2], target.otherwise)]


def _values(course: Course, package: BuiltPackage, target: Target) -> dict[str, object]:
    expected = package.expected
    boxes = target.boxes_for(
        scored=expected.score is not None,
        judged=len(expected.statuses) > 1,
        several=package.scos == "per-lesson" and package.lessons > 1,
    )
    return {
        "course": {"title": course.file.title, "version": course.file.version},
        "package": package,
        "format": FORMATS[package.format].title,
        "target": target,
        "otherwise": "" if target.plays(package.format) else target.otherwise,
        "boxes": boxes,
        "cases": list_cases(package),
    }


def _as_html(text: str) -> Markup:
    """Return a sentence with its *names of buttons* and `code` marked."""
    html = _EMPHASIS.sub(lambda m: f"<b>{m[1]}</b>" if m[1] else f"<code>{m[2]}</code>", escape(text, quote=False))
    return Markup(html)  # noqa: S704 - escaped


def _as_is(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - Markdown, no HTML
