"""Facts about what a package is told to be, and why it is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from zips import Judge, by_hand, found, only, write

from scormpack.inspect import inspect_file

SCHEMA = "<schema>ADL SCORM</schema>"


def of_2004(version: str) -> dict[str, bytes]:
    """The package by hand, as another edition."""
    files = by_hand("scorm2004")
    return {**files, "imsmanifest.xml": files["imsmanifest.xml"].replace(b"2004 4th Edition", version.encode())}


def bare(root: str, metadata: str = "", resources: str = "") -> dict[str, bytes]:
    """A manifest and nothing else."""
    return {
        "imsmanifest.xml": f"<{root}><metadata>{metadata}</metadata><resources>{resources}</resources></manifest>".encode()
    }


IMS = 'manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"'
CARTRIDGE = "<schema>IMS Common Cartridge</schema><schemaversion>{}</schemaversion>"
QTI = '<resource identifier="q" type="imsqti_item_xmlv2p1" href="q.xml"/>'

# name: (files, kind, its title)
KINDS = {
    "2004, 2nd edition": (of_2004("CAM 1.3"), "scorm2004-2nd", "SCORM 2004 2nd Edition"),
    "2004, 3rd edition": (of_2004("2004 3rd Edition"), "scorm2004-3rd", "SCORM 2004 3rd Edition"),
    "2004, of no edition": (of_2004("2004"), "scorm2004", "SCORM 2004 4th Edition"),
    "1.2 by its version alone": (bare("manifest", f"{SCHEMA}<schemaversion>1.2</schemaversion>"), "scorm12", "SCORM 1.2"),
    "a content package": (bare(IMS), "content-package", "IMS Content Packaging, without SCORM"),
    "a cartridge of 1.1": (bare(IMS, CARTRIDGE.format("1.1.0")), "cartridge", "Common Cartridge 1.1.0"),
    "QTI": (bare(IMS, "", QTI), "qti", "QTI"),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_the_kind_is_told(name: str, judge: Judge) -> None:
    """By namespaces, schema, version and types of resources."""
    files, kind, title = KINDS[name]
    assert [(told.name, told.title) for told in judge(files).kinds] == [(kind, title)]


# name: (files, code, words of the reason)
NONE = {
    "one folder down": ({f"course/{path}": data for path, data in by_hand("tincan").items()}, "manifest-place", "zip what is in that folder"),
    "two folders down": ({f"a/b/{path}": data for path, data in by_hand("cmi5").items()}, "manifest-place", "the folder `a/b`"),
    "one folder down, by backslashes": ({"course\\imsmanifest.xml": b"<manifest/>"}, "manifest-place", "the folder `course`"),
    "in capitals": ({"IMSManifest.xml": b"<manifest/>"}, "manifest-case", "call it `imsmanifest.xml`"),
    "a zip in a zip": ({"course.zip": b"PK"}, "manifest-none", "take it out and upload it"),
    "a Moodle backup": ({"moodle_backup.xml": b"<x/>"}, "manifest-none", "restore it as a course"),
    "H5P": ({"h5p.json": b"{}", "content/content.json": b"{}"}, "manifest-none", "H5P activity"),
    "pages alone": ({"index.html": b"<p>Hi</p>"}, "manifest-none", "it holds pages, but none of imsmanifest.xml"),
    "anything": ({"notes.txt": b"Hi"}, "manifest-none", "none of imsmanifest.xml, tincan.xml, cmi5.xml"),
    "another document": ({"imsmanifest.xml": b"<html/>"}, "manifest-malformed", "begins with <html>"),
    "an empty manifest": ({"imsmanifest.xml": b""}, "manifest-malformed", "it is empty"),
    "several zips": ({"a.zip": b"PK", "b.zip": b"PK"}, "manifest-none", "it holds 2 zips, `a.zip`, `b.zip`: each may be a package"),
    "more zips than one wants to read": ({f"{n:02}.zip": b"PK" for n in range(12)}, "manifest-none", "`09.zip` and 2 more: each"),
    "Word": ({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}, "manifest-none", "a Word document: add it to your LMS's course as a file"),
    "PowerPoint": ({"[Content_Types].xml": b"<x/>", "ppt/presentation.xml": b"<x/>"}, "manifest-none", "a PowerPoint presentation: add it"),
    "an e-book": ({"META-INF/container.xml": b"<x/>"}, "manifest-none", "(`scormpack new`) and build those"),
}  # fmt: skip


@pytest.mark.parametrize("name", NONE)
def test_why_it_is_none_is_told(name: str, judge: Judge) -> None:
    """In words that say what to do, and every LMS refuses it."""
    files, code, words = NONE[name]
    inspection = judge(files)
    assert inspection.kinds == ()
    assert code in {finding.code for finding in inspection.findings}
    assert words in inspection.why
    assert {verdict.outcome for verdict in inspection.verdicts} == {"refused"}


def test_a_package_for_two_kinds_of_lms_is_both(judge: Judge) -> None:
    """Some tools put tincan.xml beside imsmanifest.xml: both are judged, and the kinder verdict counts."""
    files = {**by_hand("tincan"), **by_hand("scorm12")}
    inspection = judge(files)
    assert [kind.name for kind in inspection.kinds] == ["scorm12", "xapi"]
    assert [outline.title for outline in inspection.outlines] == ["Forklifts", "Golf"]
    assert inspection.verdicts[0].outcome == "accepted"


def test_a_second_manifest_below_is_told(judge: Judge) -> None:
    """One folder down, beside the one at the root."""
    files = {**by_hand("scorm12"), "old/imsmanifest.xml": b"<manifest/>"}
    assert only(judge(files), "manifest-second").file == "old/imsmanifest.xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_course_structure_may_come_alone(encoding: str, tmp_path: Path) -> None:
    """cmi5, 14.2: XML of any name, whose addresses are all absolute."""
    text = by_hand("cmi5")["cmi5.xml"].decode().replace('encoding="utf-8"', f'encoding="{encoding[:6].rstrip("-")}"')
    path = tmp_path / "geology.xml"
    path.write_bytes(text.replace("intro/index.html", "https://example.com/intro").encode(encoding))
    inspection = inspect_file(path)
    assert inspection.findings == ()
    assert [kind.name for kind in inspection.kinds] == ["cmi5"]
    path.write_bytes(text.encode(encoding))
    assert "no zip is around this file" in only(inspect_file(path), "cmi5-launch").message


def test_another_manifest_does_not_come_alone(tmp_path: Path) -> None:
    """A bare imsmanifest.xml is told to need its zip; XML of no kind is told to be none."""
    path = tmp_path / "imsmanifest.xml"
    path.write_bytes(by_hand("scorm12")["imsmanifest.xml"])
    assert "the manifest of SCORM 1.2 alone" in inspect_file(path).why
    path.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert "an XML file that no LMS knows" in inspect_file(path).why
    path.write_bytes(b"<svg>")
    assert found(inspect_file(path)) == [("manifest-malformed", "imsmanifest.xml", 1)]


# What Moodle and Canvas do with each version of a cartridge.
@pytest.mark.parametrize(
    ("version", "moodle", "canvas"),
    [("1.1.0", "accepted with losses", "accepted"), ("1.3.0", "refused", "accepted"), ("1.4.0", "refused", "refused")],
)
def test_a_cartridge_is_judged_by_its_version(version: str, moodle: str, canvas: str, judge: Judge) -> None:
    """Moodle restores two versions, Canvas imports four."""
    outcomes = {verdict.lms: verdict.outcome for verdict in judge(bare(IMS, CARTRIDGE.format(version))).verdicts}
    assert (outcomes["moodle"], outcomes["canvas"]) == (moodle, canvas)


def test_the_package_of_a_well_known_packager_is_good(tmp_path: Path) -> None:
    """The npm packager's shape, less its meta-data, which its schema forbids where it puts them.

    Folders are members of their own, all files stand in one resource, schemas at the root.
    """
    files = by_hand("scorm12")
    pages = {path: data for path, data in files.items() if path.endswith((".html", ".js", ".css"))}
    listed = "".join(f'<file href="{path.replace(" ", "%20")}"/>' for path in pages)
    manifest = f"""<?xml version="1.0" encoding="utf-8" standalone="no" ?>
<manifest identifier="com.example.course" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd
  http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd
  http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="com.example.org"><organization identifier="com.example.org"><title>Course</title>
    <item identifier="item_course" identifierref="resource_course"><title>Course</title></item></organization>
  </organizations>
  <resources><resource identifier="resource_course" type="webcontent" adlcp:scormtype="sco" href="units/first.html">
    {listed}</resource></resources>
</manifest>""".encode()
    official = {path: data for path, data in files.items() if path.endswith((".xsd", ".dtd"))}
    folders = dict.fromkeys(["units/", "units/second/", "shared/"], b"")
    package = write(tmp_path / "p.zip", {**folders, **pages, **official, "imsmanifest.xml": manifest})
    inspection = inspect_file(package)
    assert inspection.findings == ()
    assert {verdict.outcome for verdict in inspection.verdicts} == {"accepted"}


def test_a_course_of_three_tables_is_told(judge: Judge) -> None:
    """AICC wants four files of one course."""
    files = {path: data for path, data in by_hand("aicc").items() if not path.endswith(".cst")}
    assert ".cst" in only(judge(files), "aicc-file").message


def test_a_second_tincan_is_told(judge: Judge) -> None:
    """Wherever it lies: importers take the wrong one."""
    files = {**by_hand("tincan"), "old/tincan.xml": by_hand("tincan")["tincan.xml"]}
    assert only(judge(files), "tincan-second-manifest").file == "old/tincan.xml"
