"""What SCORM 2004 adds to an IMS manifest: sequencing, completion, navigation (2004 4th CAM, 3.4 and 5)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from scormpack.formats.element import Vocabulary
from scormpack.formats.ims.manifest import Additions
from scormpack.formats.ims.mastery import mastery_score
from scormpack.formats.scorm2004.names import ADL, METADATA, NAV, SS, Edition
from scormpack.model import Course, Unit

_ADL = Vocabulary(ADL, {"adlcp": ADL})
_NAV = Vocabulary(NAV, {"adlnav": NAV})
_SS = Vocabulary(SS, {"imsss": SS})


def scorm2004_additions(edition: Edition, course: Course, unit: Unit) -> Additions:
    """Return what a SCORM 2004 manifest holds beside content packaging."""
    return Additions(
        item=partial(_item, edition, course, alone=unit.scos == "one"),
        # 2004 4th CAM, 3.4.1: in a file of its own, since the 3rd edition's schema takes no undeclared elements.
        metadata=[_ADL.element("location", METADATA)],
        # 2004 4th SN, 3.2: the learner may choose the SCO, and an LMS without a menu may flow into it.
        organization=_control(),
        group=_control,
    )


def _item(edition: Edition, course: Course, sco: Unit, *, alone: bool) -> Iterator[etree._Element]:
    yield _threshold(edition)
    yield _sequencing(course, sco)
    if alone:
        yield _presentation()


def _control() -> list[etree._Element]:
    return [_SS.element("sequencing", _SS.element("controlMode", attributes={"choice": "true", "flow": "true"}))]


def _threshold(edition: Edition) -> etree._Element:
    """All of it makes it complete: the runtime's progress measure says 1 when it says completed, and less before."""
    if not edition.measures_progress:  # 2004 3rd CAM, 3.4.1: a decimal
        return _ADL.element("completionThreshold", "1.0")
    return _ADL.element("completionThreshold", attributes={"completedByMeasure": "true", "minProgressMeasure": "1.0"})


def _sequencing(course: Course, unit: Unit) -> etree._Element:
    mastery = mastery_score(course, unit)
    # 2004 4th CAM, 5.1: the one objective that rolls up; with a measure, the LMS judges by it.
    measure = [] if mastery is None else [_SS.element("minNormalizedMeasure", f"{mastery / 100:.4g}")]
    objective = _SS.element(
        "primaryObjective",
        *measure,
        attributes={"objectiveID": "result", **({"satisfiedByMeasure": "true"} if measure else {})},
    )
    # 2004 4th SN, 3.13: or the LMS calls it completed and passed by itself when it is closed.
    set_by_content = {"tracked": "true", "completionSetByContent": "true", "objectiveSetByContent": "true"}
    return _SS.element(
        "sequencing",
        _SS.element("objectives", objective),
        _SS.element("deliveryControls", attributes=set_by_content),
    )


def _presentation() -> etree._Element:
    """With one SCO, the LMS's own buttons to the previous and the next lead nowhere; those that leave stay."""
    hidden = (_NAV.element("hideLMSUI", name) for name in ("previous", "continue"))
    return _NAV.element("presentation", _NAV.element("navigationInterface", *hidden))
