"""Facts about imsmanifest.xml as it is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from lxml import etree

from scormpack.errors import PackageError
from scormpack.formats.ims.binding import MANIFEST
from scormpack.formats.scorm12 import package_scorm12
from scormpack.formats.scorm12.names import ADL, CP, MD
from scormpack.model import Course, Unit, plan_units
from scormpack.render.site import Site

SPACES = {"c": CP, "adlcp": ADL, "m": MD}
AWKWARD = {
    "markup": "Fish & <chips> \"now\" 'then' ]]>",
    "emoji": "Prompting 👩‍🚀🇪🇺 101",
    "cjk": "大規模言語モデルの基礎",
    "rtl": "שלום, עולם! مرحبا",
    "combining": "Zalgo\u0301 e\u0301",
    "entity": "R&amp;D &#228;",
}


def parse(package: Mapping[str, bytes]) -> etree._Element:
    """The manifest of a package."""
    return etree.fromstring(package[MANIFEST])


def found(root: etree._Element, path: str) -> list[str]:
    """Texts or attributes at an XPath."""
    return [str(value) for value in root.xpath(path, namespaces=SPACES)]  # type: ignore[union-attr]


def test_the_manifest_lists_the_files_of_the_package(course: Course, lesson_unit: Unit, site: Site) -> None:
    """All content and nothing else; the schemas lie at the root and are not listed."""  # complaint 25
    package = package_scorm12(course, lesson_unit, site)
    listed = found(parse(package), "//c:file/@href")
    assert listed == ["NOTICE.txt", "assets/fork-1.svg", "assets/runtime-0.js", "index.html"]
    assert {path for path in package if "/" not in path} - {*listed, MANIFEST} == {
        *("adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd")
    }


def test_there_is_one_sco_that_opens_the_launch_page(course: Course, course_unit: Unit, site: Site) -> None:
    """A whole course is one SCO as well, opened by a plain `index.html`."""  # complaints 31 and 34
    root = parse(package_scorm12(course, course_unit, site))
    assert found(root, "//c:resource/@adlcp:scormtype") == ["sco"]
    assert found(root, "//c:resource/@href") == ["index.html"]
    assert found(root, "//c:item/@identifierref") == found(root, "//c:resource/@identifier")


def test_the_manifest_has_the_prefixes_that_moodle_reads(course: Course, lesson_unit: Unit, site: Site) -> None:
    """``adlcp:`` to the letter, content packaging without any."""
    data = package_scorm12(course, lesson_unit, site)[MANIFEST]
    assert b'adlcp:scormtype="sco"' in data
    assert b"<adlcp:masteryscore>70</adlcp:masteryscore>" in data
    assert b"<manifest xmlns=" in data


@pytest.mark.parametrize("title", AWKWARD.values(), ids=AWKWARD)
def test_awkward_titles_survive(with_lesson: Callable[..., tuple[Course, Unit]], site: Site, title: str) -> None:
    """Markup, emoji, CJK, right-to-left text and what looks like an entity come back as written."""  # complaint 27
    changed, unit = with_lesson(title=title, summary=title)
    root = parse(package_scorm12(changed, unit, site))
    assert found(root, "//c:title/text()") == [title, title]
    assert found(root, "//m:general/m:title/m:langstring/text()") == [title]
    assert found(root, "//m:description/m:langstring/text()") == [title]


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("0", "the title is `0`"),
        ("x" * 201, "has 201 characters; SCORM 1.2 allows 200"),
        ("x" * 300, "has 300 characters"),
        ("\x01", "a title is empty"),
    ],
)
def test_titles_that_an_lms_loses_are_refused(
    with_lesson: Callable[..., tuple[Course, Unit]], site: Site, title: str, part: str
) -> None:
    """A title of "0", too many characters, or nothing that can be shown stops the package, with a sentence."""
    changed, unit = with_lesson(title=title)
    with pytest.raises(PackageError) as error:
        package_scorm12(changed, unit, site)
    assert any(part in fault for fault in error.value.faults)


def test_a_title_of_200_characters_is_fine(with_lesson: Callable[..., tuple[Course, Unit]], site: Site) -> None:
    """The limit counts characters, not bytes."""
    changed, unit = with_lesson(title="語" * 200)
    assert package_scorm12(changed, unit, site)


def test_all_faults_come_at_once(with_lesson: Callable[..., tuple[Course, Unit]]) -> None:
    """A wrong title and a wrong path are both reported."""
    changed, unit = with_lesson(title="0")
    with pytest.raises(PackageError) as error:
        package_scorm12(changed, unit, Site({"Index.html": b"x"}, "assets/runtime-0.js", "b1"))
    codes = {fault.rpartition("[")[2].rstrip("]") for fault in error.value.faults}
    assert {"title-zero", "path", "launch", "runtime"} <= codes


@pytest.mark.parametrize(
    ("report", "pass_mark", "expected"),
    [
        ("passed-failed", 70, ["70"]),
        ("passed-failed", None, []),
        ("passed-failed", 0, []),
        ("passed-failed", 100, ["100"]),
        ("passed-incomplete", 70, []),
        ("completed", 70, []),
    ],
)
def test_masteryscore_only_where_the_lms_may_judge(
    with_course_file: Callable[..., Course], site: Site, report: str, pass_mark: int | None, expected: list[str]
) -> None:
    """A pass mark and ``passed-failed`` give one, everything else none."""  # complaint 12
    course = with_course_file(report=report, pass_mark=pass_mark)
    unit = plan_units(course, "lesson")[0]
    quiz = course.lessons[unit.name].quiz
    assert quiz is not None
    lesson = course.lessons[unit.name].model_copy(update={"quiz": quiz.model_copy(update={"pass_mark": None})})
    course = replace(course, lessons={**course.lessons, unit.name: lesson})
    assert found(parse(package_scorm12(course, unit, site)), "//adlcp:masteryscore/text()") == expected


def test_a_course_has_no_masteryscore(course: Course, course_unit: Unit, site: Site) -> None:
    """Moodle would judge its running score at the first visit's end."""
    assert found(parse(package_scorm12(course, course_unit, site)), "//adlcp:masteryscore") == []


def test_another_build_has_another_version(course: Course, lesson_unit: Unit, site: Site) -> None:
    """The build id that the pages show stands in manifest/@version, and there only."""  # complaint 22
    one = package_scorm12(course, lesson_unit, site)[MANIFEST].decode()
    two = package_scorm12(course, lesson_unit, site._replace(build="another"))[MANIFEST].decode()
    versions = [etree.fromstring(text.encode()).get("version", "") for text in (one, two)]
    assert versions == [site.build, "another"]
    assert one.replace(f'"{site.build}"', '"another"') == two
