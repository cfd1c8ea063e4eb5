"""What tells one standard's imsmanifest.xml from another's, and short ways through such a manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Literal, NamedTuple

from lxml import etree

from scormpack.formats.fault import Fault
from scormpack.formats.rules import Package, Rules

MANIFEST = "imsmanifest.xml"
"""The only name, and the only place (the root), that an LMS looks for. SCORM 1.2 CAM, 2.3.4; 2004 4th CAM, 3.3"""

XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"


class Binding(NamedTuple):
    """One standard's words for what an IMS manifest holds.

    Attributes:
        title: of the standard, as people write it.
        schemas: folder of its official schemas, for ``assets.schemas``.
        version: text of ``schemaversion``.
        cp: namespace of content packaging.
        adl: namespace of ADL's additions.
        scorm_type: local name of ADL's attribute that tells a SCO from an asset.
        prefixes: prefix to namespace, as the manifest declares them; None = no prefix.
        schema_files: namespace to the schema file at the package's root, in the order of ``xsi:schemaLocation``.
        longest_title: characters.
        control_files: that no ``<file>`` names, beside the schemas.
    """

    title: str
    schemas: str
    version: str
    cp: str
    adl: str
    scorm_type: str
    prefixes: Mapping[str | None, str]
    schema_files: Mapping[str, str]
    longest_title: int
    control_files: frozenset[str] = frozenset()

    @property
    def scorm_type_attribute(self) -> str:
        """The attribute in Clark's notation."""
        return f"{{{self.adl}}}{self.scorm_type}"

    def all_in(self, package: Package, name: str) -> tuple[etree._Element, ...]:
        """Return the manifest's content packaging elements of that name, in its order."""
        return package.every(f"{{{self.cp}}}{name}")

    def every(self, root: etree._Element, name: str) -> Iterator[etree._Element]:
        """Yield each content packaging element of that name, wherever it stands."""
        return root.iter(f"{{{self.cp}}}{name}")

    def children(self, element: etree._Element, name: str) -> list[etree._Element]:
        """Return the content packaging elements of that name right under ``element``."""
        return list(element.iterchildren(f"{{{self.cp}}}{name}"))


ImsRules = Mapping[str, Callable[[Binding, Package], Iterator[str | Fault]]]
"""As ``Rules``; each function is told the standard too."""


def bind(rules: ImsRules, binding: Binding) -> Rules:
    """Return the rules as they judge packages of one standard."""
    return {code: partial(find, binding) for code, find in rules.items()}


def with_attribute(package: Package, name: Literal["identifier", "xml:base"]) -> tuple[etree._Element, ...]:
    """Return each of the manifest's elements that has the attribute, in its order."""
    return package.matching(_WITH[name])


# Most elements have none: XPath passes them over in C.
_WITH = {name: etree.XPath(f"//*[@{name}]") for name in ("identifier", "xml:base")}


def words(element: etree._Element | None) -> str:
    """Return the element's text; "" where there is neither."""
    return "" if element is None else (element.text or "")
