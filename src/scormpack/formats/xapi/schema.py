"""scormpack's own schemas of tincan.xml: the one its authors wrote is published nowhere any more."""

from __future__ import annotations

from functools import cache

from lxml import etree

from scormpack.assets import schemas


def compiled_schema() -> etree.XMLSchema:
    """Return ``schemas/own/tincan.xsd``: what our own packages keep to.

    Raises:
        InstallationError: where our schemas are missing.
    """
    return _compile("tincan.xsd")


def any_schema() -> etree.XMLSchema:
    """Return ``schemas/own/tincan-any.xsd``: what anybody's must keep to.

    Raises:
        InstallationError: where our schemas are missing.
    """
    return _compile("tincan-any.xsd")


@cache  # once a process
def _compile(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(schemas("own")[name], etree.XMLParser(no_network=True)))
