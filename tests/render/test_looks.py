"""What the pages of all units look like, asked once."""

from __future__ import annotations

import pickle

import pytest
from rendered import CourseMaker

from scormpack.model import plan_units
from scormpack.model.course import Scos, UnitKind
from scormpack.render import Looks, looks, plan_frame, render_site

LESSONS = {"one": {"related": ["two"]}, "two": {}, "drei": {"language": "de"}}
FILES = {"templates/style/extra.css": "p { color: red }", "templates/messages/de.yaml": 'site.next: "x"'}


@pytest.mark.parametrize("unit", ["lesson", "course"])
@pytest.mark.parametrize("scos", ["one", "per-lesson"])
def test_a_site_is_the_same_with_looks_that_others_have(make_course: CourseMaker, unit: UnitKind, scos: Scos) -> None:
    """Whoever asks for them, before or after, in whatever language; also once they travelled to another process."""
    course = make_course(LESSONS, files=FILES)
    units = plan_units(course, unit, scos)
    shared = Looks(course)
    for one in (*units, *reversed(units)):
        assert render_site(course, one, looks=shared) == render_site(course, one)
    travelled = pickle.loads(pickle.dumps(shared))  # noqa: S301 - our own, of a line before
    assert plan_frame(course, units[0], looks=travelled) == plan_frame(course, units[0])


def test_the_files_are_asked_for_once(make_course: CourseMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many units there are: texts of each language, and a style sheet for each kind of unit."""
    course = make_course(LESSONS)
    asked: list[str] = []

    def count(name: str) -> None:
        real = getattr(looks, name)

        def counted(*given: object, **named: object) -> object:
            asked.append(name)
            return real(*given, **named)

        monkeypatch.setattr(looks, name, counted)

    for name in ("load_messages", "load_stylesheet", "templates_digest"):
        count(name)
    shared = Looks(course)
    for unit in plan_units(course, "lesson") * 2:
        plan_frame(course, unit, looks=shared)
    assert sorted(asked) == ["load_messages"] * 2 + ["load_stylesheet"] * 2 + ["templates_digest"]
