"""docs/templates.md says all that an author of templates needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scormpack.assets import templates_folder
from scormpack.render.cards import Card
from scormpack.render.course_page import CourseView, Facet, ModuleView
from scormpack.render.lesson_page import KeyTermView, LessonView, PracticeView, QuizView, SectionView


@pytest.fixture
def page(checkout: Path) -> str:
    """Return the page."""
    return (checkout / "docs" / "templates.md").read_text(encoding="utf-8")


def test_every_template_and_style_is_named(page: str) -> None:
    """Every file that a course may replace is named, and no other."""
    folder = templates_folder()
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in {".j2", ".css"}}
    named = set(re.findall(r"`((?:style/|paper/|sheet/)?[\w.-]+\.(?:j2|css))`", page))
    assert named == files | {"style.css", "style/extra.css"}


@pytest.mark.parametrize(
    "view", [LessonView, SectionView, KeyTermView, PracticeView, QuizView, Card, CourseView, ModuleView, Facet]
)
def test_every_value_is_named(page: str, view: type) -> None:
    """Every field that a template may name is on the page."""
    assert [name for name in view.__annotations__ if f"`{name}`" not in page] == []


def test_every_name_in_our_templates_is_on_the_page(page: str) -> None:
    """Our own templates use nothing on top level that the page does not list."""
    used = set()
    for path in templates_folder().glob("*.j2"):
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"\{\{ ?(?:say\(.*?n=)?(\w+)", text))
    loop = {
        "facet",
        "fact",
        "font",
        "item",
        "card",
        "section",
        "key_term",
        "module",
        "objective",
        "point",
        "step",
        "loop",
    }
    assert sorted(name for name in used - loop if f"`{name}" not in page) == []
