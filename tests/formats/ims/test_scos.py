"""Facts about packages with a SCO for each lesson."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from scormpack.errors import PackageError
from scormpack.formats import FORMATS
from scormpack.formats.scorm12 import SCORM12
from scormpack.model import Course, plan_units
from scormpack.render import Site, render_site

Tree = Any
"""What lxml's stubs do not tell of ``xpath``."""
SPLIT = [target for target in FORMATS.values() if target.splits == "asked"]


def manifest_of(course: Course, site: Site, target: Any = SCORM12, kind: Any = "course") -> Tree:  # noqa: ANN401
    """Return the manifest of a package of the course's first unit, with a SCO for each lesson."""
    unit = plan_units(course, kind, "per-lesson")[0]
    return etree.fromstring(target.package(course, unit, site)["imsmanifest.xml"])


@pytest.fixture(scope="module")
def split_site(course: Course) -> Site:
    """The pages of the course, each a SCO of its own."""
    return render_site(course, plan_units(course, "course", "per-lesson")[0])


@pytest.mark.parametrize("target", SPLIT, ids=lambda target: target.name)
def test_each_lesson_is_a_sco_in_its_module(course: Course, split_site: Site, target: Any) -> None:  # noqa: ANN401
    """Items stand in the course's order, in their modules, each opening its own page; the package is valid."""
    tree = manifest_of(course, split_site, target)
    modules = tree.xpath("//*[local-name()='organization']/*[local-name()='item']")
    assert len(modules) == len(course.file.modules)
    opened = [item.get("identifierref") for module in modules for item in module.xpath("*[local-name()='item']")]
    pages = {
        resource.get("identifier"): resource.get("href")
        for resource in tree.xpath("//*[local-name()='resource']")
        if resource.get("href")
    }
    assert [pages[name] for name in opened] == [f"lessons/{lesson}.html" for lesson in course.order]
    titles = [item.findtext("{*}title") for module in modules for item in module.xpath("*[local-name()='item']")]
    assert titles == [course.lessons[lesson].title for lesson in course.order]


def test_a_sco_keeps_the_name_of_its_lesson(course: Course, split_site: Site) -> None:
    """Moodle finds a learner's tracks by the item's identifier: another order of lessons moves no result."""
    tree = manifest_of(course, split_site)
    opened = tree.xpath("//*[local-name()='item'][@identifierref]/@identifier")
    assert opened == [f"item-lesson-{lesson}" for lesson in course.order]


def test_each_sco_passes_by_its_own_mark(course: Course, split_site: Site) -> None:
    """Every lesson with a pass mark has its masteryscore, which the course in one piece must not have."""
    tree = manifest_of(course, split_site)
    assert tree.xpath("//*[local-name()='masteryscore']/text()") == ["70"] * len(course.order)


def test_what_the_scos_share_is_listed_once(course: Course, split_site: Site) -> None:
    """Styles and scripts are an asset that each SCO depends on."""
    tree = manifest_of(course, split_site)
    files = tree.xpath("//*[local-name()='file']/@href")
    assert len(files) == len(set(files))
    assert len(tree.xpath("//*[local-name()='dependency'][@identifierref='resource-shared']")) == len(course.order)


def test_a_lesson_may_wait_for_the_one_before(with_course_file: Callable[..., Course], split_site: Site) -> None:
    """With prerequisites every SCO but the first names the item before it, in the only script that Moodle reads."""
    course = with_course_file(prerequisites=True)
    tree = manifest_of(course, split_site)
    waits = tree.xpath("//*[local-name()='prerequisites'][@type='aicc_script']/text()")
    assert waits == [f"item-lesson-{lesson}" for lesson in course.order[:-1]]


def test_a_module_is_a_flat_list(course: Course) -> None:
    """The package of one module lists its lessons right below the organization."""
    unit = plan_units(course, "module", "per-lesson")[1]
    tree = etree.fromstring(SCORM12.package(course, unit, render_site(course, unit))["imsmanifest.xml"])
    listed: Tree = tree.xpath("//*[local-name()='organization']/*[local-name()='item']/@identifierref")
    assert listed == [f"resource-lesson-{lesson}" for lesson in course.file.modules[1].lessons]


def test_each_page_knows_its_lesson_alone(course: Course, split_site: Site) -> None:
    """A SCO's page is a unit of one lesson, and finds what it shares one folder up."""
    page = split_site.files[f"lessons/{course.order[0]}.html"].decode()
    assert '"kind":"lesson"' in page
    assert f'src="../{split_site.runtime}"' in page
    assert "index.html" not in split_site.files


def test_a_sco_too_many_is_refused(course: Course, split_site: Site) -> None:
    """A package whose pages are not those of its lessons is not written."""
    files = {path: data for path, data in split_site.files.items() if path != f"lessons/{course.order[0]}.html"}
    with pytest.raises(PackageError, match=course.order[0]):
        manifest_of(course, Site(files, split_site.runtime, split_site.build))
