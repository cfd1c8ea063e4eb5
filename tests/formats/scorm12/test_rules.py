"""Manifests that must be refused: each row spoils a good one in one way."""

from __future__ import annotations

import re

import pytest

from scormpack.formats.ims.binding import MANIFEST
from scormpack.formats.scorm12 import find_package_faults, package_scorm12
from scormpack.formats.scorm12.names import ADL
from scormpack.model import Course, Unit
from scormpack.render.site import Site

ITEM = 'identifierref="resource-lesson-prompt-or-fine-tune"'
TITLE = "<title>Prompt, retrieve or fine-tune?</title>"
TYPE = 'adlcp:scormtype="sco"'
SECOND = '<organization identifier="o2"><title>T</title></organization>'
NESTED = '<manifest identifier="m2"><organizations/><resources/></manifest>'
FILE = '<file href="assets/fork-1.svg"/>'
FILES = f'{FILE}\n      <file href="assets/runtime-0.js"/>\n      <file href="index.html"/>'
MASTERY = "<adlcp:masteryscore>70</adlcp:masteryscore>"

# name: (what stands there, what stands there instead, code, part of the sentence)
MUTATIONS = {
    "not well-formed": ("</manifest>", "", "schema", "not well-formed"),
    "unknown element": ("<resources>", "<resourses/><resources>", "schema", "resourses"),
    "no identifier": (' identifier="manifest-', ' name="', "schema", "no `identifier`"),
    "identifier twice": ('identifier="item-', 'identifier="resource-', "schema", "resource-lesson"),
    "identifier no name": ('identifier="item-', 'identifier="1-', "schema", "1-lesson"),
    "identifier not ASCII": ('identifier="item-', 'identifier="ä-', "identifier", "no plain name"),
    "identifier too long": ('identifier="item-', f'identifier="{"i" * 250}-', "identifier-length", "Moodle's import"),
    "masteryscore before title": (f"{TITLE}\n        {MASTERY}", f"{MASTERY}{TITLE}", "schema", "title"),
    "unknown scormtype": (TYPE, 'adlcp:scormtype="quiz"', "schema", "quiz"),
    "scormtype of 2004": (TYPE, 'adlcp:scormType="sco"', "schema", "scormType"),
    "unknown ADL element": (MASTERY, "<adlcp:passingscore>70</adlcp:passingscore>", "schema", "passingscore"),
    "schemaversion 2.0": (">1.2<", ">2.0<", "version", "write exactly `1.2`"),
    "schema IMS Content": (">ADL SCORM<", ">IMS Content<", "version", "write exactly `ADL SCORM`"),
    "no schemaversion": ("<schemaversion>1.2</schemaversion>", "", "version", "says nothing"),
    "dangling identifierref": (ITEM, 'identifierref="nowhere"', "item", "no resource here"),
    "no identifierref": (ITEM, "", "item", "opens nothing"),
    "isvisible 1": (ITEM, f'{ITEM} isvisible="1"', "item", "write `true` or `false`"),
    "dangling dependency": (FILE, f'{FILE}<dependency identifierref="gone"/>', "item", "a dependency points"),
    "dangling default": ('default="organization-', 'default="organisation-', "organization", "no organization here"),
    "no default": (' default="organization-lesson-prompt-or-fine-tune"', "", "default", "no `default`"),
    "two organizations": ("</organizations>", f"{SECOND}</organizations>", "one-organization", "2 organizations"),
    "second item": ("</item>", f'</item><item identifier="i2" {ITEM}>{TITLE}</item>', "one-sco", "1 SCOs and 2 items"),
    "an asset": (TYPE, 'adlcp:scormtype="asset"', "one-sco", "0 SCOs"),
    "no scormtype": (TYPE, "", "resource", "no adlcp:scormtype"),
    "resource type": ('type="webcontent"', 'type="text/html"', "resource", "write `webcontent`"),
    "masteryscore 120": (">70<", ">120<", "mastery-score", "from 1 to 100"),
    "masteryscore abc": (">70<", ">abc<", "mastery-score", "from 1 to 100"),
    "masteryscore 70%": (">70<", ">70%<", "mastery-score", "from 1 to 100"),
    "masteryscore -1": (">70<", ">-1<", "mastery-score", "from 1 to 100"),
    "masteryscore 0": (">70<", ">0<", "mastery-zero", "reads as none"),
    "nested manifest": ("</resources>", f"</resources>{NESTED}", "nested-manifest", "other manifests"),
    "no item title": (f"{TITLE}\n        <adlcp", "<adlcp", "title", "0 titles"),
    "two titles": (TITLE, TITLE * 2, "title", "2 titles"),
    "empty title": (TITLE, "<title/>", "title", "empty"),
    "title 0": (TITLE, "<title>0</title>", "title-zero", "`0`"),
    "title of 256": (TITLE, f"<title>{'x' * 256}</title>", "title-length", "256 characters"),
    "spaces around title": (TITLE, "<title> Prompt </title>", "encoding", "spaces around"),
    "character reference": ("Prompt, retrieve", "Pr&#246;mpt, retrieve", "reference", "numeric character reference"),
    "no declaration": ('<?xml version="1.0" encoding="UTF-8"?>', "", "encoding", "does not begin"),
    "DOCTYPE": ("<manifest ", '<!DOCTYPE manifest SYSTEM "x.dtd"><manifest ', "doctype", "DOCTYPE"),
    "empty description": (">The answers are", "/><imsmd:langstring>The answers are", "text-length", "is empty"),
    "learning time 7 min": (">PT7M<", ">7 min<", "duration", "ISO 8601"),
    "no href": (' href="index.html">', ">", "launch", "has no href"),
    "href with a space": ('sco" href="index.html"', 'sco" href="my index.html"', "launch", "has a space"),
    "href with a query": ('sco" href="index.html"', 'sco" href="index.html?mode=lms"', "launch-query", "a query"),
    "href elsewhere": ('sco" href="index.html"', 'sco" href="https://example.org/"', "launch-outside", "leads out"),
    "href www": ('sco" href="index.html"', 'sco" href="www.x/index.html"', "launch-outside", "leads out"),
    "href not listed": ('<file href="index.html"/>', "", "launch-unlisted", "none of the resource's files"),
    "no file": (f'<file href="NOTICE.txt"/>\n      {FILES}', "", "launch-unlisted", "lists no <file>"),
    "xml:base": ("<resources>", '<resources xml:base="content/">', "own-launch", "xml:base moves"),
    "file not there": (FILE, f'{FILE}<file href="assets/gone.svg"/>', "file-missing", "lists `assets/gone.svg`"),
    "file in capitals": (FILE, '<file href="Assets/fork-1.svg"/>', "file-missing", "lists `Assets/fork-1.svg`"),
    "file not named": (FILE, "", "file-unlisted", "which no <file> names"),
    "file twice": (FILE, FILE * 2, "file", "2 times"),
    "no schemaLocation": ("xsi:schemaLocation", "xsi:noNamespaceSchemaLocation", "schema-file", "no xsi:schema"),
    "schema not carried": (" adlcp_rootv1p2.xsd", " adlcp_v1p3.xsd", "schema-file", "`adlcp_v1p3.xsd` is not at"),
}  # fmt: skip


@pytest.fixture(scope="module")
def good(course: Course, lesson_unit: Unit, site: Site) -> dict[str, bytes]:
    """A package without a fault."""
    return dict(package_scorm12(course, lesson_unit, site))


def without_manifest(package: dict[str, bytes]) -> dict[str, bytes]:
    """All files but the manifest."""
    return {path: data for path, data in package.items() if path != MANIFEST}


def test_the_good_manifest_has_no_fault(good: dict[str, bytes]) -> None:
    """What the mutations below spoil is right to begin with."""
    assert find_package_faults(good[MANIFEST], without_manifest(good)) == []


@pytest.mark.parametrize(("old", "new", "code", "part"), MUTATIONS.values(), ids=MUTATIONS)
def test_a_spoilt_manifest_is_refused(good: dict[str, bytes], old: str, new: str, code: str, part: str) -> None:
    """The fault is found by the rule that knows it, in a sentence that names it."""
    text = good[MANIFEST].decode()
    assert old in text
    faults = find_package_faults(text.replace(old, new).encode(), without_manifest(good))
    assert any(part in fault and fault.endswith(f"[{code}]") for fault in faults), faults


@pytest.mark.parametrize(
    ("pattern", "new", "part"),
    [
        (r"\badlcp(?=[:=])", "adl", "write it with the prefix `adlcp:`"),
        (r"\badlcp(?=[:=])", "adl", "takes the SCO for an asset"),
        (r"xmlns(?==)|(?<=</)(?=[a-z]+>)|(?<=<)(?=[a-z]+[ />])", "ims:", "write it with no prefix"),
    ],
)
def test_other_prefixes_are_refused(good: dict[str, bytes], pattern: str, new: str, part: str) -> None:
    """The same XML to a schema, but lost on Moodle, which knows no namespaces."""
    spoilt = re.sub(pattern, new, good[MANIFEST].decode()).replace(" ims:=", " xmlns:ims=")
    faults = find_package_faults(spoilt.encode(), without_manifest(good))
    assert any(part in fault and fault.endswith("[prefix]") for fault in faults), faults
    assert not any(fault.endswith("[schema]") for fault in faults), faults


def test_a_prefix_that_is_declared_further_down_is_refused(good: dict[str, bytes]) -> None:
    """However many others are declared: also where the top has one less, so that there are as many as in ours."""
    text = good[MANIFEST].decode().replace(MASTERY, f'<x:masteryscore xmlns:x="{ADL}">70</x:masteryscore>')
    for spoilt in (text, re.sub(r' xmlns:xsi="[^"]*"| xsi:schemaLocation="[^"]*"', "", text)):
        faults = find_package_faults(spoilt.encode(), without_manifest(good))
        assert any("`x:masteryscore` is lost" in fault for fault in faults), faults


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_base_moves_paths_in_any_encoding(good: dict[str, bytes], encoding: str) -> None:
    """What is not where the base says is missing, and the base itself is refused."""
    text = good[MANIFEST].decode().replace("<resources>", '<resources xml:base="content/">')
    spoilt = text.replace("UTF-8", encoding.upper(), 1).encode(encoding)
    faults = find_package_faults(spoilt, without_manifest(good))
    assert any("lists `index.html`, which is not among" in fault for fault in faults), faults
    assert any("xml:base moves" in fault for fault in faults), faults


@pytest.mark.parametrize(
    ("changes", "code", "part"),
    [
        ({"index.html": None}, "path", "no `index.html`"),
        ({"adlcp_rootv1p2.xsd": None}, "schema-file", "`adlcp_rootv1p2.xsd` is not at"),
        ({"ims_xml.xsd": b"<x/>"}, "official-schema", "not the official one"),
        ({"assets/extra.js": b"x"}, "file-unlisted", "holds `assets/extra.js`, which no <file> names"),
        ({"Assets/Extra.js": b"x"}, "path", "capitals"),
        ({"assets/fork-1.svg": None}, "file-missing", "lists `assets/fork-1.svg`"),
        ({"assets/runtime-0.js": None}, "runtime", "loads no script"),
    ],
)
def test_a_package_with_other_files_is_refused(
    good: dict[str, bytes], changes: dict[str, bytes | None], code: str, part: str
) -> None:
    """Files that go missing, come in, or change under the manifest are found."""  # complaint 25
    files = {path: data for path, data in {**without_manifest(good), **changes}.items() if data is not None}
    faults = find_package_faults(good[MANIFEST], files)
    assert any(part in fault and fault.endswith(f"[{code}]") for fault in faults), faults
