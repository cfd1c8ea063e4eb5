"""Facts about all formats."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import get_args

import pytest

from scormpack import assets
from scormpack.errors import InstallationError
from scormpack.formats import FORMATS
from scormpack.formats.format import content_files
from scormpack.model import Course, Unit, plan_units
from scormpack.model.course import FormatName
from scormpack.render import render_site
from scormpack.render.site import Site

_HEAD = re.compile(rb'<link rel="(?:icon|manifest|apple-touch-icon)"[^>]*>\n|<meta name="theme-color"[^>]*>\n')
"""What a web package says otherwise in a page's head."""


def test_the_registry_has_every_format_that_a_course_may_name() -> None:
    """``formats:`` in course.yaml and the registry hold the same names, each under its own."""
    assert tuple(FORMATS) == get_args(FormatName)
    assert all(name == entry.name for name, entry in FORMATS.items())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", ["lesson", "course"])
def test_every_unit_of_the_example_course_is_packaged(course: Course, name: str, kind: str) -> None:
    """Rendered, described and validated against schema and rules, no unit has a fault; manifest first, rest sorted."""
    units = plan_units(course, kind)  # type: ignore[arg-type]
    assert len(units) == (12 if kind == "lesson" else 1)
    splits = FORMATS[name].splits == "always" and kind == "course"
    for whole in units:
        unit = replace(whole, scos="per-lesson") if splits else whole
        site = render_site(course, unit)
        package = FORMATS[name].package(course, unit, site)
        first, *rest = package
        assert first == {"xapi": "tincan.xml", "cmi5": "cmi5.xml", "web": "manifest.json"}.get(name, "imsmanifest.xml")
        assert rest == sorted(rest)
        heads = {path: _HEAD.sub(b"", data) for path, data in package.items() if path.endswith(".html")}
        plain = {path: _HEAD.sub(b"", data) if path in heads else data for path, data in site.files.items()}
        assert plain.items() <= {**package, **heads}.items()
        assert package[site.runtime] == assets.runtimes()[FORMATS[name].runtime]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_unit_gives_the_same_bytes(course: Course, lesson_unit: Unit, site: Site, name: str) -> None:
    """Packaged twice, also from files in another order, nothing differs, the order of members included."""
    backwards = Site(dict(sorted(site.files.items(), reverse=True)), site.runtime, site.build)
    once = FORMATS[name].package(course, lesson_unit, site)
    assert list(once.items()) == list(FORMATS[name].package(course, lesson_unit, backwards).items())


def test_both_editions_of_scorm_2004_hold_the_same_pages(course: Course, lesson_unit: Unit, site: Site) -> None:
    """They differ in manifest and schemas alone, so what plays one plays the other."""
    one, other = (FORMATS[name].package(course, lesson_unit, site) for name in ("scorm2004", "scorm2004-3rd"))
    apart = {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}
    assert {path.rpartition(".")[2] for path in apart} == {"xml", "xsd"}
    assert "metadata.xml" not in apart


def test_a_runtime_that_was_not_built_is_named(site: Site) -> None:
    """The error says which runtime is missing and how to get it."""
    with pytest.raises(InstallationError, match=r"aicc runtime is not built: run"):
        content_files(site, "aicc")


@pytest.mark.parametrize("name", FORMATS)
def test_a_package_has_no_time_and_no_machine(
    with_lesson: Callable[..., tuple[Course, Unit]], site: Site, name: str
) -> None:
    """No date, time or local folder gets into the manifest of a lesson that has none in its words."""
    course, unit = with_lesson(quiz=None)
    manifest = next(iter(FORMATS[name].package(course, unit, site).values())).decode()
    assert not re.search(r"\b20\d\d-\d\d|\d\d:\d\d", manifest)
    assert str(course.root) not in manifest


@pytest.mark.parametrize("name", FORMATS)
def test_the_docs_name_every_format(checkout: Path, name: str) -> None:
    """docs/formats.md has a chapter for each."""
    assert f"\n## {FORMATS[name].title}" in (checkout / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_a_package_says_what_is_inside(course: Course, lesson_unit: Unit, name: str) -> None:
    """NOTICE.txt names scormpack with its version, every picture as the course's, and the schemas' owners."""
    site = render_site(course, lesson_unit)
    package = FORMATS[name].package(course, lesson_unit, site)
    notice = package["NOTICE.txt"].decode()
    assert f"scormpack {version('scormpack')}, Apache-2.0" in notice
    for library in assets.libraries():
        assert f"{library['name']} {library['version']}, {library['license']}" in notice
    pictures = [path for path in site.files if path.endswith(".svg")]
    assert pictures
    assert [line.strip() for line in notice.splitlines() if line.startswith("  assets/")] == pictures
    assert ("IMS Global" in notice) == any(path.endswith(".xsd") for path in package)
