"""Facts about the meta-data of a manifest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from scormpack.errors import PackageError
from scormpack.formats.element import Vocabulary, write_element
from scormpack.formats.ims.binding import XML
from scormpack.formats.ims.description import duration, keywords
from scormpack.formats.scorm12 import package_scorm12
from scormpack.formats.scorm12.metadata import build_lom
from scormpack.formats.scorm12.names import MD
from scormpack.formats.xml_file import read_xml
from scormpack.model import Course, KeyTerm, Unit, plan_units
from scormpack.render.site import Site


def built(course: Course, unit: Unit) -> etree._Element:
    """The meta-data of a unit as they are read back."""
    top = Vocabulary("urn:top", {None: "urn:top", "imsmd": MD})
    return read_xml(write_element(top.element("top", build_lom(course, unit))).encode())[0]


def texts(lom: etree._Element, path: str) -> list[tuple[str | None, str]]:
    """(language, text) of each langstring under an element of that name."""
    return [
        (element.get(f"{{{XML}}}lang"), element.text or "") for element in lom.iterfind(f".//{{{MD}}}{path}/{{{MD}}}*")
    ]


def test_a_lesson_says_what_it_is(course: Course, lesson_unit: Unit) -> None:
    """Title, summary, version, terms and time, in the lesson's language."""
    lesson = course.lessons[lesson_unit.name]
    lom = built(course, lesson_unit)
    assert texts(lom, "title") == [("en", lesson.title)]
    assert texts(lom, "description") == [("en", lesson.summary)]
    assert texts(lom, "keyword") == [("en", term.term) for term in lesson.key_terms]
    assert texts(lom, "entry") == [("x-none", lesson_unit.iri)]
    assert texts(lom, "version") == [("x-none", course.file.version)]
    assert lom.findtext(f".//{{{MD}}}typicallearningtime/{{{MD}}}datetime") == f"PT{lesson.minutes}M"


def test_a_lessons_own_language_is_kept(with_lesson: Callable[..., tuple[Course, Unit]]) -> None:
    """A German lesson in an English course says so in every text."""
    changed, unit = with_lesson(language="de-CH")
    lom = built(changed, unit)
    assert {language for language, _ in texts(lom, "keyword")} == {"de-CH"}
    assert lom.findtext(f".//{{{MD}}}language") == "de-CH"


def test_a_course_adds_up_its_lessons(course: Course, course_unit: Unit) -> None:
    """Its time is theirs, and each lesson has a say in the keywords, which are ten at most."""
    total = sum(course.minutes.values())
    lom = built(course, course_unit)
    assert lom.findtext(f".//{{{MD}}}typicallearningtime/{{{MD}}}datetime") == duration(total)
    firsts = [course.lessons[lesson].key_terms[0].term for lesson in course.order]
    assert keywords(course, course_unit) == list(dict.fromkeys(firsts))[:10]


def test_keywords_are_told_once(with_lesson: Callable[..., tuple[Course, Unit]]) -> None:
    """A term that comes twice is one keyword; no terms are none."""
    term = KeyTerm(term="Prompt", definition="What you ask.")
    assert keywords(*with_lesson(key_terms=(term, term))) == ["Prompt"]
    assert keywords(*with_lesson(key_terms=())) == []


def test_a_course_without_summary_has_no_description(with_course_file: Callable[..., Course], site: Site) -> None:
    """The element is left out, not left empty, and the package is valid."""
    bare = with_course_file(summary=None)
    (unit,) = plan_units(bare, "course")
    assert texts(built(bare, unit), "description") == []
    assert package_scorm12(bare, unit, site)


@pytest.mark.parametrize(
    ("minutes", "text"), [(7, "PT7M"), (60, "PT1H"), (84, "PT1H24M"), (600, "PT10H"), (1500, "PT25H"), (0, "PT0M")]
)
def test_durations_are_iso_8601(minutes: int, text: str) -> None:
    """Hours and minutes, none of them empty."""
    assert duration(minutes) == text


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"summary": "x" * 2001}, "description has 2001 characters: shorten it to 2000"),
        ({"key_terms": (KeyTerm(term="y" * 1001, definition="z"),)}, "keyword has 1001 characters"),
    ],
)
def test_too_long_meta_data_is_refused(
    with_lesson: Callable[..., tuple[Course, Unit]], site: Site, fields: dict[str, object], part: str
) -> None:
    """The standard's smallest permitted maxima hold."""  # complaint 26
    with pytest.raises(PackageError, match=part):
        package_scorm12(*with_lesson(**fields), site)
