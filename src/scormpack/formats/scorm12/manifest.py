"""imsmanifest.xml, made from the very files that the package holds (SCORM 1.2 CAM, 2.3)."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from scormpack.formats.element import Vocabulary
from scormpack.formats.paths import LAUNCH
from scormpack.formats.scorm12 import identifiers
from scormpack.formats.scorm12.metadata import build_lom
from scormpack.formats.scorm12.names import ADL, CP, PREFIXES, SCHEMA_FILES, XSI
from scormpack.formats.xml_file import one_line
from scormpack.model import Course, Unit, unit_pass_mark

_CP = Vocabulary(CP, PREFIXES)
_ADL = Vocabulary(ADL, {"adlcp": ADL})


def build_manifest(course: Course, unit: Unit, content: Collection[str], build: str) -> etree._Element:
    """Return the manifest of a package with one SCO.

    Args:
        course: the course.
        unit: what the package holds.
        content: paths of the package's files but the manifest and the schemas.
        build: the build id, as the pages' footers show it: it tells which build an LMS holds (complaint 22).
    """
    return _CP.element(
        "manifest",
        _metadata(course, unit),
        _organizations(course, unit),
        _CP.element("resources", _resource(unit, content)),
        attributes={
            "identifier": identifiers.manifest_identifier(unit),
            "version": build,
            f"{{{XSI}}}schemaLocation": " ".join(f"{space} {file}" for space, file in SCHEMA_FILES.items()),
        },
    )


def mastery_score(course: Course, unit: Unit) -> int | None:
    """Return the score from which the LMS may call the unit passed; None where it must not judge.

    With a masteryscore, Moodle judges at every LMSFinish that has a score, even over "incomplete". So only a unit whose
    first score is its final one has it: one lesson. A course reports a running mean, which Moodle would judge after
    the first visit. And only where failing is told as "failed": under ``passed-incomplete`` and ``completed`` Moodle
    would write the very word that the author avoids. 0 is left out: Moodle reads "0" as none, and everybody passes.
    """
    if not unit.is_one_lesson or course.file.report != "passed-failed":
        return None
    return unit_pass_mark(course, unit) or None


def _metadata(course: Course, unit: Unit) -> etree._Element:
    # CAM 1.2, 2.3.6.1: both words exactly so.
    return _CP.element(
        "metadata",
        _CP.element("schema", "ADL SCORM"),
        _CP.element("schemaversion", "1.2"),
        build_lom(course, unit),
    )


def _organizations(course: Course, unit: Unit) -> etree._Element:
    title = one_line(unit.title)
    mastery = mastery_score(course, unit)
    # CAM 1.2, 2.3.6.2: within an item, ADL's own elements come last.
    item = _CP.element(
        "item",
        _CP.element("title", title),
        *([] if mastery is None else [_ADL.element("masteryscore", str(mastery))]),
        attributes={
            "identifier": identifiers.item_identifier(unit),
            "identifierref": identifiers.resource_identifier(unit),
        },
    )
    name = identifiers.organization_identifier(unit)
    organization = _CP.element("organization", _CP.element("title", title), item, attributes={"identifier": name})
    return _CP.element("organizations", organization, attributes={"default": name})


def _resource(unit: Unit, content: Collection[str]) -> etree._Element:
    """One SCO of all files: every LMS bears that, few have a menu for more (complaint 31)."""
    # The schemas are control documents, not content: they lie at the root unlisted, as in ADL's own packages.
    return _CP.element(
        "resource",
        *(_CP.element("file", attributes={"href": path}) for path in sorted(content)),
        attributes={
            "identifier": identifiers.resource_identifier(unit),
            "type": "webcontent",
            f"{{{ADL}}}scormtype": "sco",
            "href": LAUNCH,
        },
    )
