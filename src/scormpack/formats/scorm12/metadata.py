"""What the package says about itself: IMS Learning Resource Meta-data 1.2.1, the LOM of SCORM 1.2 (CAM 1.2, 2.2)."""

from __future__ import annotations

from functools import lru_cache

from scormpack.formats.element import HOLE, Element, Filled, Form, Vocabulary
from scormpack.formats.ims.binding import XML
from scormpack.formats.ims.description import NO_LANGUAGE, keywords, learning_time
from scormpack.formats.language import unit_language
from scormpack.formats.scorm12.names import MD
from scormpack.formats.xml_file import one_line
from scormpack.model import Course, Unit

_MD = Vocabulary(MD, {"imsmd": MD})


def build_lom(course: Course, unit: Unit) -> Filled:
    """Return the ``imsmd:lom`` element of a unit, its texts in the unit's language."""
    language, terms = unit_language(course, unit), keywords(course, unit)
    said = (unit.title, unit.iri, language, *([unit.summary] if unit.summary else []), *terms, course.file.version)
    form = _form_of(language, bool(unit.summary), len(terms))
    return form.fill(*map(one_line, said), learning_time(course, unit))


@lru_cache(maxsize=64)
def _form_of(language: str, has_summary: bool, keywords: int) -> Form:  # noqa: FBT001 - a key
    """Return what such elements have in common that differ in nothing but their words."""
    return Form(
        _MD.element(
            "lom",
            _MD.element(
                "general",
                _worded("title", language),
                # The same name for the same thing in SCORM and in xAPI.
                _MD.element("catalogentry", _MD.element("catalog", "URI"), _worded("entry", NO_LANGUAGE)),
                _MD.element("language", HOLE),
                *([_worded("description", language)] if has_summary else []),
                *[_worded("keyword", language)] * keywords,
            ),
            _MD.element("lifecycle", _worded("version", NO_LANGUAGE)),
            _MD.element("metametadata", _MD.element("metadatascheme", "ADL SCORM 1.2")),
            _MD.element("technical", _MD.element("format", "text/html")),
            _MD.element("educational", _MD.element("typicallearningtime", _MD.element("datetime", HOLE))),
        )
    )


def _worded(name: str, language: str) -> Element:
    return _MD.element(name, _MD.element("langstring", HOLE, attributes={f"{{{XML}}}lang": language}))
