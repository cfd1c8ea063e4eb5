"""scormpack's own schema of tincan.xml: the one its authors wrote is published nowhere any more."""

from __future__ import annotations

from functools import cache

from lxml import etree

from scormpack.assets import schemas


@cache
def compiled_schema() -> etree.XMLSchema:
    """Return ``schemas/own/tincan.xsd``, compiled once a process.

    Raises:
        InstallationError: where our schemas are missing.
    """
    return etree.XMLSchema(etree.fromstring(schemas("own")["tincan.xsd"], etree.XMLParser(no_network=True)))
