"""Rules for our own packages: where a standard leaves a choice, they take the one that every LMS bears."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from scormpack.assets import schemas
from scormpack.formats.fault import Fault, at
from scormpack.formats.ims.binding import MANIFEST, Binding, ImsRules, with_attribute, words
from scormpack.formats.paths import find_path_faults
from scormpack.formats.rules import Package

_ASCII_NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>'
_HREF = "href"


def _check_identifiers(_: Binding, package: Package) -> Iterator[Fault]:
    for element in with_attribute(package, "identifier"):
        identifier = element.get("identifier", "")
        if not _ASCII_NCNAME.fullmatch(identifier):
            yield at(
                element,
                f"the identifier `{identifier}` is no plain name: a letter, then ASCII letters, digits, `.`, `_`, `-`",
            )


def _check_scos(binding: Binding, package: Package) -> Iterator[str]:
    """One SCO, opened by one item (complaint 31); or as many as the author asked for, each by an item of its own."""
    scos = [element.get("identifier") for element in _scos(binding, package)]
    opened = [item.get("identifierref") for item in binding.all_in(package, "item") if item.get("identifierref")]
    wanted = len(package.launch)
    if len(scos) != wanted or opened != scos:
        yield f"there are {len(scos)} SCOs and {len(opened)} items that open one: write {wanted} of each, in one order"


def _check_launch(binding: Binding, package: Package) -> Iterator[Fault]:
    for resource, page in zip(_scos(binding, package), package.launch, strict=False):
        if resource.get(_HREF) != page:
            yield at(resource, f"the href is `{resource.get(_HREF)}`: write `{page}`")
    for element in with_attribute(package, "xml:base") if package.may_move_paths else ():
        yield at(element, "xml:base moves every path, and LMSs disagree on where to: write whole paths")


def _check_encoding(binding: Binding, package: Package) -> Iterator[str | Fault]:
    if not package.data.startswith(_DECLARATION):
        yield f"the manifest does not begin with `{_DECLARATION.decode()}`: write it"
    for element in binding.all_in(package, "title"):
        if words(element) != words(element).strip():
            yield at(element, f"the title `{words(element).strip()}` has spaces around it: take them out")


def _check_paths(binding: Binding, package: Package) -> Iterator[str]:
    yield from find_path_faults([MANIFEST, *package.files], schemas(binding.schemas), package.launch)


def _check_listed(binding: Binding, package: Package) -> Iterator[str]:
    listed = [element.get(_HREF, "") for element in binding.all_in(package, "file")]
    control = schemas(binding.schemas).keys() | binding.control_files
    once = set(listed)
    if len(once) == len(listed) and once.isdisjoint(control):
        return
    for path, times in sorted(Counter(listed).items()):
        if times > 1:
            yield f"the manifest lists `{path}` {times} times: once is right"
        if path in control:
            yield f"the manifest lists `{path}`, which is not among the package's content: take it out"


def _check_schemas(binding: Binding, package: Package) -> Iterator[str]:
    for name, data in schemas(binding.schemas).items():
        if name not in package.files:
            yield f"the schema file `{name}` is not at the package's root: put it there, unaltered"
        elif package.files[name] != data:
            yield f"the schema file `{name}` is not the official one: carry it unaltered"


def _scos(binding: Binding, package: Package) -> list[etree._Element]:
    resources = binding.all_in(package, "resource")
    return [resource for resource in resources if resource.get(binding.scorm_type_attribute) == "sco"]


OWN_RULES: ImsRules = {
    "identifier": _check_identifiers,
    "one-sco": _check_scos,
    "own-launch": _check_launch,
    "encoding": _check_encoding,
    "path": _check_paths,
    "file": _check_listed,
    "official-schema": _check_schemas,
}
