"""The official SCORM 1.2 schemas, compiled once a process, without any network."""

from __future__ import annotations

from functools import cache

from lxml import etree

from scormpack.formats.ims.compiled import compile_schema
from scormpack.formats.scorm12.names import SCORM12_BINDING


def _mend(name: str, data: bytes) -> bytes:
    if name == "imsmd_rootv1p2p1.xsd":
        # ##any beside named elements is ambiguous (XML Schema 1, 3.8.6, unique particle attribution).
        return data.replace(b'namespace="##any"', b'namespace="##other"')
    if name == "ims_xml.xsd":
        # The xml namespace must not be the default one (Namespaces in XML 1.0, 3).
        return data.replace(b'xmlns="http://www.w3.org/XML/1998/namespace"', b"")
    return data


@cache
def compiled_schema() -> etree.XMLSchema:
    """Return the schema of a whole manifest: content packaging, ADL's additions and meta-data together.

    Raises:
        InstallationError: where a schema is missing.
    """
    return compile_schema(SCORM12_BINDING, "scorm12.xsd", frozenset({"ims_xml.xsd"}), _mend)
