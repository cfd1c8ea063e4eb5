"""Rules on a manifest's structure that the official schemas let pass (SCORM 1.2 CAM, 2.3; 2004 4th CAM, 3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from scormpack.formats.ims.binding import Binding, ImsRules, words
from scormpack.formats.rules import Package

_ASCII_NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_LONGEST_IDENTIFIER = 255


def _check_version(binding: Binding, package: Package) -> Iterator[str]:
    """CAM 1.2, 2.3.6.1; 2004 4th CAM, 3.4.1.2; Moodle takes any other text for SCORM 1.2."""
    for name, wanted in (("schema", "ADL SCORM"), ("schemaversion", binding.version)):
        metadata = binding.children(package.root, "metadata")
        found = [words(element) for parent in metadata for element in binding.children(parent, name)]
        if found != [wanted]:
            yield f"metadata/{name} says {' and '.join(found) or 'nothing'}: write exactly `{wanted}`, once"


def _check_identifiers(_: Binding, package: Package) -> Iterator[str]:
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


def _check_organization(binding: Binding, package: Package) -> Iterator[str]:
    found = [element.get("identifier") for element in binding.every(package.root, "organization")]
    if len(found) != 1:
        yield f"there are {len(found)} organizations: write exactly one, LMSs open only one"
    for organizations in binding.children(package.root, "organizations"):
        default = organizations.get("default")
        if default is None:
            yield "organizations has no `default`: name the organization to open"
        elif default not in found:
            yield f"organizations/@default names `{default}`, which is no organization here: name the one there is"


def _check_items(binding: Binding, package: Package) -> Iterator[str]:
    resources = {element.get("identifier") for element in binding.every(package.root, "resource")}
    for item in binding.every(package.root, "item"):
        reference = item.get("identifierref")
        if reference is None:
            yield f"item `{item.get('identifier')}` opens nothing: give it the `identifierref` of a resource"
        elif reference not in resources:
            yield f"item `{item.get('identifier')}` points to `{reference}`, which is no resource here"
        if item.get("isvisible", "true") not in {"true", "false"}:
            yield f"isvisible is `{item.get('isvisible')}`: write `true` or `false`"
    for dependency in binding.every(package.root, "dependency"):
        if dependency.get("identifierref") not in resources:
            yield f"a dependency points to `{dependency.get('identifierref')}`, which is no resource here"


def _check_one_sco(binding: Binding, package: Package) -> Iterator[str]:
    """CAM, 2.3.6.3 in 1.2 and 3.4.1.10 in 2004: SCOs and assets; ours have one SCO and one item (complaint 31)."""
    for resource in binding.every(package.root, "resource"):
        kind = resource.get(binding.scorm_type_attribute)
        if kind is None:
            yield (
                f"resource `{resource.get('identifier')}` has no adlcp:{binding.scorm_type}: write `sco`, "
                "or it counts as an asset that is completed by opening it"
            )
        elif kind not in {"sco", "asset"}:
            yield f"adlcp:{binding.scorm_type} is `{kind}`: write `sco` or `asset`"
        if resource.get("type") != "webcontent":
            yield f"resource type is `{resource.get('type')}`: write `webcontent`"
    kinds = [element.get(binding.scorm_type_attribute) for element in binding.every(package.root, "resource")]
    items = list(binding.every(package.root, "item"))
    if kinds.count("sco") != 1 or len(items) != 1:
        yield f"there are {kinds.count('sco')} SCOs and {len(items)} items: write one item that opens one SCO"


def _check_prefixes(binding: Binding, package: Package) -> Iterator[str]:
    """Moodle's importer knows no namespaces."""
    wanted = {namespace: prefix for prefix, namespace in binding.prefixes.items()}
    for element in package.root.iter(*(f"{{{namespace}}}*" for namespace in wanted)):
        name = etree.QName(element)
        prefix = wanted[name.namespace or ""]
        if element.prefix != prefix:
            right = f"the prefix `{prefix}:`" if prefix else "no prefix"
            yield f"`{element.prefix}:{name.localname}` is lost on Moodle and its like: write it with {right}"
    for resource in binding.every(package.root, "resource"):
        if resource.get(binding.scorm_type_attribute) is not None and resource.nsmap.get("adlcp") != binding.adl:
            yield (
                f"{binding.scorm_type} has another prefix than `adlcp:`, so Moodle takes the SCO for an asset: "
                "write `adlcp:`"
            )


def _check_nesting(binding: Binding, package: Package) -> Iterator[str]:
    if sum(1 for _ in binding.every(package.root, "manifest")) != 1:
        yield "a manifest holds other manifests: write one, LMSs read no others"


STRUCTURE_RULES: ImsRules = {
    "version": _check_version,
    "identifier": _check_identifiers,
    "organization": _check_organization,
    "item": _check_items,
    "one-sco": _check_one_sco,
    "prefix": _check_prefixes,
    "nested-manifest": _check_nesting,
}
