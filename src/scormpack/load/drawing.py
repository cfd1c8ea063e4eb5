"""SVG files: read as the programs that they can be, and refused where they are."""

from __future__ import annotations

import re

from lxml import etree

from scormpack.late_regex import compile_late

_SVG = "{http://www.w3.org/2000/svg}"
_ELSEWHERE = compile_late(
    r"url\(\s*[\"']?(?!#)(?!data:(?:image|font)/)|@import|expression\(|-moz-binding|javascript:", re.IGNORECASE
)
_REMARK = compile_late(r"/\*.*?\*/", re.DOTALL)
_PICTURE = compile_late(r"data:image/(?:png|jpeg|gif|webp|avif);base64,")
_REFUSED = frozenset(["script", "foreignObject", "handler", "listener", "iframe", "audio", "video", "canvas"])
_ANIMATIONS = frozenset(["set", "animate", "animateTransform", "animateMotion"])


def read_drawing(data: bytes) -> etree._Element | str:
    """Return the root of an SVG, or what keeps it from being shown: it could run, or ask other hosts for something.

    A browser runs what stands in an SVG when the file itself is opened, as an LMS may offer it.
    """
    if re.search(rb"<!(?:DOCTYPE[^>]*\[|ENTITY)", data, re.IGNORECASE) or b"\0" in data:
        return "it declares entities of its own"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return "it is no well-formed SVG"
    if root.tag not in (f"{_SVG}svg", "svg"):
        return "it is no SVG"
    if b"<?xml-stylesheet" in data:
        return "it asks for a style sheet"
    faults = (_fault_of(element) for element in root.iter(etree.Element))
    return next((fault for fault in faults if fault), root)


def _fault_of(element: etree._Element) -> str:
    name = etree.QName(element)
    if name.localname in _REFUSED or name.namespace == "http://www.w3.org/1999/xhtml":
        return f"it holds a <{name.localname}>"
    if name.localname == "style" and _leads_elsewhere(element.text or ""):
        return "its style asks for another file"
    attributes = ((etree.QName(str(key)).localname, str(value).strip()) for key, value in element.attrib.items())
    faults = (_fault_of_attribute(name.localname, attribute, value) for attribute, value in attributes)
    return next((fault for fault in faults if fault), "")


def _fault_of_attribute(element: str, name: str, value: str) -> str:
    if name.lower().startswith("on"):
        return f"it reacts to events (`{name}`)"
    if element in _ANIMATIONS and name == "attributeName" and value.lower().endswith("href"):
        return "it changes an address"
    leads = (
        not value.startswith("#") and not _is_harmless(element, value) if name == "href" else _leads_elsewhere(value)
    )
    return f"it refers to another file or site (`{name}`)" if leads else ""


def _is_harmless(element: str, address: str) -> bool:
    return element in ("image", "feImage") and _PICTURE.match(address) is not None


def _leads_elsewhere(style: str) -> bool:
    # An escape or a remark can hide `url(`: no drawing program writes the first.
    return ("\\" in style and "(" in style) or _ELSEWHERE.search(_REMARK.sub("", style)) is not None
