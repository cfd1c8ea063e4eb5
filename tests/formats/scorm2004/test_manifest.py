"""Facts about a SCORM 2004 manifest as it is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from lxml import etree

from scormpack.assets import schemas
from scormpack.errors import PackageError
from scormpack.formats.ims.binding import MANIFEST
from scormpack.formats.scorm2004 import package_scorm2004
from scormpack.formats.scorm2004.names import ADL, CP, FOURTH, METADATA, NAV, SS, Edition
from scormpack.model import Course, KeyTerm, Unit, plan_units
from scormpack.render.site import Site

SPACES = {"c": CP, "adlcp": ADL, "adlnav": NAV, "imsss": SS}


def found(package: Mapping[str, bytes], path: str) -> list[str]:
    """Texts or attributes of a manifest at an XPath."""
    root = etree.fromstring(package[MANIFEST])
    return [str(value) for value in root.xpath(path, namespaces=SPACES)]  # type: ignore[union-attr]


def test_the_edition_is_told_and_its_schemas_are_carried(edition: Edition, good: dict[str, bytes]) -> None:
    """Each edition has its own text and its own files, unaltered, at the root; content is listed, they are not."""
    assert found(good, "//c:schemaversion/text()") == [edition.binding.version]
    assert schemas(edition.binding.schemas).items() <= good.items()
    listed = found(good, "//c:file/@href")
    assert listed == ["NOTICE.txt", "assets/fork-1.svg", "assets/runtime-0.js", "index.html"]
    assert good.keys() - {*listed, MANIFEST, METADATA} == schemas(edition.binding.schemas).keys()


def test_one_sco_can_be_opened_and_left(edition: Edition, course: Course, course_unit: Unit, site: Site) -> None:
    """A whole course is one SCO too; choice and flow reach it, and only the buttons that lead nowhere are hidden."""
    package = package_scorm2004(edition, course, course_unit, site)  # complaints 31, 34 and 51
    assert found(package, "//c:resource/@adlcp:scormType") == ["sco"]
    assert found(package, "//c:resource/@href") == ["index.html"]
    assert found(package, "//c:organizations/@default") == found(package, "//c:organization/@identifier")
    assert found(package, "//c:organization/imsss:sequencing/imsss:controlMode/@*") == ["true", "true"]
    assert found(package, "//adlnav:hideLMSUI/text()") == ["previous", "continue"]


@pytest.mark.parametrize(
    ("report", "expected"), [("passed-failed", ["0.7"]), ("passed-incomplete", []), ("completed", [])]
)
def test_a_measure_only_where_the_lms_may_judge(
    edition: Edition, with_course_file: Callable[..., Course], site: Site, report: str, expected: list[str]
) -> None:
    """The same rule as for SCORM 1.2's masteryscore; without a measure nothing is satisfied by one."""  # complaint 12
    course = with_course_file(report=report)
    package = package_scorm2004(edition, course, plan_units(course, "lesson")[0], site)
    assert found(package, "//imsss:primaryObjective/imsss:minNormalizedMeasure/text()") == expected
    assert found(package, "//imsss:primaryObjective/@satisfiedByMeasure") == ["true"] * len(expected)


def test_a_course_is_judged_by_itself(edition: Edition, course: Course, course_unit: Unit, site: Site) -> None:
    """The LMS would judge its running score at the first visit's end."""
    assert found(package_scorm2004(edition, course, course_unit, site), "//imsss:minNormalizedMeasure") == []


def test_the_sco_alone_says_what_is_completed(edition: Edition, good: dict[str, bytes]) -> None:
    """All of it makes it complete, in the edition's spelling; closing it makes it neither completed nor passed."""
    threshold = found(good, "//adlcp:completionThreshold/@minProgressMeasure | //adlcp:completionThreshold/text()")
    assert threshold == ["1.0"]
    assert bool(found(good, "//adlcp:completionThreshold/@completedByMeasure")) == (edition is FOURTH)
    assert found(good, "//imsss:deliveryControls/@*") == ["true", "true", "true"]


def test_meta_data_lies_beside(course: Course, lesson_unit: Unit, good: dict[str, bytes]) -> None:
    """Title, name, language, summary, terms, version and time, in a file that the manifest names."""
    assert found(good, "//adlcp:location/text()") == [METADATA]
    lesson = course.lessons[lesson_unit.name]
    lom = etree.fromstring(good[METADATA])
    texts = [text for text in lom.itertext() if text.strip()]
    terms = [entry.term for entry in lesson.key_terms]
    said = ["URI", lesson_unit.iri, lesson.title, "en", lesson.summary, *terms, course.file.version]
    assert texts == [*said, "LOMv1.0", "text/html", f"PT{lesson.minutes}M"]


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"title": "x" * 201}, r"SCORM 2004 4th Edition allows 200"),
        ({"summary": "x" * 2001}, "description has 2001 characters: shorten it to 2000"),
        ({"key_terms": (KeyTerm(term="y" * 1001, definition="z"),)}, "keyword has 1001 characters"),
    ],
)
def test_what_lmss_cut_is_refused(
    with_lesson: Callable[..., tuple[Course, Unit]], site: Site, fields: dict[str, object], part: str
) -> None:
    """The standard's smallest permitted maxima hold, in the manifest and in the meta-data."""  # complaint 26
    with pytest.raises(PackageError, match=part):
        package_scorm2004(FOURTH, *with_lesson(**fields), site)
