"""Facts about the compiled official schemas of SCORM 2004."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from lxml import etree

from scormpack.assets import schemas
from scormpack.errors import InstallationError
from scormpack.formats.ims import compiled
from scormpack.formats.scorm2004 import schema
from scormpack.formats.scorm2004.names import FOURTH, THIRD, Edition


def test_each_edition_has_its_own_schema_compiled_once() -> None:
    """The same object each time, and another for the other edition."""
    assert schema.compiled_schema(FOURTH) is schema.compiled_schema(FOURTH)
    assert schema.compiled_schema(FOURTH) is not schema.compiled_schema(THIRD)


@pytest.mark.parametrize("gone", ["adlnav_v1p3.xsd", "imsss_v1p0util.xsd", "xml.xsd"])
def test_a_missing_schema_is_named_and_never_fetched(
    edition: Edition, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    """Without one of the files there is an InstallationError that says how to get it, not a download."""

    def without_one(folder: str) -> Mapping[str, bytes]:
        return {name: data for name, data in schemas(folder).items() if name != gone}

    monkeypatch.setattr(compiled, "schemas", without_one)
    with pytest.raises(InstallationError, match=rf"missing \({gone}\): install"):
        schema._compiled.__wrapped__(edition.name)


def test_the_carried_schemas_import_nothing_from_the_network(edition: Edition) -> None:
    """ADL's checker fails a package whose content packaging schema fetches xml.xsd from the W3C."""
    files = schemas(edition.binding.schemas)
    imports = {
        element.get("schemaLocation")
        for name, data in files.items()
        if name.endswith(".xsd")
        for element in etree.fromstring(data, etree.XMLParser(no_network=True, resolve_entities=False)).iter(
            "{*}import", "{*}include"
        )
    }
    assert "xml.xsd" in imports
    assert imports <= files.keys()


def test_declared_names_are_those_at_the_top() -> None:
    """Elements by name, attributes with an ``@``, and nothing from within."""
    assert schema.declared_names("scorm2004-3rd", "adlcp_v1p3.xsd") == {
        *("location", "dataFromLMS", "timeLimitAction", "completionThreshold", "@scormType")
    }
    assert {"data", "map", "@sharedDataGlobalToSystem"} <= schema.declared_names("scorm2004-4th", "adlcp_v1p3.xsd")
    assert isinstance(schema.compiled_schema(FOURTH), etree.XMLSchema)
