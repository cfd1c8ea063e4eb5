"""Facts about which build a package is: its pages and its manifest name one and the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from scormpack.build.plan import plan_build
from scormpack.formats import FORMATS
from scormpack.formats.xml_file import read_xml
from scormpack.model import Course
from scormpack.releases import record_package
from scormpack.render import render_site

_Said = tuple[str, str]
"""Version of the course, build of the package."""


def _scorm12(files: Mapping[str, bytes]) -> _Said:
    root = read_xml(files["imsmanifest.xml"])
    return root.findtext(".//{*}lifecycle/{*}version/{*}langstring") or "", root.get("version", "")


def _scorm2004(files: Mapping[str, bytes]) -> _Said:
    version = read_xml(files["metadata.xml"]).findtext(".//{*}lifeCycle/{*}version/{*}string") or ""
    return version, read_xml(files["imsmanifest.xml"]).get("version", "")


def _xapi(files: Mapping[str, bytes]) -> _Said:
    extensions = read_xml(files["tincan.xml"]).iterfind(".//{*}extension")
    said = {extension.get("key"): extension.text for extension in extensions}
    return said["urn:scormpack:version"] or "", said["urn:scormpack:build"] or ""


def _cmi5(files: Mapping[str, bytes]) -> _Said:
    root = read_xml(files["cmi5.xml"])
    return root.get("{urn:scormpack}version", ""), root.get("{urn:scormpack}build", "")


def _web(files: Mapping[str, bytes]) -> _Said:
    ours = json.loads(files["manifest.json"])["x_scormpack"]
    return ours["version"], ours["build"]


MANIFESTS: dict[str, Callable[[Mapping[str, bytes]], _Said]] = {
    "scorm12": _scorm12,
    "scorm2004": _scorm2004,
    "scorm2004-3rd": _scorm2004,
    "xapi": _xapi,
    "cmi5": _cmi5,
    "web": _web,
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("kind", "scos"), [("lesson", "one"), ("module", "one"), ("course", "one"), ("course", "per-lesson")]
)
def test_pages_and_manifest_name_one_version_and_build(course: Course, name: str, kind: Any, scos: Any) -> None:  # noqa: ANN401
    """Whatever the unit, every page says what the manifest says, and `diff` reads it from there."""
    modules = tuple(module.model_copy(update={"id": f"m{place}"}) for place, module in enumerate(course.file.modules))
    values = {"version": "3.1 β", "modules": modules, "formats": (name,), "unit": kind, "scos": scos}
    told = replace(course, file=course.file.model_copy(update=values))
    unit = plan_build(told)[0].unit
    files = FORMATS[name].package(told, unit, render_site(told, unit))
    version, build = MANIFESTS[name](files)
    assert version == "3.1 β"
    assert re.fullmatch("[0-9a-f]{10}", build)
    pages = [html.document_fromstring(data) for path, data in files.items() if path.endswith(".html")]
    footers = {" ".join(str(page.xpath("string(//footer[@class='site-footer'])")).split()) for page in pages}
    assert footers == {f"{course.file.title} Version 3.1 β"}
    said = {(page.get("data-build"), page.xpath("string(//footer//@data-says)")) for page in pages}
    assert said == {(build, "Build {build}")}  # which the runtime puts together
    assert record_package("a.zip", files).build == build
