"""What the package says about itself: IMS Learning Resource Meta-data 1.2.1, the LOM of SCORM 1.2 (CAM 1.2, 2.2)."""

from __future__ import annotations

from itertools import chain, zip_longest

from lxml import etree

from scormpack.formats.element import Vocabulary
from scormpack.formats.language import unit_language
from scormpack.formats.scorm12.names import MD, XML
from scormpack.formats.xml_file import one_line
from scormpack.model import Course, Unit
from scormpack.render.reading_time import minutes_of

MOST_KEYWORDS = 10
"""More than that no reader of the format needs to take (IMS MD 1.2, 1.6 keyword: smallest permitted maximum)."""

_NO_LANGUAGE = "x-none"
_MD = Vocabulary(MD, {"imsmd": MD})


def build_lom(course: Course, unit: Unit) -> etree._Element:
    """Return the ``imsmd:lom`` element of a unit, its texts in the unit's language."""
    minutes = sum(minutes_of(course, course.lessons[lesson]) for lesson in unit.lessons)
    return _MD.element(
        "lom",
        _general(course, unit, unit_language(course, unit)),
        _MD.element("lifecycle", _worded("version", course.file.version, _NO_LANGUAGE)),
        _MD.element("metametadata", _MD.element("metadatascheme", "ADL SCORM 1.2")),
        _MD.element("technical", _MD.element("format", "text/html")),
        _MD.element("educational", _MD.element("typicallearningtime", _MD.element("datetime", duration(minutes)))),
    )


def _general(course: Course, unit: Unit, language: str) -> etree._Element:
    summary = summary_of(course, unit)
    return _MD.element(
        "general",
        _worded("title", unit.title, language),
        # The same name for the same thing in SCORM and in xAPI.
        _MD.element("catalogentry", _MD.element("catalog", "URI"), _worded("entry", unit.iri, _NO_LANGUAGE)),
        _MD.element("language", language),
        *([_worded("description", summary, language)] if summary else []),
        *(_worded("keyword", term, language) for term in keywords(course, unit)),
    )


def summary_of(course: Course, unit: Unit) -> str | None:
    """Return the unit's line of summary; None where the course has none."""
    return course.lessons[unit.lessons[0]].summary if unit.is_one_lesson else course.file.summary


def keywords(course: Course, unit: Unit) -> list[str]:
    """Return key terms, at most ten: the first of each lesson, then the second of each …, so that all have a say."""
    terms = [[entry.term for entry in course.lessons[lesson].key_terms] for lesson in unit.lessons]
    by_turns = chain.from_iterable(zip_longest(*terms))
    return list(dict.fromkeys(term for term in by_turns if term))[:MOST_KEYWORDS]


def duration(minutes: int) -> str:
    """Return minutes as an ISO 8601 duration: 84 is ``PT1H24M``."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def _worded(name: str, text: str, language: str) -> etree._Element:
    return _MD.element(name, _MD.element("langstring", one_line(text), attributes={f"{{{XML}}}lang": language}))
