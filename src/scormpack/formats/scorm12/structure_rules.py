"""Rules on a manifest's structure that the official schemas let pass (SCORM 1.2 CAM, 2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.formats.rules import Package, Rules
from scormpack.formats.scorm12.names import ADL, CP
from scormpack.formats.scorm12.tree import SCORM_TYPE, children, every, words

_ASCII_NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_LONGEST_IDENTIFIER = 255
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")


def _check_version(package: Package) -> Iterator[str]:
    """CAM 1.2, 2.3.6.1; Moodle takes any other text for SCORM 1.2 by luck, or for 2004."""
    for name, wanted in (("schema", "ADL SCORM"), ("schemaversion", "1.2")):
        found = [words(element) for element in package.root.findall(f"{{{CP}}}metadata/{{{CP}}}{name}")]
        if found != [wanted]:
            yield f"metadata/{name} says {' and '.join(found) or 'nothing'}: write exactly `{wanted}`, once"


def _check_identifiers(package: Package) -> Iterator[str]:
    for element in package.root.iter():
        identifier = element.get("identifier")
        if identifier is None:
            continue
        if len(identifier) > _LONGEST_IDENTIFIER:
            yield (
                f"the identifier `{identifier[:40]}…` has {len(identifier)} characters: Moodle's import fails beyond "
                f"{_LONGEST_IDENTIFIER}"
            )
        elif not _ASCII_NCNAME.fullmatch(identifier):
            yield f"the identifier `{identifier}` is no plain name: a letter, then ASCII letters, digits, `.`, `_`, `-`"


def _check_organization(package: Package) -> Iterator[str]:
    found = [element.get("identifier") for element in every(package.root, "organization")]
    if len(found) != 1:
        yield f"there are {len(found)} organizations: write exactly one, LMSs open only one"
    for organizations in children(package.root, "organizations"):
        default = organizations.get("default")
        if default is None:
            yield "organizations has no `default`: name the organization to open"
        elif default not in found:
            yield f"organizations/@default names `{default}`, which is no organization here: name the one there is"


def _check_items(package: Package) -> Iterator[str]:
    resources = {element.get("identifier") for element in every(package.root, "resource")}
    for item in every(package.root, "item"):
        reference = item.get("identifierref")
        if reference is None:
            yield f"item `{item.get('identifier')}` opens nothing: give it the `identifierref` of a resource"
        elif reference not in resources:
            yield f"item `{item.get('identifier')}` points to `{reference}`, which is no resource here"
        if item.get("isvisible", "true") not in {"true", "false"}:
            yield f"isvisible is `{item.get('isvisible')}`: write `true` or `false`"
    for dependency in every(package.root, "dependency"):
        if dependency.get("identifierref") not in resources:
            yield f"a dependency points to `{dependency.get('identifierref')}`, which is no resource here"


def _check_one_sco(package: Package) -> Iterator[str]:
    """CAM 1.2, 2.3.6.3 has SCOs and assets; ours have one SCO, opened by one item (complaint 31)."""
    for resource in every(package.root, "resource"):
        kind = resource.get(SCORM_TYPE)
        if kind is None:
            yield (
                f"resource `{resource.get('identifier')}` has no adlcp:scormtype: write `sco`, "
                "or it counts as an asset that is completed by opening it"
            )
        elif kind not in {"sco", "asset"}:
            yield f"adlcp:scormtype is `{kind}`: write `sco` or `asset`"
        if resource.get("type") != "webcontent":
            yield f"resource type is `{resource.get('type')}`: write `webcontent`"
    scos = [element for element in every(package.root, "resource") if element.get(SCORM_TYPE) == "sco"]
    items = list(every(package.root, "item"))
    if len(scos) != 1 or len(items) != 1:
        yield f"there are {len(scos)} SCOs and {len(items)} items: write one item that opens one SCO"


def _check_mastery_score(package: Package) -> Iterator[str]:
    """RTE 1.2, 3.4.4: compared with cmi.core.score.raw, so it is a number from 0 to 100."""
    for element in every(package.root, "masteryscore", ADL):
        text = words(element)
        if not _NUMBER.fullmatch(text) or float(text) > 100:
            yield f"masteryscore is `{text}`: write a number from 1 to 100"
        elif float(text) == 0:
            yield "masteryscore is 0, which Moodle reads as none: leave it out"


def _check_prefixes(package: Package) -> Iterator[str]:
    """Moodle's importer knows no namespaces."""
    for element in package.root.iter(f"{{{CP}}}*", f"{{{ADL}}}*"):
        wanted = "adlcp" if element.tag.startswith(f"{{{ADL}}}") else None
        if element.prefix != wanted:
            with_prefix = f"the prefix `{wanted}:`" if wanted else "no prefix"
            yield f"`{element.prefix}:{element.tag.rpartition('}')[2]}` is lost on Moodle: write it with {with_prefix}"
    for resource in every(package.root, "resource"):
        if resource.get(SCORM_TYPE) is not None and resource.nsmap.get("adlcp") != ADL:
            yield "scormtype has another prefix than `adlcp:`, so Moodle takes the SCO for an asset: write `adlcp:`"


def _check_nesting(package: Package) -> Iterator[str]:
    if sum(1 for _ in every(package.root, "manifest")) != 1:
        yield "a manifest holds other manifests: write one, LMSs read no others"


STRUCTURE_RULES: Rules = {
    "version": _check_version,
    "identifier": _check_identifiers,
    "organization": _check_organization,
    "item": _check_items,
    "one-sco": _check_one_sco,
    "mastery-score": _check_mastery_score,
    "prefix": _check_prefixes,
    "nested-manifest": _check_nesting,
}
