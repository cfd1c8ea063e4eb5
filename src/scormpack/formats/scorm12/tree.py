"""Short ways through a manifest's tree, for the rules."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scormpack.formats.scorm12.names import ADL, CP

HREF = "href"
SCORM_TYPE = f"{{{ADL}}}scormtype"


def every(root: etree._Element, name: str, namespace: str = CP) -> Iterator[etree._Element]:
    """Yield each element of that name, wherever it stands."""
    return root.iter(f"{{{namespace}}}{name}")


def children(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the content packaging elements of that name right under ``element``."""
    return element.findall(f"{{{CP}}}{name}")


def words(element: etree._Element | None) -> str:
    """Return the element's text; "" where there is neither."""
    return "" if element is None else (element.text or "")
