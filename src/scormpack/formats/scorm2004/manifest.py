"""What SCORM 2004 adds to an IMS manifest: sequencing, completion, navigation (2004 4th CAM, 3.4 and 5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

from scormpack.formats.element import Element, Vocabulary
from scormpack.formats.ims.manifest import Additions
from scormpack.formats.ims.mastery import mastery_score
from scormpack.formats.scorm2004.names import ADL, METADATA, NAV, SS, Edition
from scormpack.model import Course, Unit, is_judged, unit_scos

_ADL = Vocabulary(ADL, {"adlcp": ADL})
_NAV = Vocabulary(NAV, {"adlnav": NAV})
_SS = Vocabulary(SS, {"imsss": SS})
_BEFORE = "before"
"""The objective that says whether the lesson before was passed."""


@dataclass(frozen=True)
class Waiting:
    """Which SCO each has to wait for, by name: the nearest before it that can be passed.

    A lesson without a verdict satisfies no objective: nothing can wait for it, what follows waits for the one before.
    """

    before: Mapping[str, Unit]

    @cached_property
    def awaited(self) -> frozenset[str]:
        """Names of those that others wait for."""
        return frozenset(sco.name for sco in self.before.values())


def scorm2004_additions(edition: Edition, course: Course, unit: Unit) -> Additions:
    """Return what a SCORM 2004 manifest holds beside content packaging."""
    before = _before_each(course, unit) if course.file.prerequisites else {}
    return Additions(
        item=partial(_item, edition, course, Waiting(before), alone=unit.scos == "one"),
        # 2004 4th CAM, 3.4.1: in a file of its own, since the 3rd edition's schema takes no undeclared elements.
        metadata=[_ADL.element("location", METADATA)],
        # 2004 4th SN, 3.2: the learner may choose the SCO, and an LMS without a menu may flow into it.
        organization=_control(),
        group=_control,
    )


def _before_each(course: Course, unit: Unit) -> dict[str, Unit]:
    before: dict[str, Unit] = {}
    judged: Unit | None = None
    for sco in unit_scos(course, unit):
        if judged is not None:
            before[sco.name] = judged
        judged = sco if is_judged(course, sco) else judged
    return before


def _item(edition: Edition, course: Course, waiting: Waiting, sco: Unit, *, alone: bool) -> Iterator[Element]:
    yield _threshold(edition)
    yield _sequencing(course, sco, waiting)
    if alone:
        yield _presentation()


def _control() -> list[Element]:
    return [_SS.element("sequencing", _SS.element("controlMode", attributes={"choice": "true", "flow": "true"}))]


def _threshold(edition: Edition) -> Element:
    """All of it makes it complete: the runtime's progress measure says 1 when it says completed, and less before."""
    if not edition.measures_progress:  # 2004 3rd CAM, 3.4.1: a decimal
        return _ADL.element("completionThreshold", "1.0")
    return _ADL.element("completionThreshold", attributes={"completedByMeasure": "true", "minProgressMeasure": "1.0"})


def _sequencing(course: Course, unit: Unit, waiting: Waiting) -> Element:
    before = waiting.before.get(unit.name)
    mastery = mastery_score(course, unit)
    # 2004 4th CAM, 5.1: the one objective that rolls up; with a measure, the LMS judges by it.
    measure = [] if mastery is None else [_SS.element("minNormalizedMeasure", f"{mastery / 100:.4g}")]
    objective = _SS.element(
        "primaryObjective",
        *measure,
        *([_map(unit, "write")] if unit.name in waiting.awaited else []),
        attributes={"objectiveID": "result", **({"satisfiedByMeasure": "true"} if measure else {})},
    )
    # 2004 4th SN, 3.13: or the LMS calls it completed and passed by itself when it is closed.
    set_by_content = {"tracked": "true", "completionSetByContent": "true", "objectiveSetByContent": "true"}
    return _SS.element(
        "sequencing",
        *([] if before is None else [_wait()]),
        _SS.element("objectives", objective, *([] if before is None else [_read(before)])),
        _SS.element("deliveryControls", attributes=set_by_content),
    )


def _wait() -> Element:
    """2004 4th SN, 3.4 and UP.2.1: what is not known is neither true nor false, so that both have to be asked."""
    asked = (("satisfied", "not"), ("objectiveStatusKnown", "not"))
    conditions = (
        _SS.element(
            "ruleCondition", attributes={"referencedObjective": _BEFORE, "operator": operator, "condition": condition}
        )
        for condition, operator in asked
    )
    return _SS.element(
        "sequencingRules",
        _SS.element(
            "preConditionRule",
            _SS.element("ruleConditions", *conditions, attributes={"conditionCombination": "any"}),
            _SS.element("ruleAction", attributes={"action": "disabled"}),
        ),
    )


def _read(before: Unit) -> Element:
    return _SS.element("objective", _map(before, "read"), attributes={"objectiveID": _BEFORE})


def _map(unit: Unit, way: Literal["read", "write"]) -> Element:
    """2004 4th SN, 3.10.3: the lessons share whether one was passed, under its IRI, which no other package has."""
    attributes = {
        "targetObjectiveID": unit.iri,
        "readSatisfiedStatus": str(way == "read").lower(),
        "readNormalizedMeasure": "false",
        "writeSatisfiedStatus": str(way == "write").lower(),
    }
    return _SS.element("mapInfo", attributes=attributes)


def _presentation() -> Element:
    """With one SCO, the LMS's own buttons to the previous and the next lead nowhere; those that leave stay."""
    hidden = (_NAV.element("hideLMSUI", name) for name in ("previous", "continue"))
    return _NAV.element("presentation", _NAV.element("navigationInterface", *hidden))
