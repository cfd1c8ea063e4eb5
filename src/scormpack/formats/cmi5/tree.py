"""Short ways through a course structure."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scormpack.formats.cmi5.names import NAMESPACE


def every(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield each element of one of these names, wherever it stands, in the document's order."""
    return root.iter(*(f"{{{NAMESPACE}}}{name}" for name in names))


def child(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first element of that name right under ``element``."""
    return element.find(f"{{{NAMESPACE}}}{name}")


def words(element: etree._Element | None) -> str:
    """Return the element's text without what surrounds it; "" where there is neither."""
    return "" if element is None else (element.text or "").strip()


def text_of(element: etree._Element, name: str) -> str:
    """Return the first language's words of a title or description (13.1.1)."""
    holder = child(element, name)
    return "" if holder is None else words(child(holder, "langstring"))
