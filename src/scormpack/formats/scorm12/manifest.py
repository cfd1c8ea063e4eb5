"""What SCORM 1.2 adds to an IMS manifest: inline meta-data and the score that passes (SCORM 1.2 CAM, 2.3)."""

from __future__ import annotations

from scormpack.formats.element import Vocabulary
from scormpack.formats.ims.manifest import Additions
from scormpack.formats.ims.mastery import mastery_score
from scormpack.formats.scorm12.metadata import build_lom
from scormpack.formats.scorm12.names import ADL
from scormpack.model import Course, Unit

_ADL = Vocabulary(ADL, {"adlcp": ADL})


def scorm12_additions(course: Course, unit: Unit) -> Additions:
    """Return what a SCORM 1.2 manifest holds beside content packaging."""
    mastery = mastery_score(course, unit)
    return Additions(
        metadata=[build_lom(course, unit)],
        item=[] if mastery is None else [_ADL.element("masteryscore", str(mastery))],
    )
