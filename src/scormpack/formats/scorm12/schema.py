"""The official SCORM 1.2 schemas, compiled once a process, without any network."""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree

from scormpack.assets import schemas
from scormpack.errors import InstallationError
from scormpack.formats.scorm12.names import SCHEMA_FILES

_DRIVER = "scorm12.xsd"


class _Carried(etree.Resolver):
    """Answers every import with a file that scormpack carries; nothing else is ever fetched.

    The signature is lxml's own; its stubs lack the context.
    """

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:  # type: ignore[override] # noqa: ANN401
        del public_id
        name = system_url.rpartition("/")[2]
        return self.resolve_string(_mend(name, schemas("scorm12")[name]), context, base_url=f"scormpack:/{name}")


def _mend(name: str, data: bytes) -> bytes:
    """Return the schema as libxml2 can compile it; in memory only, the package carries the official bytes."""
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
    missing = {*SCHEMA_FILES.values(), "ims_xml.xsd"} - schemas("scorm12").keys()
    if missing:
        raise InstallationError(
            f"SCORM 1.2 schemas are missing ({', '.join(sorted(missing))}): install scormpack again"
        )
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Carried())
    driver = etree.fromstring(schemas("own")[_DRIVER], parser, base_url=f"scormpack:/{_DRIVER}")
    return etree.XMLSchema(driver)
