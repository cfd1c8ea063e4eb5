"""What SCORM 1.2 adds to an IMS manifest: inline meta-data and the score that passes (SCORM 1.2 CAM, 2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scormpack.formats.element import Element, Vocabulary
from scormpack.formats.ims.identifiers import item_identifier
from scormpack.formats.ims.manifest import Additions
from scormpack.formats.ims.mastery import mastery_score
from scormpack.formats.scorm12.metadata import build_lom
from scormpack.formats.scorm12.names import ADL
from scormpack.model import Course, Unit, unit_scos

_ADL = Vocabulary(ADL, {"adlcp": ADL})


def scorm12_additions(course: Course, unit: Unit) -> Additions:
    """Return what a SCORM 1.2 manifest holds beside content packaging."""
    before = _before_each(course, unit) if course.file.prerequisites else {}

    def item(sco: Unit) -> Iterator[Element]:
        # CAM 1.2, 2.3.6.2: prerequisites come before the masteryscore.
        if sco.name in before:
            attributes = {"type": "aicc_script"}
            yield _ADL.element("prerequisites", item_identifier(before[sco.name]), attributes=attributes)
        mastery = mastery_score(course, sco)
        if mastery is not None:
            yield _ADL.element("masteryscore", str(mastery))

    return Additions(item, metadata=[build_lom(course, unit)])


def _before_each(course: Course, unit: Unit) -> dict[str, Unit]:
    """Return the SCO before each but the first, by name."""
    return {sco.name: before for before, sco in pairwise(unit_scos(course, unit))}
