"""Rules on the XML of any manifest, whatever its standard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scormpack.formats.fault import Fault
from scormpack.formats.rules import Package, Rules

_REFERENCE = re.compile(rb"&#[0-9xX]")


def _check_document_type(package: Package) -> Iterator[str]:
    information: Any = package.root.getroottree().docinfo  # lxml-stubs leave out the doctype
    if information.doctype:
        yield "the manifest has a DOCTYPE: leave it out, LMSs refuse it or fetch it"


def _check_references(package: Package) -> Iterator[Fault]:
    found = _REFERENCE.search(package.data)
    if found:
        yield Fault(
            "the manifest has a numeric character reference, which Moodle shows literally: write the character",
            package.data.count(b"\n", 0, found.start()) + 1,
        )


XML_RULES: Rules = {
    "doctype": _check_document_type,
    "reference": _check_references,
}
