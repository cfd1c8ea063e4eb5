"""Rules on anybody's manifest that the official schemas let pass: structure (SCORM 1.2 CAM, 2.3; 2004 4th CAM, 3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.formats.fault import Fault, at
from scormpack.formats.ims.binding import Binding, ImsRules, with_attribute, words
from scormpack.formats.rules import Package
from scormpack.formats.xml_file import DECLARATION

_LONGEST_IDENTIFIER = 255


def _check_version(binding: Binding, package: Package) -> Iterator[Fault]:
    """CAM 1.2, 2.3.6.1; 2004 4th CAM, 3.4.1; Moodle takes any other text for SCORM 1.2."""
    for name, wanted in (("schema", "ADL SCORM"), ("schemaversion", binding.version)):
        metadata = binding.children(package.root, "metadata")
        elements = [element for parent in metadata for element in binding.children(parent, name)]
        found = [words(element) for element in elements]
        if found != [wanted]:
            sentence = f"metadata/{name} says {' and '.join(found) or 'nothing'}: write exactly `{wanted}`, once"
            yield at(elements[0] if elements else package.root, sentence)


def _check_identifier_lengths(_: Binding, package: Package) -> Iterator[Fault]:
    for element in with_attribute(package, "identifier"):
        identifier = element.get("identifier", "")
        if len(identifier) > _LONGEST_IDENTIFIER:
            yield at(
                element,
                f"the identifier `{identifier[:40]}…` has {len(identifier)} characters: Moodle's import fails beyond "
                f"{_LONGEST_IDENTIFIER}",
            )


def _check_organizations(binding: Binding, package: Package) -> Iterator[str | Fault]:
    found = [element.get("identifier") for element in binding.all_in(package, "organization")]
    if not found:
        yield "there is no organization: write one, an LMS lists what stands in it"
    for organizations in binding.children(package.root, "organizations"):
        default = organizations.get("default")
        if default is not None and default not in found:
            sentence = f"organizations/@default names `{default}`, which is no organization here: name the one there is"
            yield at(organizations, sentence)


def _check_default(binding: Binding, package: Package) -> Iterator[Fault]:
    for organizations in binding.children(package.root, "organizations"):
        if organizations.get("default") is None:
            yield at(organizations, "organizations has no `default`: name the organization to open")


def _check_one_organization(binding: Binding, package: Package) -> Iterator[Fault]:
    organizations = binding.all_in(package, "organization")
    if len(organizations) > 1:
        sentence = f"there are {len(organizations)} organizations: write exactly one, LMSs open only one"
        yield at(organizations[1], sentence)


def _check_items(binding: Binding, package: Package) -> Iterator[Fault]:
    resources = {element.get("identifier") for element in binding.all_in(package, "resource")}
    for item in binding.all_in(package, "item"):
        reference = item.get("identifierref")
        if reference is None and not binding.children(item, "item"):
            sentence = f"item `{item.get('identifier')}` opens nothing: give it the `identifierref` of a resource"
            yield at(item, sentence)
        elif reference is not None and reference not in resources:
            yield at(item, f"item `{item.get('identifier')}` points to `{reference}`, which is no resource here")
        if item.get("isvisible", "true") not in {"true", "false"}:
            yield at(item, f"isvisible is `{item.get('isvisible')}`: write `true` or `false`")
    for dependency in binding.all_in(package, "dependency"):
        reference = dependency.get("identifierref")
        if reference not in resources:
            yield at(dependency, f"a dependency points to `{reference}`, which is no resource here")


def _check_resources(binding: Binding, package: Package) -> Iterator[Fault]:
    """CAM, 2.3.6.3 in 1.2 and 3.4.1 in 2004: a resource is a SCO or an asset."""
    for resource in binding.all_in(package, "resource"):
        kind = resource.get(binding.scorm_type_attribute)
        if kind is None:
            yield at(
                resource,
                f"resource `{resource.get('identifier')}` has no adlcp:{binding.scorm_type}: write `sco`, "
                "or it counts as an asset that is completed by opening it",
            )
        elif kind not in {"sco", "asset"}:
            yield at(resource, f"adlcp:{binding.scorm_type} is `{kind}`: write `sco` or `asset`")
        if resource.get("type") != "webcontent":
            yield at(resource, f"resource type is `{resource.get('type')}`: write `webcontent`")


def _check_prefixes(binding: Binding, package: Package) -> Iterator[Fault]:
    """Moodle's importer knows no namespaces."""
    if _declares_at_top(binding, package):
        return
    prefixes = {f"{{{namespace}}}": prefix for prefix, namespace in binding.prefixes.items()}
    for element in package.root.iter(*(f"{namespace}*" for namespace in prefixes)):
        namespace, brace, name = str(element.tag).partition("}")
        prefix = prefixes[namespace + brace]
        if element.prefix != prefix:
            right = f"the prefix `{prefix}:`" if prefix else "no prefix"
            here = f"{element.prefix}:{name}" if element.prefix else name
            yield at(element, f"`{here}` is lost on Moodle and its like: write it with {right}")
    for resource in binding.all_in(package, "resource"):
        if resource.get(binding.scorm_type_attribute) is not None and resource.nsmap.get("adlcp") != binding.adl:
            yield at(
                resource,
                f"{binding.scorm_type} has another prefix than `adlcp:`, so Moodle takes the SCO for an asset: "
                "write `adlcp:`",
            )


def _declares_at_top(binding: Binding, package: Package) -> bool:
    """Whether the prefixes are declared as they should be, and nowhere anew: then all names have the right ones."""
    declared = package.data.count(b"xmlns") if package.data.startswith(DECLARATION) else 0
    return declared == len(binding.prefixes) and package.root.nsmap == binding.prefixes


def _check_nesting(binding: Binding, package: Package) -> Iterator[Fault]:
    for manifest in binding.all_in(package, "manifest")[1:]:
        yield at(manifest, "a manifest holds other manifests: write one, LMSs read no others")


STRUCTURE_RULES: ImsRules = {
    "version": _check_version,
    "identifier-length": _check_identifier_lengths,
    "organization": _check_organizations,
    "default": _check_default,
    "one-organization": _check_one_organization,
    "item": _check_items,
    "resource": _check_resources,
    "prefix": _check_prefixes,
    "nested-manifest": _check_nesting,
}
