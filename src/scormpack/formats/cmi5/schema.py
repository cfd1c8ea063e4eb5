"""scormpack's own schema of a course structure: it says what the official one says (a test holds them together)."""

from __future__ import annotations

from functools import cache

from lxml import etree

from scormpack.assets import schemas


@cache
def compiled_schema() -> etree.XMLSchema:
    """Return ``schemas/own/cmi5.xsd``, compiled once a process.

    Raises:
        InstallationError: where our schemas are missing.
    """
    return etree.XMLSchema(etree.fromstring(schemas("own")["cmi5.xsd"], etree.XMLParser(no_network=True)))
