"""Rules on files, in both directions: all that the manifest names is there, all that is there is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from scormpack.assets import schemas
from scormpack.formats.ims.binding import MANIFEST, XML, XSI, Binding, ImsRules
from scormpack.formats.paths import LAUNCH, find_path_faults
from scormpack.formats.rules import Package
from scormpack.formats.xml_file import read_xml

_HREF = "href"
_EXTERNAL = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|www\.)")
_XSD = "http://www.w3.org/2001/XMLSchema"


def _check_paths(binding: Binding, package: Package) -> Iterator[str]:
    yield from find_path_faults([MANIFEST, *package.files], official=schemas(binding.schemas))


def _check_listed(binding: Binding, package: Package) -> Iterator[str]:
    """Complaint 25. The manifest itself and the schemas are control documents and not listed."""
    listed = Counter(element.get(_HREF, "") for element in binding.every(package.root, "file"))
    content = package.files.keys() - schemas(binding.schemas).keys() - binding.control_files
    for path in sorted(listed.keys() - content):
        yield f"the manifest lists `{path}`, which is not among the package's content: take it out"
    for path in sorted(content - listed.keys()):
        yield f"the package holds `{path}`, which no <file> names: list it, or some LMSs leave it behind"
    for path, times in sorted(listed.items()):
        if times > 1:
            yield f"the manifest lists `{path}` {times} times: once is right"


def _check_hrefs(binding: Binding, package: Package) -> Iterator[str]:
    for resource in binding.every(package.root, "resource"):
        href = resource.get(_HREF)
        files = [element.get(_HREF) for element in binding.children(resource, "file")]
        if href is None:
            yield f"resource `{resource.get('identifier')}` has no href: write `{LAUNCH}`"
            continue
        if not files:
            yield f"resource `{resource.get('identifier')}` lists no <file>: list all that it needs"
        if " " in href:
            yield f"the href `{href}` has a space: LMSs disagree on how to read it"
        if "?" in href or "#" in href:
            yield f"the href `{href}` has a query or a fragment: write `{LAUNCH}` alone (complaint 34)"
        if _EXTERNAL.match(href):
            yield f"the href `{href}` leads out of the package: write `{LAUNCH}`"
        elif href not in files:
            yield f"the href `{href}` is none of the resource's files: write `{LAUNCH}` and list it"
    for element in package.root.iter():
        if element.get(f"{{{XML}}}base") is not None:
            yield "xml:base moves every path, and LMSs disagree on where to: write whole paths"


def _check_schemas(binding: Binding, package: Package) -> Iterator[str]:
    """The ADL validator fails a package whose schemaLocation names files that are not at its root."""
    places = package.root.get(f"{{{XSI}}}schemaLocation", "").split()
    for name in sorted({*places[1::2], *schemas(binding.schemas)} - package.files.keys()):
        yield f"the schema file `{name}` is not at the package's root: put it there, unaltered"
    for name, data in schemas(binding.schemas).items():
        carried = package.files.get(name, data)
        if carried != data:
            yield f"the schema file `{name}` is not the official one: carry it unaltered"
        for address in () if carried == data else _find_remote_imports(carried):
            yield f"the schema file `{name}` fetches `{address}` from the network: import a file at the root instead"
    if not places:
        yield "the manifest has no xsi:schemaLocation: name each namespace and its schema file"


def _find_remote_imports(data: bytes) -> Iterator[str]:
    """ADL's checker fails a package whose content packaging schema asks the W3C for xml.xsd."""
    try:
        root = read_xml(data)
    except etree.XMLSyntaxError:
        return
    for element in root.iter(f"{{{_XSD}}}import", f"{{{_XSD}}}include", f"{{{_XSD}}}redefine"):
        if "//" in element.get("schemaLocation", ""):
            yield element.get("schemaLocation", "")


FILE_RULES: ImsRules = {
    "path": _check_paths,
    "file": _check_listed,
    "href": _check_hrefs,
    "schema-file": _check_schemas,
}
