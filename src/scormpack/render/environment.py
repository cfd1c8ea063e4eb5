"""The templates: a course's own before ours, and every fault in them a finding."""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from scormpack.assets import templates_folder
from scormpack.render.compiled_templates import CompiledTemplates
from scormpack.render.messages import Messages
from scormpack.render.plain_jinja import PageEnvironment, PlainEnvironment
from scormpack.render.template_error import template_error

SUFFIX = ".html.j2"
_PAGES = frozenset(["lesson.html.j2", "course.html.j2"])
# Their tags as they stand in our own templates; trim_blocks takes the line end after one.
_EXTENDS = re.compile(r'\{% extends "([^"]+)" %\}\n?')
_BLOCK = re.compile(r"\{% block (\w+) %\}\n?(.*?)\{% endblock %\}\n?", re.DOTALL)
_INCLUDE = re.compile(r'\{% include "([^"]+)" %\}\n?')
_SAY = re.compile(r"""\{\{ say\((["'])([^"']+)\1\) \}\}""")
_SETTINGS: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}


def render_template(
    root: Path, name: str, values: Mapping[str, object], digest: str | None = None, messages: Messages | None = None
) -> str:
    """Return a template's text.

    Args:
        root: the course folder.
        name: file name in the templates folder.
        values: what the template may name.
        digest: of the templates, where it is known: whoever renders many pages works it out once.
        messages: whose ``say`` is among ``values``, if one is: many pages are rendered sooner.

    Raises:
        CourseError: where a template of the course's own names what is not there, or is no template.
    """
    try:
        if _has_own(root):
            return _own_environment(root).get_template(name).render(values)
        return _template(name, digest or templates_digest(root), messages).render(values)
    except Exception as fault:
        place = _place_of(fault, root)
        if place is None:
            raise
        raise template_error(place[0], root, _say(fault), place[1]) from fault


def templates_digest(root: Path) -> str:
    """Return a hash of every template that the course's pages may use: its own may include any file beside them."""
    own = root / "templates"
    return _digest((templates_folder(), own), tuple(_template_files(templates_folder()) + _files_below(own)))


def has_own_pages(root: Path) -> bool:
    """Whether the course in the folder ``root`` has templates of its own."""
    return bool(_template_files(root / "templates"))


def _template_files(folder: Path) -> list[tuple[str, int, int]]:
    """Return path, time and size of each template in a folder: what an edit changes."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.path, entry.stat()) for entry in entries if entry.name.endswith(SUFFIX)]
    except OSError:
        return []
    return sorted((path, stat.st_mtime_ns, stat.st_size) for path, stat in found)


def _files_below(folder: Path) -> list[tuple[str, int, int]]:
    files = [Path(place, name) for place, _, names in os.walk(folder) for name in names]
    found = [(file, file.stat()) for file in files if file.is_file()]
    return sorted((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in found)


@lru_cache(maxsize=8)
def _digest(folders: tuple[Path, Path], files: tuple[tuple[str, int, int], ...]) -> str:
    digest = sha256()
    for path in (Path(path) for path, _, _ in files):
        name = next(path.relative_to(folder).as_posix() for folder in folders if path.is_relative_to(folder))
        digest.update(f"{name}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _has_own(root: Path) -> bool:
    return os.path.exists(f"{root}/templates")  # noqa: PTH110 - asked for each page: a path takes three times as long


class _WholeTemplates(FileSystemLoader):
    """Puts into each template what Jinja would look up on every page: the page around it, its parts, and its texts."""

    def __init__(self, folder: Path, messages: Messages | None) -> None:
        super().__init__(folder)
        self._messages = messages

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the whole template, its own file, and whether that is as it was."""
        source, file, is_fresh = super().get_source(environment, template)
        extends = _EXTENDS.match(source)
        if extends:
            blocks: dict[str, str] = dict(_BLOCK.findall(source))
            around, _, _ = super().get_source(environment, extends[1])
            source = _BLOCK.sub(lambda block: blocks.get(block[1], block[2]), around)
        if self._messages:
            source = _SAY.sub(self._say, source)
        return _INCLUDE.sub(lambda part: self.get_source(environment, part[1])[0], source), file, is_fresh

    def _say(self, asked: re.Match[str]) -> str:
        text = self._messages.texts.get(asked[2]) if self._messages else None
        # What has places, or looks like a template's own marks or lines, is said when the page is rendered.
        is_steady = isinstance(text, str) and text == " ".join(text.split()) and "{" not in text
        return escape(text) if is_steady else asked[0]


@lru_cache(maxsize=64)
def _template(name: str, digest: str, messages: Messages | None) -> Template:
    """Return one of our own templates, which have this digest."""
    return _environment(digest, messages, is_page=name in _PAGES).get_template(name)


@lru_cache(maxsize=16)
def _environment(digest: str, messages: Messages | None, *, is_page: bool) -> Environment:
    """Return what renders our own templates, which have this digest."""
    del digest
    loader = _WholeTemplates(templates_folder(), messages)
    kind = PageEnvironment if is_page else PlainEnvironment
    compiled = CompiledTemplates((kind.__name__, _SETTINGS))
    return kind(loader=loader, auto_reload=False, bytecode_cache=compiled, **_SETTINGS)


@lru_cache(maxsize=8)
def _own_environment(root: Path) -> Environment:
    """Return what renders a course's own templates and ours; Jinja itself sees when a file has changed.

    They are a stranger's code and run in a sandbox; ours alone do not, and are quicker so.
    """
    return ImmutableSandboxedEnvironment(loader=FileSystemLoader([root / "templates", templates_folder()]), **_SETTINGS)


def _place_of(fault: Exception, root: Path) -> tuple[Path, int] | None:
    """Return file and line of the fault in the course's own templates; None where the fault is elsewhere."""
    own = root / "templates"
    if isinstance(fault, TemplateSyntaxError) and fault.filename:
        frames = [(Path(fault.filename), fault.lineno)]
    else:
        # Jinja puts its templates' files and lines into the traceback.
        frames = [(Path(frame.filename), frame.lineno or 0) for frame in traceback.extract_tb(fault.__traceback__)]
    inside = [(path, line) for path, line in frames if path.is_relative_to(own)]
    if inside:
        return inside[-1]
    if isinstance(fault, UnicodeDecodeError):
        return next(((path, 0) for path in sorted(own.glob(f"*{SUFFIX}")) if not _is_text(path)), None)
    return None


def _is_text(path: Path) -> bool:
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _say(fault: Exception) -> str:
    if isinstance(fault, TemplateNotFound):
        return f"there is no template `{fault.name}`"
    if isinstance(fault, TemplateError):
        return fault.message or type(fault).__name__
    return "this file is not UTF-8" if isinstance(fault, UnicodeDecodeError) else f"{type(fault).__name__}: {fault}"
