"""The identifiers that an LMS keeps results under, as each standard's manifest has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from scormpack.formats.web.names import MANIFEST, OURS
from scormpack.formats.xapi.names import OURS as OUR_WORDS
from scormpack.formats.xml_file import read_xml


@dataclass(frozen=True, slots=True)
class Tracks:
    """What a manifest says of results.

    Attributes:
        format: ``scorm12``, ``scorm2004``, ``scorm2004-3rd``, ``xapi``, ``cmi5``, ``web``; "" where there is none.
        names: the identifiers, in order.
        title: of the whole.
        build: our build id; "" where the manifest has none.
    """

    format: str = ""
    names: tuple[str, ...] = ()
    title: str = ""
    build: str = ""


def read_tracks(files: Mapping[str, bytes]) -> Tracks:
    """Return what the package's manifest says; nothing where it has none that can be read."""
    for name, read in (("imsmanifest.xml", _read_ims), ("tincan.xml", _read_tincan), ("cmi5.xml", _read_cmi5)):
        if name in files:
            try:
                return read(read_xml(files[name]))
            except etree.XMLSyntaxError:
                return Tracks()
    return _read_site(files)


def _read_site(files: Mapping[str, bytes]) -> Tracks:
    """Our own web site: this browser keeps results under the unit's IRI (``runtime/lms/local.ts``)."""
    try:
        said = json.loads(files[MANIFEST])
        ours = said[OURS]
        return Tracks("web", (str(ours["unit"]),), str(said["name"]), str(ours["build"]))
    except (LookupError, ValueError, TypeError):
        return Tracks()


def _read_ims(root: etree._Element) -> Tracks:
    """A SCO's results hang on its item (Moodle), whatever its resource is called."""
    version = _text(root, "metadata", "schemaversion")
    edition = (
        "scorm2004-3rd" if "3rd" in version else "scorm2004" if "2004" in version or "1.3" in version else "scorm12"
    )
    items = [item.get("identifier", "") for item in _every(root, "item") if item.get("identifierref")]
    return Tracks(edition, tuple(items), _text(root, "organization", "title"), root.get("version", ""))


def _read_tincan(root: etree._Element) -> Tracks:
    launched = [one for one in _every(root, "activity") if one.find("{*}launch") is not None]
    title = "" if not launched else (launched[0].findtext("{*}name") or "")
    build = root.findtext(f".//{{*}}extension[@key='{OUR_WORDS}:build']") or ""
    return Tracks("xapi", tuple(one.get("id", "") for one in launched), title, build)


def _read_cmi5(root: etree._Element) -> Tracks:
    title = next((one.text or "" for one in root.iterfind("{*}course/{*}title/{*}langstring")), "")
    build = root.get(f"{{{OUR_WORDS}}}build", "")
    return Tracks("cmi5", tuple(one.get("id", "") for one in _every(root, "au")), title.strip(), build)


def _every(root: etree._Element, name: str) -> list[etree._Element]:
    found: Any = root.iter(f"{{*}}{name}")
    return list(found)


def _text(root: etree._Element, parent: str, name: str) -> str:
    for element in _every(root, parent):
        text = element.findtext(f"{{*}}{name}")
        if text:
            return text.strip()
    return ""
