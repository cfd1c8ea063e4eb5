"""The official SCORM 2004 schemas, compiled once a process and edition, without any network."""

from __future__ import annotations

from functools import cache

from lxml import etree

from scormpack.assets import schemas
from scormpack.formats.ims.compiled import compile_schema
from scormpack.formats.scorm2004.names import FOURTH, THIRD, Edition

_XSD = "http://www.w3.org/2001/XMLSchema"

# What content packaging and sequencing import and include.
_NEEDED = frozenset(
    {
        "xml.xsd",
        *(
            f"imsss_v1p0{part}.xsd"
            for part in (
                *("auxresource", "control", "delivery", "limit", "objective", "random", "rollup", "seqrule", "util"),
            )
        ),
    }
)


def compiled_schema(edition: Edition) -> etree.XMLSchema:
    """Return the schema of a whole manifest: content packaging, sequencing, navigation and ADL's additions together.

    Raises:
        InstallationError: where a schema is missing.
    """
    return _compiled(edition.name)


@cache
def _compiled(name: str) -> etree.XMLSchema:
    edition = {edition.name: edition for edition in (THIRD, FOURTH)}[name]
    return compile_schema(edition.binding, "scorm2004.xsd", _NEEDED, lambda _, data: data)  # nothing to mend


@cache
def declared_names(folder: str, file: str) -> frozenset[str]:
    """Return the names that a schema file declares at its top, elements and attributes (``@name``).

    Args:
        folder: of the edition's schemas.
        file: one of them.
    """
    root = etree.fromstring(schemas(folder)[file], etree.XMLParser(no_network=True, resolve_entities=False))
    elements = {element.get("name", "") for element in root.iterfind(f"{{{_XSD}}}element")}
    attributes = {f"@{attribute.get('name')}" for attribute in root.iterfind(f"{{{_XSD}}}attribute")}
    return frozenset(elements | attributes)
