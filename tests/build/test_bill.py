"""Facts about bills of materials: what they list, and that nothing but the package decides their bytes."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from cyclonedx.model.bom import Bom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from scormpack import assets
from scormpack.build import BuildOptions, BuildReport, build_course
from scormpack.build.package_report import bill_path
from scormpack.cli import main
from scormpack.formats import FORMATS, inventory
from scormpack.formats import format as package_format

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "lessons"
ONE = "work-in-steps"
Bill = dict[str, Any]


def read(path: Path) -> Bill:
    """Return a bill, once it was found valid."""
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(path.read_text("utf-8"))
    assert fault is None, fault
    said: Bill = json.loads(path.read_bytes())
    return said


def all_components(bill: Bill) -> Iterator[Bill]:
    """Yield the components, and those within them."""
    for component in bill["components"]:
        yield component
        yield from component.get("components", [])


def named(bill: Bill, name: str) -> Bill:
    """Return the one component of that name."""
    (found,) = [component for component in all_components(bill) if component["name"] == name]
    return found


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """One lesson in every format, with its bills."""
    folder = tmp_path_factory.mktemp("bills")
    options = BuildOptions(formats=tuple(FORMATS), only=[ONE], output=folder, sbom=True)
    return build_course(LESSONS, options)


def test_each_package_has_a_valid_bill(report: BuildReport) -> None:
    """By CycloneDX's own strict schema; a reader of the format takes it; it names the zip and its hash."""
    assert [path.name for path in report.bills] == [f"{ONE}.{name}.cdx.json" for name in FORMATS]
    for package, path in zip(report.packages, report.bills, strict=True):
        bill = read(path)
        assert Bom.from_json(bill).validate()  # type: ignore[attr-defined]  # put there by its serialiser
        whole = bill["metadata"]["component"]
        assert (whole["name"], whole["hashes"][0]["content"]) == (package.file.name, package.sha256)


def test_every_file_is_listed_once(report: BuildReport) -> None:
    """With the hash of its bytes, and nothing is listed that the zip does not hold."""
    for package, path in zip(report.packages, report.bills, strict=True):
        files = [one for one in all_components(read(path)) if one["type"] == "file"]
        with zipfile.ZipFile(package.file) as held:
            wanted = {name: hashlib.sha256(held.read(name)).hexdigest() for name in held.namelist()}
        assert {one["name"]: one["hashes"][0]["content"] for one in files} == wanted
        assert len(files) == len(wanted)


def test_bill_and_notice_name_the_same(report: BuildReport) -> None:
    """The program with version and licence, the owners of the schemas with their files, the course's own files."""
    for package, path in zip(report.packages, report.bills, strict=True):
        bill = read(path)
        with zipfile.ZipFile(package.file) as held:
            notice = held.read("NOTICE.txt").decode()
            schemas = {name for name in held.namelist() if name.endswith((".xsd", ".dtd"))}
        itself = named(bill, "scormpack")
        assert f"scormpack {itself['version']}, {itself['licenses'][0]['license']['id']}" in notice
        owned = [one for one in bill["components"] if "supplier" in one]
        for one in owned:
            assert f"  {one['supplier']['name']}: {', '.join(file['name'] for file in one['components'])}" in notice
        assert {file["name"] for one in owned for file in one["components"]} == schemas
        media = [one["name"] for one in bill["components"] if one["type"] == "file" and "/icon-" not in one["name"]]
        assert media
        assert [line.strip() for line in notice.splitlines() if line.startswith("  assets/")] == media


def test_w3c_owns_what_it_wrote() -> None:
    """A schema file is told to be of whoever wrote it."""
    held = inventory.take_inventory(assets.schemas("scorm2004-4th"))
    owners = {path: owner for owner, paths in held.schemas for path in paths}
    assert owners["XMLSchema.dtd"] == owners["xml.xsd"] == "World Wide Web Consortium (W3C)"
    assert owners["imscp_v1p1.xsd"].startswith("IMS")
    assert owners["adlnav_v1p3.xsd"].startswith("Advanced")


def test_libraries_within_our_scripts_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with its licence, by SPDX, and as a part of scormpack; notice and bill have it from one place."""
    libraries = (
        inventory.Library("@scope/one", "1.2.3", "MIT"),
        inventory.Library("two", "4.5.6", "(MIT OR Apache-2.0)"),
    )
    for module in ("scormpack.build.bill", "scormpack.formats.notice"):
        monkeypatch.setattr(f"{module}.bundled_libraries", lambda: libraries)
    # The notice of other tests' packages is known already, and this one must not be.
    monkeypatch.setattr(package_format, "_notice_of", package_format._notice_of.__wrapped__)
    report = build_course(LESSONS, BuildOptions(formats=["xapi"], only=[ONE], output=tmp_path, sbom=True))
    bill = read(report.bills[0])
    assert named(bill, "@scope/one")["licenses"] == [{"license": {"id": "MIT"}}]
    assert named(bill, "two")["licenses"] == [{"expression": "(MIT OR Apache-2.0)"}]
    depends = {one["ref"]: one.get("dependsOn") for one in bill["dependencies"]}
    assert depends[named(bill, "scormpack")["bom-ref"]] == ["pkg:npm/%40scope/one@1.2.3", "pkg:npm/two@4.5.6"]
    with zipfile.ZipFile(report.packages[0].file) as held:
        assert b"  with @scope/one 1.2.3, MIT\n  with two 4.5.6, (MIT OR Apache-2.0)\n" in held.read("NOTICE.txt")


def test_hosts_that_pages_ask_are_services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a learner's browser asks beyond the package is beyond its trust boundary."""
    monkeypatch.setattr("scormpack.build.package_report.outside_hosts", lambda _course, _unit: ("films.example.org",))
    report = build_course(LESSONS, BuildOptions(formats=["xapi"], only=[ONE], output=tmp_path, sbom=True))
    (service,) = read(report.bills[0])["services"]
    assert (service["name"], service["x-trust-boundary"]) == ("films.example.org", True)


def test_a_typeface_of_the_course_is_a_component_of_its_own() -> None:
    """It may be somebody else's: a reviewer finds it by its name."""
    held = inventory.take_inventory(["index.html", "assets/vollkorn-0123456789.woff2", "assets/style-0123456789.css"])
    assert held.media == ("assets/vollkorn-0123456789.woff2",)
    assert held.ours == ("assets/style-0123456789.css",)


def test_a_bill_is_the_same_bytes_elsewhere(report: BuildReport, tmp_path: Path) -> None:
    """Another folder, another number of processes: no date, no place, no chance."""
    options = BuildOptions(formats=tuple(FORMATS), only=[ONE], output=tmp_path, sbom=True, jobs=2)
    again = build_course(LESSONS, options)
    for one, other in zip(report.bills, again.bills, strict=True):
        assert one.read_bytes() == other.read_bytes()
        assert "timestamp" not in read(one)["metadata"]
    numbers = {read(path)["serialNumber"] for path in report.bills}
    assert len(numbers) == len(report.bills)


def test_a_bill_is_dated_where_the_environment_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By SOURCE_DATE_EPOCH, as the zip is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    report = build_course(LESSONS, BuildOptions(formats=["xapi"], only=[ONE], output=tmp_path, sbom=True))
    assert read(report.bills[0])["metadata"]["timestamp"] == "2026-01-01T00:00:00Z"


def test_a_bill_of_another_zip_does_not_stay(tmp_path: Path) -> None:
    """A build without --sbom leaves a bill that is still right, and deletes one that is not any more."""
    options = BuildOptions(formats=["xapi"], only=[ONE], output=tmp_path, sbom=True)
    (package,) = build_course(LESSONS, options).packages
    build_course(LESSONS, replace(options, sbom=False))
    assert bill_path(package.file).is_file()
    bill_path(package.file).write_text(bill_path(package.file).read_text().replace(package.sha256, "0" * 64))
    build_course(LESSONS, replace(options, sbom=False))
    assert not bill_path(package.file).exists()


def test_the_command_says_where_they_are(tmp_path: Path) -> None:
    """In words and in JSON; without --sbom there is none."""
    arguments = ["build", str(LESSONS), "--only", ONE, "--format", "xapi", "--output", str(tmp_path)]
    bill = tmp_path / f"{ONE}.xapi.cdx.json"
    assert json.loads(CliRunner().invoke(main, [*arguments, "--json"]).output)["bills"] == []
    assert not bill.exists()
    assert f"Bills of materials: {bill}" in CliRunner().invoke(main, [*arguments, "--sbom"]).output
    assert json.loads(CliRunner().invoke(main, [*arguments, "--sbom", "--json"]).output)["bills"] == [bill.as_posix()]


def test_what_is_named_as_a_tool_is_installed() -> None:
    """Each has a version, and pyproject.toml pins it."""
    pinned = (ROOT / "pyproject.toml").read_text("utf-8")
    for tool in inventory.tools():
        assert f'"{tool.name}=={tool.version}"' in pinned


def test_a_bill_goes_with_the_package_that_it_is_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build without bills leaves that of the same zip, and takes away that of another."""
    options = BuildOptions(formats=["xapi"], only=[ONE], output=tmp_path)
    (bill,) = build_course(LESSONS, replace(options, sbom=True)).bills
    build_course(LESSONS, options)
    assert bill.is_file()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    (package,) = build_course(LESSONS, options).packages
    assert not bill.exists()
    assert package.file.is_file()
