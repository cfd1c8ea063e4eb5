"""scormpack's own schema of tincan.xml: the one its authors wrote is published nowhere any more."""

from __future__ import annotations

from functools import cache

from lxml import etree

from scormpack.assets import schemas


@cache
def compiled_schema() -> etree.RelaxNG:
    """Return the RELAX NG schema ``schemas/own/tincan.rng``, compiled once a process.

    Raises:
        InstallationError: where it is missing.
    """
    return etree.RelaxNG(etree.fromstring(schemas("own")["tincan.rng"], etree.XMLParser(no_network=True)))
