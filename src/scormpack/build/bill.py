"""A bill of materials beside a package: what the zip holds, whose it is, what made it (CycloneDX 1.6, ECMA-424).

Written in a few lines of our own: the library for it would add six packages to every installation, two of them deciding
about the bytes without being pinned, and dates each document with the moment. Its validator judges these in the tests.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from scormpack.archive import replace_file
from scormpack.build.package_report import bill_path
from scormpack.build.report import BuiltPackage
from scormpack.formats.inventory import (
    Inventory,
    Library,
    bundled_libraries,
    scormpack_itself,
    take_inventory,
    tools,
)
from scormpack.model import Course, Unit

_WHOLE = "package"


def write_bill(course: Course, unit: Unit, built: BuiltPackage, files: Mapping[str, bytes], build: str) -> None:
    """Write the bill of a package beside it.

    Args:
        course: that it is of.
        unit: that it holds.
        built: the zip.
        files: all that is in it, path to bytes.
        build: its build id.
    """
    replace_file(bill_path(built.file), _as_json(_make_bill(course, unit, built, files, build)))


def drop_stale_bill(built: BuiltPackage) -> None:
    """Delete the bill of an earlier build that is of another zip than the one that now lies there."""
    path = bill_path(built.file)
    if path.is_file() and built.sha256.encode() not in path.read_bytes():
        path.unlink()


def _as_json(bill: Mapping[str, Any]) -> bytes:
    return (json.dumps(bill, indent=1, ensure_ascii=False) + "\n").encode()


def _make_bill(
    course: Course, unit: Unit, built: BuiltPackage, files: Mapping[str, bytes], build: str
) -> dict[str, Any]:
    held = take_inventory(files)
    components = list(_components(course, held, files))
    services = [_service(host) for host in built.hosts]
    inside = [one["bom-ref"] for one in (*components, *services)]
    within = {_itself()["bom-ref"]: [_npm(library) for library in bundled_libraries()]}
    bill = {
        "metadata": {
            **_timestamp(os.environ.get("SOURCE_DATE_EPOCH")),
            "lifecycles": [{"phase": "build"}],
            "tools": {"components": [{"type": "application", **tool} for tool in _tools()]},
            "component": _package(course, unit, built, build),
        },
        "components": components,
        "services": services,
        "dependencies": [
            {"ref": _WHOLE, "dependsOn": inside},
            *({"ref": reference, "dependsOn": within.get(reference, [])} for reference in inside),
        ],
        "compositions": [{"aggregate": "complete", "dependencies": [_WHOLE, _itself()["bom-ref"]]}],
    }
    # The same package has the same number, whoever builds it and whenever.
    number = uuid5(NAMESPACE_URL, sha256(_as_json(bill)).hexdigest())
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{number}", "version": 1}
    return {"$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", **head, **bill}


def _timestamp(epoch: str | None) -> dict[str, str]:
    """Only where the environment has one, as for the zip: a clock would make each build another document."""
    if not epoch or not epoch.isdecimal() or len(epoch) > 11:
        return {}
    return {"timestamp": datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}


def _package(course: Course, unit: Unit, built: BuiltPackage, build: str) -> dict[str, Any]:
    said = {"format": built.format, "build": build, "id": unit.iri}
    return {
        "type": "application",
        "bom-ref": _WHOLE,
        "name": built.file.name,
        "version": course.file.version,
        "description": built.title,
        "hashes": _hashes(built.sha256),
        "properties": [{"name": f"scormpack:{name}", "value": value} for name, value in said.items()],
    }


def _components(course: Course, held: Inventory, files: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    about = "Scripts, style sheets and the pages' own words"
    yield {"type": "library", **_itself(), "description": about, **_files(held.ours, files)}
    for library in bundled_libraries():
        yield {"type": "library", **_known(library, _npm(library)), "description": "Within scormpack's scripts"}
    for owner, paths in held.schemas:
        yield {
            "type": "data",
            "bom-ref": f"schemas of {owner}",
            "supplier": {"name": owner},
            "name": "Schema files of the standard",
            "description": "Unaltered; a package of this standard has to carry them",
            "licenses": [{"license": {"name": "Their owner's terms"}}],
            **_files(paths, files),
        }
    yield {
        "type": "data",
        "bom-ref": "course",
        "name": course.file.title,
        "version": course.file.version,
        "description": "Texts and questions of the course, as scormpack made pages and manifests of them",
        "licenses": [{"license": {"name": "Its authors' terms"}}],
        **_files(held.made, files),
    }
    yield from (_file(path, files[path]) for path in held.media)


def _tools() -> Iterator[dict[str, Any]]:
    """Yield what made the package; a reference stands for one thing only, so these have none."""
    known = [_itself(), *(_known(tool, f"pkg:pypi/{tool.name}@{tool.version}") for tool in tools())]
    yield from ({name: value for name, value in tool.items() if name != "bom-ref"} for tool in known)


def _itself() -> dict[str, Any]:
    """Generic: an index of packages may have another program of this name."""
    itself = scormpack_itself()
    return _known(itself, f"pkg:generic/{itself.name}@{itself.version}")


def _npm(library: Library) -> str:
    return f"pkg:npm/{quote(library.name, safe='/')}@{library.version}"


def _known(library: Library, purl: str) -> dict[str, Any]:
    licenses = {"licenses": [_license(library.license)]} if library.license else {}
    return {"bom-ref": purl, "name": library.name, "version": library.version, **licenses, "purl": purl}


def _license(spdx: str) -> dict[str, Any]:
    return {"expression": spdx} if " " in spdx else {"license": {"id": spdx}}


def _files(paths: Collection[str], files: Mapping[str, bytes]) -> dict[str, Any]:
    return {"components": [_file(path, files[path]) for path in paths]}


def _file(path: str, data: bytes) -> dict[str, Any]:
    return {"type": "file", "bom-ref": path, "name": path, "hashes": _hashes(sha256(data).hexdigest())}


def _hashes(digest: str) -> list[dict[str, str]]:
    return [{"alg": "SHA-256", "content": digest}]


def _service(host: str) -> dict[str, Any]:
    about = "Pages ask this host for what the course declares: frames, pictures, sound, films, or a tutor's answers"
    return {
        "bom-ref": f"host {host}",
        "name": host,
        "description": about,
        "endpoints": [f"https://{host}/"],
        "x-trust-boundary": True,
    }
