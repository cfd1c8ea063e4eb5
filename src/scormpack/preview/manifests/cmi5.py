"""cmi5.xml: the course structure (cmi5 specification, section 13)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scormpack.preview.content import Content, Part
from scormpack.preview.manifests.xml import attribute, child, number, package_path, text

_DEEPEST = 40


def read_cmi5(structure: etree._Element) -> Content:
    """Return the assignable units, in order.

    Raises:
        ValueError: where there is none.
    """
    course = child(structure, "course")
    parts = tuple(_parts(structure, 0))
    if not parts:
        raise ValueError("it has no assignable unit (au) with a url, so there is nothing to launch")
    identifier = "" if course is None else attribute(course, "id")
    title = _string(course, "title") or parts[0].title
    return Content("cmi5", "cmi5", identifier, title, parts)


def _parts(parent: etree._Element, depth: int) -> Iterator[Part]:
    for node in parent:
        name = etree.QName(node).localname
        if name == "au" and text(node, "url"):
            yield _part(node, depth)
        elif name == "block" and depth < _DEEPEST:
            yield from _parts(node, depth + 1)


def _part(unit: etree._Element, depth: int) -> Part:
    """13.1.4: moveOn is NotApplicable and launchMethod AnyWindow where the structure says nothing."""
    url = text(unit, "url")
    return Part(
        id=attribute(unit, "id"),
        title=_string(unit, "title") or attribute(unit, "id"),
        href=url if "://" in url else package_path(url),
        depth=depth,
        mastery=number(attribute(unit, "masteryScore")),
        launch_data=text(unit, "launchParameters"),
        move_on=attribute(unit, "moveOn") or "NotApplicable",
        launch_method=attribute(unit, "launchMethod") or "AnyWindow",
        entitlement_key=text(unit, "entitlementKey"),
    )


def _string(node: etree._Element | None, name: str) -> str:
    """Return the first of a text's languages."""
    return text(node, name, "langstring")
