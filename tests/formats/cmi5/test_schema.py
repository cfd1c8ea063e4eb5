"""Facts about our own schema of a cmi5 course structure: it and the official one judge alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from zips import by_hand

from scormpack.formats.cmi5.course_structure import build_course_structure
from scormpack.formats.cmi5.names import NAMESPACE
from scormpack.formats.cmi5.schema import compiled_schema
from scormpack.formats.xml_file import write_xml
from scormpack.model import Course, plan_units

OFFICIAL = Path(__file__).parents[4] / "shared" / "schemas" / "cmi5" / "CourseStructure.xsd"
GOOD = by_hand("cmi5")["cmi5.xml"].decode()

# What stands there, what stands there instead; and whether the result is valid.
SAMPLES = {
    "as it is": ("", "", True),
    "no objectives": ("<objectives>", "<!--", False),
    "no description of the course": ('<description><langstring lang="en-US">Rocks, from below.</langstring></description>', "", False),
    "description before title": ("<title>", "<description><langstring>d</langstring></description><title>", False),
    "element of another namespace": ("<url>intro", "<x:url/><url>intro", False),
    "element of another namespace at the end": ("<entitlementKey>key-1</entitlementKey>", "<x:key/>", True),
    "element without a namespace": ("<entitlementKey>key-1</entitlementKey>", '<key xmlns=""/>', False),
    "unknown element": ("<entitlementKey>key-1</entitlementKey>", "<key/>", False),
    "unknown attribute": ('moveOn="Completed"', 'moveon="Completed"', False),
    "attribute of another namespace": ('moveOn="Completed"', 'x:moveOn="Completed"', True),
    "unknown moveOn": ('moveOn="Completed"', 'moveOn="Viewed"', False),
    "no moveOn": ('moveOn="Completed"', "", True),
    "masteryScore 1.0": ('masteryScore="0.85"', 'masteryScore="1.0"', True),
    "masteryScore 1.1": ('masteryScore="0.85"', 'masteryScore="1.1"', False),
    "masteryScore -0.1": ('masteryScore="0.85"', 'masteryScore="-0.1"', False),
    "masteryScore of six decimals": ('masteryScore="0.85"', 'masteryScore="0.123456"', True),
    "launchMethod": ('launchMethod="OwnWindow"', 'launchMethod="AnyWindow"', True),
    "unknown launchMethod": ('launchMethod="OwnWindow"', 'launchMethod="Popup"', False),
    "empty url": ("<url>intro/index.html?lang=en</url>", "<url/>", False),
    "two urls": ("<url>intro/index.html?lang=en</url>", "<url>a</url><url>b</url>", False),
    "no id": ('<au id="https://example.com/geology/au/exam"', "<au", False),
    "relative id": ('<au id="https://example.com/geology/au/exam"', '<au id="exam"', True),
    "no lang": ('<langstring lang="en-US">Exam', "<langstring>Exam", True),
    "empty lang": ('<langstring lang="en-US">Exam', '<langstring lang="">Exam', False),
    "no langstring": ('<langstring lang="en-US">Exam</langstring>', "", False),
    "text beside a langstring": ('<langstring lang="en-US">Exam</langstring>', 'Exam <langstring lang="en-US">Exam</langstring>', False),
    "elements in launchParameters": ('{"mode": "short"}', "<x:mode>short</x:mode>", True),
    "objective without idref": (' idref="https://example.com/geology/objective/name"', "", True),
    "dangling idref": ('idref="https://example.com/geology/objective/name"', 'idref="none"', True),
    "another root": ("courseStructure", "course", False),
    "block without AUs": ("<block id", '<block id="https://example.com/b"><title><langstring/></title><description><langstring/></description></block><block id', False),
}  # fmt: skip


def sample(old: str, new: str) -> etree._Element:
    """The good course structure with one thing changed."""
    if new == "<!--":
        start, end = GOOD.index("  <objectives>"), GOOD.index("  <block")
        return etree.fromstring((GOOD[:start] + "<objectives/>" + GOOD[end:]).encode())
    assert old in GOOD
    return etree.fromstring(GOOD.replace(old, new, -1 if old == "courseStructure" else 1).encode())


@pytest.fixture(scope="module")
def official() -> etree.XMLSchema:
    """The official schema; its licence keeps it out of this repository."""
    if not OFFICIAL.is_file():
        pytest.skip(f"the official CourseStructure.xsd is not at {OFFICIAL}, beside the checkout")
    return etree.XMLSchema(etree.parse(OFFICIAL))


@pytest.mark.parametrize("name", SAMPLES)
def test_our_schema_judges_by_the_specification(name: str) -> None:
    """Each sample is valid or not, as 13.1 of the specification has it."""
    old, new, is_valid = SAMPLES[name]
    assert compiled_schema().validate(sample(old, new)) == is_valid


@pytest.mark.parametrize("name", SAMPLES)
def test_the_official_schema_says_the_same(name: str, official: etree.XMLSchema) -> None:
    """Of each sample, both think alike."""
    old, new, is_valid = SAMPLES[name]
    assert official.validate(sample(old, new)) == is_valid


@pytest.mark.parametrize("kind", ["lesson", "module", "course"])
def test_the_official_schema_takes_what_we_build(official: etree.XMLSchema, course: Course, kind: Any) -> None:  # noqa: ANN401
    """The course structures of the example course are valid by both."""
    for unit in plan_units(course, kind, "per-lesson"):
        root = etree.fromstring(write_xml(build_course_structure(course, unit, "b1")))
        assert compiled_schema().validate(root)
        assert official.validate(root), official.error_log


NAMES = st.sampled_from(
    ["course", "title", "description", "langstring", "objectives", "objective", "block", "au", "url", "entitlementKey"]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["id", "idref", "lang", "moveOn", "masteryScore", "launchMethod", "activityType", "{urn:x}y"]),
    st.sampled_from(["https://example.com/a", "a b", "", "Passed", "0.5", "2", "en", "OwnWindow"]),
    max_size=2,
)  # fmt: skip


@given(st.data())
def test_both_say_the_same_of_any_change(official: etree.XMLSchema, data: st.DataObject) -> None:
    """An element taken out, doubled, moved or given other attributes: one schema refuses what the other refuses."""
    root = etree.fromstring(GOOD.encode())
    for _ in range(data.draw(st.integers(1, 3))):
        element = data.draw(st.sampled_from(list(root.iter(etree.Element))[1:]))
        parent = element.getparent()
        assert parent is not None
        change = data.draw(st.sampled_from(["drop", "double", "first", "name", "attributes"]))
        if change == "drop":
            parent.remove(element)
        elif change == "double":
            parent.append(etree.fromstring(etree.tostring(element)))
        elif change == "first":
            parent.insert(0, element)
        elif change == "name":
            element.tag = f"{{{NAMESPACE}}}{data.draw(NAMES)}"
        else:
            for name in list(element.attrib):
                del element.attrib[name]
            for name, value in data.draw(ATTRIBUTES).items():
                element.set(name, value)
    assert compiled_schema().validate(root) == official.validate(root)
