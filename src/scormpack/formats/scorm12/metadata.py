"""What the package says about itself: IMS Learning Resource Meta-data 1.2.1, the LOM of SCORM 1.2 (CAM 1.2, 2.2)."""

from __future__ import annotations

from scormpack.formats.element import Element, Vocabulary
from scormpack.formats.ims.binding import XML
from scormpack.formats.ims.description import NO_LANGUAGE, keywords, learning_time
from scormpack.formats.language import unit_language
from scormpack.formats.scorm12.names import MD
from scormpack.formats.xml_file import one_line
from scormpack.model import Course, Unit

_MD = Vocabulary(MD, {"imsmd": MD})


def build_lom(course: Course, unit: Unit) -> Element:
    """Return the ``imsmd:lom`` element of a unit, its texts in the unit's language."""
    return _MD.element(
        "lom",
        _general(course, unit, unit_language(course, unit)),
        _MD.element("lifecycle", _worded("version", course.file.version, NO_LANGUAGE)),
        _MD.element("metametadata", _MD.element("metadatascheme", "ADL SCORM 1.2")),
        _MD.element("technical", _MD.element("format", "text/html")),
        _MD.element(
            "educational", _MD.element("typicallearningtime", _MD.element("datetime", learning_time(course, unit)))
        ),
    )


def _general(course: Course, unit: Unit, language: str) -> Element:
    summary = unit.summary
    return _MD.element(
        "general",
        _worded("title", unit.title, language),
        # The same name for the same thing in SCORM and in xAPI.
        _MD.element("catalogentry", _MD.element("catalog", "URI"), _worded("entry", unit.iri, NO_LANGUAGE)),
        _MD.element("language", language),
        *([_worded("description", summary, language)] if summary else []),
        *(_worded("keyword", term, language) for term in keywords(course, unit)),
    )


def _worded(name: str, text: str, language: str) -> Element:
    return _MD.element(name, _MD.element("langstring", one_line(text), attributes={f"{{{XML}}}lang": language}))
