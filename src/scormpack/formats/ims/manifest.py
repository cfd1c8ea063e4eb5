"""imsmanifest.xml, made from the very files that the package holds (CAM, 2.3 in SCORM 1.2 and 3.4 in SCORM 2004)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from lxml import etree

from scormpack.formats.element import Vocabulary
from scormpack.formats.ims import identifiers
from scormpack.formats.ims.binding import XSI, Binding
from scormpack.formats.paths import LAUNCH
from scormpack.formats.xml_file import one_line
from scormpack.model import Unit


@dataclass(frozen=True, slots=True)
class Additions:
    """What one standard adds to content packaging.

    Attributes:
        metadata: elements after schema and schemaversion.
        organization: elements after the item.
        item: elements after the title.
    """

    metadata: Iterable[etree._Element] = ()
    organization: Iterable[etree._Element] = ()
    item: Iterable[etree._Element] = ()


def build_manifest(
    binding: Binding, unit: Unit, content: Collection[str], build: str, additions: Additions
) -> etree._Element:
    """Return the manifest of a package with one SCO.

    Args:
        binding: the standard.
        unit: what the package holds.
        content: paths of the package's files but the manifest, the schemas and the meta-data.
        build: the build id, as the pages' footers show it: it tells which build an LMS holds (complaint 22).
        additions: what the standard adds.
    """
    cp = Vocabulary(binding.cp, dict(binding.prefixes))
    places = (f"{space} {file}" for space, file in binding.schema_files.items())
    return cp.element(
        "manifest",
        # Both words exactly so: CAM 1.2, 2.3.6.1; 2004 4th CAM, 3.4.1.2.
        cp.element(
            "metadata",
            cp.element("schema", "ADL SCORM"),
            cp.element("schemaversion", binding.version),
            *additions.metadata,
        ),
        _organizations(cp, unit, additions),
        cp.element("resources", _resource(cp, binding, unit, content)),
        attributes={
            "identifier": identifiers.manifest_identifier(unit),
            "version": build,
            f"{{{XSI}}}schemaLocation": " ".join(places),
        },
    )


def _organizations(cp: Vocabulary, unit: Unit, additions: Additions) -> etree._Element:
    title = one_line(unit.title)
    # Within an item, what is not content packaging comes last.
    item = cp.element(
        "item",
        cp.element("title", title),
        *additions.item,
        attributes={
            "identifier": identifiers.item_identifier(unit),
            "identifierref": identifiers.resource_identifier(unit),
        },
    )
    name = identifiers.organization_identifier(unit)
    organization = cp.element(
        "organization", cp.element("title", title), item, *additions.organization, attributes={"identifier": name}
    )
    return cp.element("organizations", organization, attributes={"default": name})


def _resource(cp: Vocabulary, binding: Binding, unit: Unit, content: Collection[str]) -> etree._Element:
    """One SCO of all files: every LMS bears that, few have a menu for more (complaint 31)."""
    # Schemas and meta-data are control documents, not content: they lie at the root unlisted, as in ADL's own packages.
    return cp.element(
        "resource",
        *(cp.element("file", attributes={"href": path}) for path in sorted(content)),
        attributes={
            "identifier": identifiers.resource_identifier(unit),
            "type": "webcontent",
            binding.scorm_type_attribute: "sco",
            "href": LAUNCH,
        },
    )
