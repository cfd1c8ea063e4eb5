"""Facts about tincan.xml as it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from lxml import etree

from scormpack.errors import PackageError
from scormpack.formats.xapi import package_xapi
from scormpack.formats.xapi.names import MANIFEST, NAMESPACE
from scormpack.model import Course, Unit, plan_units
from scormpack.render.site import Site

AWKWARD = {
    "markup": "Fish & <chips> \"now\" 'then' ]]>",
    "emoji": "Prompting 👩‍🚀🇪🇺 101",
    "cjk": "大規模言語モデルの基礎",
    "rtl": "שלום, עולם! مرحبا",
    "zero": "0",
    "long": "x" * 300,
}


def activities(package: Mapping[str, bytes]) -> list[etree._Element]:
    """The activities of a package's tincan.xml."""
    return list(etree.fromstring(package[MANIFEST]).iter(f"{{{NAMESPACE}}}activity"))


def text(activity: etree._Element, name: str) -> str | None:
    """The text of an activity's child."""
    return activity.findtext(f"{{{NAMESPACE}}}{name}")


def test_the_first_activity_is_launched_and_no_other(course: Course, course_unit: Unit, site: Site) -> None:
    """Importers that take the first and importers that look for ``launch`` open the same page."""  # complaint 46
    first, *others = activities(package_xapi(course, course_unit, site))
    assert first.get("id") == course_unit.iri
    assert text(first, "launch") == "index.html"
    assert [text(activity, "launch") for activity in others if text(activity, "launch")] == []
    assert len(others) == 12 + 120


@pytest.mark.parametrize("title", AWKWARD.values(), ids=AWKWARD)
def test_awkward_titles_survive(with_lesson: Callable[..., tuple[Course, Unit]], site: Site, title: str) -> None:
    """Markup, emoji, CJK, right-to-left text and long titles come back as written."""  # complaint 27
    changed, unit = with_lesson(title=title, summary=title)
    first, *_ = activities(package_xapi(changed, unit, site))
    assert text(first, "name") == text(first, "description") == title


def test_elements_stand_in_the_order_that_importers_read(course: Course, lesson_unit: Unit, site: Site) -> None:
    """Name, description, launch; for a question interactionType and its lists after them."""
    launched, question, *_ = activities(package_xapi(course, lesson_unit, site))
    assert [etree.QName(child).localname for child in launched] == ["name", "description", "launch", "extensions"]
    assert [etree.QName(child).localname for child in question] == ["name", "description", "interactionType", "choices"]


def test_texts_have_a_plain_lang(course: Course, lesson_unit: Unit, site: Site) -> None:
    """``lang`` without a prefix, as the convention has it."""
    data = package_xapi(course, lesson_unit, site)[MANIFEST]
    assert b'<name lang="en">' in data
    assert b'<launch lang="en">' in data
    assert b"xml:lang" not in data


def test_a_course_without_summary_is_described_by_its_title(
    with_course_file: Callable[..., Course], site: Site
) -> None:
    """A description is required."""
    bare = with_course_file(summary=None)
    (unit,) = plan_units(bare, "course")
    first, *_ = activities(package_xapi(bare, unit, site))
    assert text(first, "description") == unit.title


def test_no_answer_is_readable(course: Course, course_unit: Unit, site: Site) -> None:
    """No correct response in the file, under any name."""  # complaint 35
    assert b"correct" not in b"".join(
        line for line in package_xapi(course, course_unit, site)[MANIFEST].lower().splitlines() if b"</" not in line
    )


def test_all_faults_come_at_once(course: Course, lesson_unit: Unit) -> None:
    """A wrong path and a page without runtime stop the package, each in a sentence."""
    with pytest.raises(PackageError) as error:
        package_xapi(course, lesson_unit, Site({"Index.html": b"x"}, "assets/runtime-0.js", "b1"))
    assert {fault.rpartition("[")[2].rstrip("]") for fault in error.value.faults} == {
        "launch-there",
        "path",
        "runtime",
    }
    assert error.value.package == lesson_unit.name
