"""Rules on sequencing and navigation: what would judge, hide or lose a learner's results unasked."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scormpack.formats.fault import Fault, at
from scormpack.formats.ims.binding import words
from scormpack.formats.rules import Package, Rules
from scormpack.formats.scorm2004.names import CP, HIDEABLE, NAV, SS
from scormpack.late_regex import compile_late

_MEASURE = compile_late(r"\s*(?:0?\.\d+|0|1|1\.0+|0\.\d+)\s*")
_TRUE = {"true", "1"}


def _every(package: Package, name: str) -> Iterator[etree._Element]:
    return package.root.iter(f"{{{SS}}}{name}")


def _check_mastery(package: Package) -> Iterator[Fault]:
    """2004 4th SN, 3.10.2: with satisfiedByMeasure the LMS judges, by minNormalizedMeasure, or by 1.0 without it."""
    for name in ("primaryObjective", "objective"):
        for objective in _every(package, name):
            by_measure = objective.get("satisfiedByMeasure") in _TRUE
            measure = objective.find(f"{{{SS}}}minNormalizedMeasure")
            if by_measure and measure is None:
                sentence = f"{name} is satisfied by a measure and names none, so only a full score passes: write it"
                yield at(objective, sentence)
            if measure is not None and not by_measure:
                sentence = f'minNormalizedMeasure counts for nothing without satisfiedByMeasure="true" on its {name}'
                yield at(measure, sentence)
            if measure is not None and not (_MEASURE.fullmatch(words(measure)) and float(words(measure)) > 0):
                yield at(measure, f"minNormalizedMeasure is `{words(measure)}`: write a number above 0, at most 1")


def _check_control(package: Package) -> Iterator[Fault]:
    """2004 4th SN, 3.2: without choice and flow nothing within can be opened."""
    for mode in _every(package, "controlMode"):
        sequencing = mode.getparent()
        owner = None if sequencing is None else sequencing.getparent()
        holds_items = owner is not None and owner.find(f"{{{CP}}}item") is not None
        opens = mode.get("choice", "true") in _TRUE or mode.get("flow", "false") in _TRUE
        if holds_items and not opens:
            sentence = "controlMode forbids both choice and flow: allow one, or nobody can open what is inside"
            yield at(mode, sentence)
    known = {element.get("ID") for element in _every(package, "sequencing")}
    for sequencing in _every(package, "sequencing"):
        reference = sequencing.get("IDRef")
        if reference is not None and reference not in known:
            yield at(sequencing, f"sequencing refers to `{reference}`, which is no sequencing here")


def _check_tracking(package: Package) -> Iterator[Fault]:
    for controls in _every(package, "deliveryControls"):
        if controls.get("tracked", "true") not in _TRUE:
            yield at(controls, "deliveryControls has tracked off, so no result is kept: leave it out")


def _check_delivery(package: Package) -> Iterator[Fault]:
    """2004 4th SN, 3.13: what the LMS does by itself when a SCO has said nothing."""
    for item in package.root.iter(f"{{{CP}}}item"):
        if item.get("identifierref") is None:
            continue
        controls = item.find(f"{{{SS}}}sequencing/{{{SS}}}deliveryControls")
        for name, word in (("completionSetByContent", "completed"), ("objectiveSetByContent", "passed")):
            if controls is None or controls.get(name, "false") not in _TRUE:
                yield at(
                    item,
                    f'item `{item.get("identifier")}` has no {name}="true" in its deliveryControls, '
                    f"so an LMS calls it {word} for being closed: write it",
                )


def _check_navigation(package: Package) -> Iterator[Fault]:
    """Complaint 51: a package that hides the exit holds its learners."""
    for element in package.root.iter(f"{{{NAV}}}hideLMSUI"):
        if words(element).strip() not in HIDEABLE:
            sentence = f"hideLMSUI hides `{words(element).strip()}`: hide `previous` and `continue` at most"
            yield at(element, sentence)


SEQUENCING_RULES: Rules = {
    "mastery": _check_mastery,
    "control": _check_control,
    "tracking": _check_tracking,
    "navigation": _check_navigation,
}

OWN_SEQUENCING_RULES: Rules = {"delivery": _check_delivery}
"""Anybody else may leave it to the LMS."""
