"""Rendered units, and their pages parsed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from lxml import html as lxml_html

from scormpack.model import Course, plan_units
from scormpack.render import Site, render_site

Parsed: TypeAlias = Any
"""An element of lxml.html, whose stubs know no ``xpath`` that returns strings."""

CourseMaker = Callable[..., Course]
"""Writes and loads a course: lessons by id, other files by path, keys of course.yaml."""


def lesson_site(course: Course) -> Site:
    """Return the site of the course's first lesson, in a package of its own."""
    return render_site(course, plan_units(course, "lesson")[0])


def course_site(course: Course) -> Site:
    """Return the site of the whole course."""
    return render_site(course, plan_units(course, "course")[0])


def text_of(site: Site, path: str = "index.html") -> str:
    """Return a page's source."""
    return site.files[path].decode()


def parse(site: Site, path: str = "index.html") -> Parsed:
    """Return a page, parsed."""
    return lxml_html.document_fromstring(text_of(site, path))


def data_of(page: Parsed) -> dict[str, Any]:
    """Return what the page carries for the runtime."""
    (script,) = page.xpath("//main/script[@id='scormpack-data']")
    value = json.loads(script.text)
    assert isinstance(value, dict)
    return value
