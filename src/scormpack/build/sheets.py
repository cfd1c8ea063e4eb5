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


def notes_on_target(course: Course, target: Target, packages: Sequence[BuiltPackage]) -> list[str]:
    """Return what the author should know: formats that the LMS does not play by itself, attempts that it takes away."""
    played = [package for package in packages if target.plays(package.format)]
    notes = [] if len(played) == len(packages) else [_EMPHASIS.sub(lambda m: m[1] or m[2], target.otherwise)]
    closed = sorted({limit for package in played if _closes(target, package) for limit in _limits(course, package)})
    if closed:
        notes.append(f"`attempts: {closed[0]}`: {target.closing}")
    return notes


def _limits(course: Course, package: BuiltPackage) -> list[int]:
    """Return how often the quizzes of a package may be finished: each limit once, the lowest first."""
    quizzes = (course.outlines[lesson].quiz for lesson in package.contents)
    return sorted({quiz.attempts for quiz in quizzes if quiz and quiz.attempts})


def _closes(target: Target, package: BuiltPackage) -> bool:
    return target.closing != "" and "failed" in package.expected.statuses


def _on_attempts(target: Target, package: BuiltPackage, limits: Sequence[int]) -> list[str]:
    """Return what an admin should know of a limit of attempts, a sentence each."""
    if not limits:
        return []
    *others, last = map(str, limits)
    times = f"{', '.join(others)} or {last} times" if others else "once" if last == "1" else f"{last} times"
    whose = "Its quiz" if package.kind == "lesson" else "Some of its quizzes"
    unit = "registration" if package.format in {"xapi", "cmi5"} else "attempt in the LMS"
    counted = (
        f"{whose} may be finished {times}. The lesson counts that itself: every new {unit} begins that count anew."
    )
    return [counted, target.closing] if _closes(target, package) and target.plays(package.format) else [counted]


def _values(course: Course, package: BuiltPackage, target: Target) -> dict[str, object]:
    expected = package.expected
    limits = _limits(course, package)
    boxes = target.boxes_for(
        scored=expected.score is not None,
        judged=len(expected.statuses) > 1,
        several=package.scos == "per-lesson" and package.lessons > 1,
        limited=bool(limits),
    )
    return {
        "course": {"title": course.file.title, "version": course.file.version},
        "package": package,
        "format": FORMATS[package.format].title,
        "target": target,
        "otherwise": "" if target.plays(package.format) else target.otherwise,
        "boxes": boxes,
        "attempts": _on_attempts(target, package, limits),
        "notes": [*([target.again] if target.again and not limits else []), *target.notes],
        "cases": list_cases(package),
    }


def _as_html(text: str) -> Markup:
    """Return a sentence with its *names of buttons* and `code` marked."""
    html = _EMPHASIS.sub(lambda m: f"<b>{m[1]}</b>" if m[1] else f"<code>{m[2]}</code>", escape(text, quote=False))
    return Markup(html)  # noqa: S704 - escaped


def _as_is(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - Markdown, no HTML
