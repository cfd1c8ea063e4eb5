"""Rules on files, in both directions: all that the manifest names is there, all that is there is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scormpack.assets import schemas
from scormpack.formats.paths import LAUNCH, find_path_faults
from scormpack.formats.rules import Package, Rules
from scormpack.formats.scorm12.names import MANIFEST, XSI
from scormpack.formats.scorm12.tree import HREF, children, every

_EXTERNAL = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|www\.)")


def _check_paths(package: Package) -> Iterator[str]:
    yield from find_path_faults([MANIFEST, *package.files], official=schemas("scorm12"))


def _check_listed(package: Package) -> Iterator[str]:
    """Complaint 25. The manifest itself and the schemas are control documents and not listed."""
    listed = Counter(element.get(HREF, "") for element in every(package.root, "file"))
    content = package.files.keys() - schemas("scorm12").keys()
    for path in sorted(listed.keys() - content):
        yield f"the manifest lists `{path}`, which is not among the package's content: take it out"
    for path in sorted(content - listed.keys()):
        yield f"the package holds `{path}`, which no <file> names: list it, or some LMSs leave it behind"
    for path, times in sorted(listed.items()):
        if times > 1:
            yield f"the manifest lists `{path}` {times} times: once is right"


def _check_hrefs(package: Package) -> Iterator[str]:
    for resource in every(package.root, "resource"):
        href = resource.get(HREF)
        files = [element.get(HREF) for element in children(resource, "file")]
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
        if element.get("{http://www.w3.org/XML/1998/namespace}base") is not None:
            yield "xml:base moves every path, and LMSs disagree on where to: write whole paths"


def _check_schemas(package: Package) -> Iterator[str]:
    """The ADL validator fails a package whose schemaLocation names files that are not at its root."""
    places = package.root.get(f"{{{XSI}}}schemaLocation", "").split()
    for name in sorted({*places[1::2], *schemas("scorm12")} - package.files.keys()):
        yield f"the schema file `{name}` is not at the package's root: put it there, unaltered"
    for name, data in schemas("scorm12").items():
        if package.files.get(name, data) != data:
            yield f"the schema file `{name}` is not the official one: carry it unaltered"
    if not places:
        yield "the manifest has no xsi:schemaLocation: name each namespace and its schema file"


FILE_RULES: Rules = {
    "path": _check_paths,
    "file": _check_listed,
    "href": _check_hrefs,
    "schema-file": _check_schemas,
}
