"""Manifests of strangers as XML: bounded, without entities or network, and read whatever their prefixes are."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from scormpack.formats.xml_syntax import explain_syntax

LARGEST_MANIFEST = 8 << 20


def read_manifest(name: str, data: bytes) -> etree._Element:
    """Parse a manifest.

    Raises:
        ValueError: where it is too large or not well-formed.
    """
    if len(data) > LARGEST_MANIFEST:
        raise ValueError(f"{name} has {len(data):,} bytes; no LMS reads that")
    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)  # fmt: skip  # noqa: E501
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"it is not well-formed XML: {explain_syntax(error)}") from error
    return root


def children(node: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Yield the child elements of that local name, whatever their namespace."""
    for child in [] if node is None else node:
        if etree.QName(child).localname.lower() == name.lower():
            yield child


def child(node: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element down ``path``, or None."""
    for name in path:
        node = next(children(node, name), None)
    return node


def text(node: etree._Element | None, *path: str) -> str:
    """Return the text of the element down ``path`` in one line; "" where there is none."""
    found = child(node, *path)
    return "" if found is None else " ".join("".join(str(part) for part in found.itertext()).split())


def attribute(node: etree._Element, name: str) -> str:
    """Return an attribute by its local name, whatever its namespace and case; "" where there is none."""
    for key, value in node.attrib.items():
        if etree.QName(str(key)).localname.lower() == name.lower():
            return str(value)
    return ""


def number(said: str) -> float | None:
    """Return the number, or None where it is none."""
    try:
        return float(said)
    except ValueError:
        return None


def package_path(href: str) -> str:
    """Return an href as a path in the zip: percent signs undone, `./` gone, query and fragment as they are."""
    path, mark, rest = href, "", ""
    for sign in "?#":
        if sign in path:
            path, mark, tail = path.partition(sign)
            rest = mark + tail + rest
    parts = [part for part in unquote(path).replace("\\", "/").split("/") if part not in {"", "."}]
    return "/".join(parts) + rest
