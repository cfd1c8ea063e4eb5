"""Which standards a package follows, told by the files at its root and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from scormpack.formats.cmi5.names import MANIFEST as CMI5_XML
from scormpack.formats.cmi5.names import NAMESPACE as CMI5_NAMESPACE
from scormpack.formats.fault import Fault, in_file
from scormpack.formats.ims.binding import MANIFEST as IMS_MANIFEST
from scormpack.formats.rules import Package
from scormpack.formats.scorm12 import names as scorm12
from scormpack.formats.scorm2004 import names as scorm2004
from scormpack.formats.xapi.names import MANIFEST as TINCAN_XML
from scormpack.formats.xml_file import read_xml
from scormpack.formats.xml_syntax import explain_syntax
from scormpack.inspect.inspection import Kind, KindName
from scormpack.inspect.outlines.aicc import find_aicc_files
from scormpack.late_regex import compile_late

MANIFESTS = (IMS_MANIFEST, TINCAN_XML, CMI5_XML)
_CARTRIDGE = compile_late(r"IMS (?:Thin )?Common Cartridge", re.IGNORECASE)
_EDITIONS: dict[str, tuple[KindName, str]] = {
    "1.3": ("scorm2004-2nd", "SCORM 2004 2nd Edition"),
    "CAM 1.3": ("scorm2004-2nd", "SCORM 2004 2nd Edition"),
    "2004 3rd Edition": ("scorm2004-3rd", "SCORM 2004 3rd Edition"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the manifests tell.

    Attributes:
        packages: each kind with its manifest, parsed, beside the package's files.
        faults: manifests that cannot be read.
        unread: these, by name.
    """

    packages: tuple[tuple[Kind, Package], ...] = ()
    faults: tuple[Fault, ...] = ()
    unread: Mapping[str, bytes] = field(default_factory=dict)


def tell_kinds(files: Mapping[str, bytes]) -> Told:
    """Return the kinds of the manifests at the root, in the order in which an LMS looks for them."""
    packages: list[tuple[Kind, Package]] = []
    faults: list[Fault] = []
    for name in MANIFESTS:
        if name not in files:
            continue
        others = _Without(files, name)
        try:
            package = Package(name, files[name], read_xml(files[name]), others)
        except etree.XMLSyntaxError as error:
            faults.append(malformed(name, error))
            continue
        kind = kind_of(package)
        if kind is None:
            sentence = f"{name} begins with <{etree.QName(package.root).localname}>: no LMS knows what that is"
            faults.append(in_file(name, sentence, package.root.sourceline or 1, code="manifest-malformed"))  # type: ignore[truthy-bool,arg-type,unreachable]
        else:
            packages.append((kind, package))
    if not packages and not faults and (found := find_aicc_files(files)):
        kind = Kind("aicc", "AICC", found[".crs"])
        packages.append((kind, Package(found[".crs"], b"", etree.Element("aicc"), files)))
    return Told(tuple(packages), tuple(faults), {fault.path: files[fault.path] for fault in faults})


def malformed(name: str, error: etree.XMLSyntaxError) -> Fault:
    """Return the fault of a manifest that is not well-formed."""
    line, column = error.position
    sentence = f"{name} is not well-formed XML: {explain_syntax(error)}"
    return in_file(name, sentence, line, code="manifest-malformed", column=column)


def kind_of(package: Package) -> Kind | None:
    """Return the kind that a manifest's root tells; None where it is none that we know."""
    root = etree.QName(package.root)
    if root.localname == "courseStructure" and (root.namespace == CMI5_NAMESPACE or package.name == CMI5_XML):
        return Kind("cmi5", "cmi5", package.name)
    if root.localname == "tincan":
        return Kind("xapi", "xAPI (tincan.xml)", package.name)
    if root.localname != "manifest":
        return None
    return _ims_kind(package)


def _ims_kind(package: Package) -> Kind:
    """The namespaces tell, and where these do not, the version: as LMSs do it."""
    schema, version = (_said(package.root, name) for name in ("schema", "schemaversion"))
    spaces = {space for element in package.root.iter(etree.Element) for space in element.nsmap.values()}
    types = {element.get("type", "") for element in package.root.iterfind(".//{*}resources/{*}resource")}
    if _CARTRIDGE.fullmatch(schema):
        return Kind("cartridge", f"Common Cartridge {version}".strip(), package.name, version)
    if scorm2004.ADL in spaces or (scorm2004.CP in spaces and (schema == "ADL SCORM" or version in _EDITIONS)):
        name, title = _EDITIONS.get(version, ("scorm2004", "SCORM 2004 4th Edition"))
        return Kind(name, title, package.name, version)
    if {scorm12.ADL, scorm12.CP} & spaces and not any(kind.startswith("imsqti") for kind in types):
        return Kind("scorm12", "SCORM 1.2", package.name, version)
    if any(kind.startswith("imsqti") for kind in types):
        return Kind("qti", "QTI", package.name, version)
    if schema == "ADL SCORM" or version == "1.2":
        return Kind("scorm12", "SCORM 1.2", package.name, version)
    return Kind("content-package", "IMS Content Packaging, without SCORM", package.name, version)


def _said(root: etree._Element, name: str) -> str:
    element = root.find(f"{{*}}metadata/{{*}}{name}")
    return "" if element is None else (element.text or "").strip()


class _Without(Mapping[str, bytes]):
    """The package's files less its manifest."""

    def __init__(self, files: Mapping[str, bytes], name: str) -> None:
        self._files = files
        self._name = name

    def __getitem__(self, path: str) -> bytes:
        if path == self._name:
            raise KeyError(path)
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return (path for path in self._files if path != self._name)

    def __len__(self) -> int:
        return len(self._files) - 1

    def __contains__(self, path: object) -> bool:
        return path != self._name and path in self._files
