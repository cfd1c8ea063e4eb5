"""Manifests of SCORM 2004 that must be refused: each row spoils a good one in one way.

The rules that SCORM 1.2 has too are tried in ``tests/formats/scorm12/test_rules.py``.
"""

from __future__ import annotations

import re

import pytest

from scormpack.formats.ims.binding import MANIFEST
from scormpack.formats.scorm2004 import find_package_faults
from scormpack.formats.scorm2004.names import FOURTH, METADATA, THIRD, Edition

TYPE = 'adlcp:scormType="sco"'
MEASURE = "<imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure>"
DELIVERY = '<imsss:deliveryControls tracked="true" completionSetByContent="true" objectiveSetByContent="true"/>'
CONTROL = '<imsss:controlMode choice="true" flow="true"/>'
HIDDEN = "<adlnav:hideLMSUI>previous</adlnav:hideLMSUI>"
REMOTE = b"""<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema">
<s:import schemaLocation = 'http://www.w3.org/2001/xml.xsd'/></s:schema>"""
LOCATION = "<adlcp:location>metadata.xml</adlcp:location>"

# name: (what stands there, what stands there instead, code, part of the sentence)
MUTATIONS = {
    "schemaversion of 1.2": (r">2004 \d.. Edition<", ">1.2<", "version", "write exactly `2004"),
    "schemaversion CAM 1.3": (r">2004 \d.. Edition<", ">CAM 1.3<", "version", "write exactly `2004"),
    "scormtype of 1.2": (TYPE, 'adlcp:scormtype="sco"', "resource", "no adlcp:scormType"),
    "unknown scormType": (TYPE, 'adlcp:scormType="quiz"', "schema", "quiz"),
    "an asset": (TYPE, 'adlcp:scormType="asset"', "one-sco", "0 SCOs"),
    "no default": (r' default="organization-[a-z-]+"', "", "default", "no `default`"),
    "dangling default": ('default="organization-', 'default="organisation-', "organization", "no organization here"),
    "dangling identifierref": (r'identifierref="[a-z-]+"', 'identifierref="nowhere"', "item", "no resource here"),
    "href not listed": ('<file href="index.html"/>', "", "launch-unlisted", "none of the resource's files"),
    "file not there": ('<file href="index', '<file href="gone.svg"/><file href="index', "file-missing", "`gone.svg`"),
    "schema not carried": (" imsss_v1p0.xsd", " imsss_v2p0.xsd", "schema-file", "`imsss_v2p0.xsd` is not at"),
    "sequencing unknown to its schema": (DELIVERY, "<imsss:masteryScore/>", "schema", "masteryScore"),
    "measure over 1": (MEASURE, MEASURE.replace("0.7", "70"), "schema", "70"),
    "measure of 0": (MEASURE, MEASURE.replace("0.7", "0.0"), "mastery", "above 0"),
    "measure below 0": (MEASURE, MEASURE.replace("0.7", "-0.5"), "mastery", "above 0"),
    "no measure": (MEASURE, "", "mastery", "only a full score passes"),
    "measure for nothing": (' satisfiedByMeasure="true"', "", "mastery", "counts for nothing"),
    "neither choice nor flow": (CONTROL, '<imsss:controlMode choice="false"/>', "control", "both choice and flow"),
    "dangling sequencing": ("<imsss:sequencing>", '<imsss:sequencing IDRef="x">', "control", "no sequencing here"),
    "untracked": ('tracked="true"', 'tracked="false"', "tracking", "no result is kept"),
    "completed by closing": (' completionSetByContent="true"', "", "delivery", "calls it completed for being closed"),
    "passed by closing": (' objectiveSetByContent="true"', "", "delivery", "calls it passed for being closed"),
    "no delivery controls": (DELIVERY, "", "delivery", "calls it passed for being closed"),
    "exit hidden": (HIDDEN, HIDDEN.replace("previous", "exit"), "navigation", "hides `exit`"),
    "exit of all hidden": (HIDDEN, HIDDEN.replace("previous", "exitAll"), "navigation", "hides `exitAll`"),
    "suspension hidden": (HIDDEN, HIDDEN.replace("previous", "suspendAll"), "navigation", "hides `suspendAll`"),
    "no meta-data": (LOCATION, LOCATION.replace("metadata", "lom"), "metadata", "names `lom.xml`"),
}  # fmt: skip

# What the wildcards of the 4th edition let pass, and those of the 3rd do not.
LAX = {
    "scormtype is misspelt": (TYPE, 'adlcp:scormtype="sco"', "name", "write `adlcp:scormType`"),
    "masteryscore of 1.2": ("<imsss:sequencing>", "<adlcp:masteryscore>70</adlcp:masteryscore><imsss:sequencing>",
        "name", "`adlcp:masteryscore` is no word"),
    "threshold of the 3rd": (r"(<adlcp:completionThreshold [^>]*)/>", r"\1>0.8</adlcp:completionThreshold>",
        "threshold", "write it as minProgressMeasure"),
}  # fmt: skip


def without_manifest(package: dict[str, bytes]) -> dict[str, bytes]:
    """All files but the manifest."""
    return {path: data for path, data in package.items() if path != MANIFEST}


def spoilt(package: dict[str, bytes], old: str, new: str) -> bytes:
    """The manifest, changed."""
    text, times = re.subn(old, new, package[MANIFEST].decode())
    assert times, old
    return text.encode()


def test_the_good_manifest_has_no_fault(edition: Edition, good: dict[str, bytes]) -> None:
    """What the mutations below spoil is right to begin with."""
    assert find_package_faults(edition, good[MANIFEST], without_manifest(good)) == []


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=MUTATIONS)
def test_a_spoilt_manifest_is_refused(
    edition: Edition, good: dict[str, bytes], mutation: tuple[str, str, str, str]
) -> None:
    """The fault is found by the rule that knows it, in a sentence that names it."""
    old, new, code, part = mutation
    faults = find_package_faults(edition, spoilt(good, old, new), without_manifest(good))
    assert any(part in fault and fault.endswith(f"[{code}]") for fault in faults), faults


@pytest.mark.parametrize("mutation", LAX.values(), ids=LAX)
def test_words_that_the_4th_edition_lets_pass_are_refused(
    edition: Edition, good: dict[str, bytes], mutation: tuple[str, str, str, str]
) -> None:
    """Its wildcards are lax: our rules find there what the 3rd edition's schema finds by itself."""
    old, new, code, part = mutation
    if edition is THIRD:
        old = old.replace(" [^>]*)/>", ")>1.0").replace("</adlcp", "")
        new = new.replace(">0.8<", ' minProgressMeasure="0.8">0.8<')
    faults = find_package_faults(edition, spoilt(good, old, new), without_manifest(good))
    by_rule = any(part in fault and fault.endswith(f"[{code}]") for fault in faults)
    by_schema = any(fault.endswith("[schema]") for fault in faults)
    assert (by_rule and not by_schema) if edition is FOURTH else by_schema, faults


@pytest.mark.parametrize("prefix", ["adlcp", "imsss", "adlnav"])
def test_other_prefixes_are_refused(edition: Edition, good: dict[str, bytes], prefix: str) -> None:
    """The same XML to a schema, but lost on Moodle, which knows no namespaces."""
    faults = find_package_faults(edition, spoilt(good, rf"\b{prefix}(?=[:=])", "x"), without_manifest(good))
    assert any(f"write it with the prefix `{prefix}:`" in fault for fault in faults), faults
    assert not any(fault.endswith("[schema]") for fault in faults), faults


@pytest.mark.parametrize(
    ("changes", "code", "part"),
    [
        ({"imsss_v1p0.xsd": None}, "schema-file", "`imsss_v1p0.xsd` is not at"),
        ({"XMLSchema.dtd": None}, "official-schema", "`XMLSchema.dtd` is not at"),
        (
            {"imscp_v1p1.xsd": REMOTE},
            "schema-file",
            "fetches `http://www.w3.org/2001/xml.xsd` from the network",
        ),
        ({METADATA: None}, "metadata", "names `metadata.xml`"),
        ({METADATA: b"<lom"}, "metadata", "not well-formed"),
        ({METADATA: b"<lom/>"}, "metadata", "no learning object meta-data"),
        ({"assets/extra.js": b"x"}, "file-unlisted", "holds `assets/extra.js`, which no <file> names"),
    ],
)
def test_a_package_with_other_files_is_refused(
    edition: Edition, good: dict[str, bytes], changes: dict[str, bytes | None], code: str, part: str
) -> None:
    """Files that go missing, come in, or change under the manifest are found."""  # complaint 25
    files = {path: data for path, data in {**without_manifest(good), **changes}.items() if data is not None}
    faults = find_package_faults(edition, good[MANIFEST], files)
    assert any(part in fault and fault.endswith(f"[{code}]") for fault in faults), faults


class Counted(dict[str, bytes]):
    """Files that count how often each is read."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(files)
        self.reads: list[str] = []

    def __getitem__(self, path: str) -> bytes:
        self.reads.append(path)
        return super().__getitem__(path)


def test_a_file_of_meta_data_is_read_once(edition: Edition, good: dict[str, bytes]) -> None:
    """However many elements name it, its faults are told once: a manifest of a thousand names costs one reading."""
    files = Counted({**without_manifest(good), METADATA: b"<lom/>"})
    manifest = good[MANIFEST].replace(LOCATION.encode(), LOCATION.encode() * 1000)
    faults = find_package_faults(edition, manifest, files)
    assert len([fault for fault in faults if "no learning object meta-data" in fault]) == 1
    assert files.reads.count(METADATA) < 10
