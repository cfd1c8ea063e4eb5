"""The package's meta-data, in a file of its own: IEEE 1484.12.1, spelt as 1484.12.3 has it."""

from __future__ import annotations

from scormpack.formats.element import Element, Vocabulary
from scormpack.formats.ims.description import NO_LANGUAGE, keywords, learning_time
from scormpack.formats.language import unit_language
from scormpack.formats.scorm2004.names import LOM
from scormpack.formats.xml_file import one_line
from scormpack.model import Course, Unit

_LOM = Vocabulary(LOM, {None: LOM})


def build_lom(course: Course, unit: Unit) -> Element:
    """Return the ``lom`` element of a unit, its texts in the unit's language."""
    version = _worded("version", course.file.version, NO_LANGUAGE)
    time = _LOM.element("duration", learning_time(course, unit))
    return _LOM.element(
        "lom",
        _general(course, unit, unit_language(course, unit)),
        _LOM.element("lifeCycle", version),
        _LOM.element("metaMetadata", _LOM.element("metadataSchema", "LOMv1.0")),  # 2004 4th CAM, 4.2
        _LOM.element("technical", _LOM.element("format", "text/html")),
        _LOM.element("educational", _LOM.element("typicalLearningTime", time)),
    )


def _general(course: Course, unit: Unit, language: str) -> Element:
    summary = unit.summary
    return _LOM.element(
        "general",
        # The same name for the same thing in SCORM and in xAPI.
        _LOM.element("identifier", _LOM.element("catalog", "URI"), _LOM.element("entry", one_line(unit.iri))),
        _worded("title", unit.title, language),
        _LOM.element("language", language),
        *([_worded("description", summary, language)] if summary else []),
        *(_worded("keyword", term, language) for term in keywords(course, unit)),
    )


def _worded(name: str, text: str, language: str) -> Element:
    return _LOM.element(name, _LOM.element("string", one_line(text), attributes={"language": language}))
