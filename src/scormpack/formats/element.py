"""XML elements, built from what they hold: typed, and never from strings of markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The elements of one namespace.

    Attributes:
        namespace: its name.
        prefixes: prefix to namespace, declared where an element stands at the top; None = no prefix.
    """

    namespace: str
    prefixes: dict[str | None, str]

    def element(
        self, name: str, *children: str | etree._Element, attributes: dict[str, str] | None = None
    ) -> etree._Element:
        """Return ``<name>`` with its attributes and children, in that order; text only as the first child."""
        prefixes: Any = self.prefixes  # lxml-stubs leave out the prefix None
        made = etree.Element(f"{{{self.namespace}}}{name}", attributes, nsmap=prefixes)
        for child in children:
            if isinstance(child, str):
                made.text = child
            else:
                made.append(child)
        return made
