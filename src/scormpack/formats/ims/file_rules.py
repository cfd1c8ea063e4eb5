"""Rules on the files of anybody's package: all that the manifest names is there, all that is there is named."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scormpack.assets import schemas
from scormpack.formats.fault import Fault, at, in_file
from scormpack.formats.ims.binding import XSI, Binding, ImsRules, words
from scormpack.formats.references import Spellings, is_there, leads_out, resolve
from scormpack.formats.rules import Package
from scormpack.formats.xml_file import read_xml

_HREF = "href"
_XSD = "http://www.w3.org/2001/XMLSchema"


def _path(package: Package, element: etree._Element, address: str) -> str:
    return resolve(element, address, may_move=package.may_move_paths)


def _check_files_there(binding: Binding, package: Package) -> Iterator[Fault]:
    """Complaint 25."""
    spellings = Spellings(package.files)
    for element in binding.all_in(package, "file"):
        href = element.get(_HREF, "")
        path = _path(package, element, href)
        if not leads_out(href) and not is_there(path, package.files):
            advice = spellings.advice(path) or ": take it out, or put it in"
            yield at(element, f"the manifest lists `{href}`, which is not among the package's content{advice}")


def _check_files_listed(binding: Binding, package: Package) -> Iterator[Fault]:
    """Complaint 25. Schemas and meta-data files are control documents and not listed."""
    listed = {_path(package, element, element.get(_HREF, "")) for element in binding.all_in(package, "file")}
    listed |= {_path(package, element, words(element)) for element in package.root.iter(f"{{{binding.adl}}}location")}
    for path in sorted(package.files.keys() - listed - binding.control_files - schemas(binding.schemas).keys()):
        if not path.endswith((".xsd", ".dtd")) and not is_there(path, listed):
            sentence = f"the package holds `{path}`, which no <file> names: list it, or some LMSs leave it behind"
            yield in_file(path, sentence)


def _check_launch(binding: Binding, package: Package) -> Iterator[Fault]:
    """The page that an item opens is there, and named so that every LMS finds it."""
    spellings = Spellings(package.files)
    opened = {item.get("identifierref") for item in binding.all_in(package, "item")}
    for resource in binding.all_in(package, "resource"):
        href = resource.get(_HREF)
        if href is None:
            if resource.get("identifier") in opened:
                name = resource.get("identifier")
                yield at(resource, f"resource `{name}` has no href: name the page that its item opens")
            continue
        if " " in href:
            yield at(resource, f"the href `{href}` has a space: LMSs disagree on how to read it")
        path = _path(package, resource, href)
        if not leads_out(href) and not is_there(path, package.files):
            advice = spellings.advice(path) or ": put it in, or name the page to open"
            yield at(resource, f"the page `{href}` is not in the package{advice}")


def _check_launch_listed(binding: Binding, package: Package) -> Iterator[Fault]:
    """IMS CP 1.1.4, 4.6: a resource's href is one of its files."""
    for resource in binding.all_in(package, "resource"):
        href = resource.get(_HREF)
        files = binding.children(resource, "file")
        if href is None or leads_out(href):
            continue
        if not files:
            sentence = f"resource `{resource.get('identifier')}` lists no <file>: list all that it needs"
            yield at(resource, sentence)
        elif _path(package, resource, href) not in {_path(package, file, file.get(_HREF, "")) for file in files}:
            yield at(resource, f"the href `{href}` is none of the resource's files: list it as a <file> too")


def _check_launch_query(binding: Binding, package: Package) -> Iterator[Fault]:
    """Complaint 34."""
    for resource in binding.all_in(package, "resource"):
        href = resource.get(_HREF, "")
        if not leads_out(href) and ("?" in href or "#" in href):
            sentence = f"the href `{href}` has a query or a fragment, and some LMSs open nothing then: leave it out"
            yield at(resource, sentence)


def _check_launch_inside(binding: Binding, package: Package) -> Iterator[Fault]:
    for resource in binding.all_in(package, "resource"):
        href = resource.get(_HREF, "")
        if leads_out(href):
            yield at(resource, f"the href `{href}` leads out of the package: name a page in it")


def _check_schemas(binding: Binding, package: Package) -> Iterator[str | Fault]:
    """The ADL validator fails a package whose schemaLocation names files that are not at its root."""
    places = package.root.get(f"{{{XSI}}}schemaLocation", "").split()
    missing = sorted({place for place in places[1::2] if not leads_out(place)} - package.files.keys())
    if missing:
        told = ", ".join(f"`{name}`" for name in missing)
        several = f"the schema files {told} are not at the package's root: put them there, unaltered"
        one = f"the schema file {told} is not at the package's root: put it there, unaltered"
        yield at(package.root, one if len(missing) == 1 else several)
    if not places:
        yield at(package.root, "the manifest has no xsi:schemaLocation: name each namespace and its schema file")
    for name in package.files:
        if "/" in name or not name.endswith(".xsd"):
            continue
        if package.files[name] != schemas(binding.schemas).get(name):
            for element in _find_remote_imports(package.files[name]):
                address = element.get("schemaLocation")
                sentence = f"the schema file `{name}` fetches `{address}` from the network: import a file at the root"
                yield in_file(name, sentence, at(element, "").line)


def _find_remote_imports(data: bytes) -> Iterator[etree._Element]:
    """ADL's checker fails a package whose content packaging schema asks the W3C for xml.xsd."""
    try:
        root = read_xml(data)
    except etree.XMLSyntaxError:
        return
    for element in root.iter(f"{{{_XSD}}}import", f"{{{_XSD}}}include", f"{{{_XSD}}}redefine"):
        if "//" in element.get("schemaLocation", ""):
            yield element


FILE_RULES: ImsRules = {
    "file-missing": _check_files_there,
    "file-unlisted": _check_files_listed,
    "launch": _check_launch,
    "launch-unlisted": _check_launch_listed,
    "launch-query": _check_launch_query,
    "launch-outside": _check_launch_inside,
    "schema-file": _check_schemas,
}
