"""imsmanifest.xml: SCORM 1.2 and 2004 (Content Aggregation Model of each)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scormpack.preview.content import Content, Part, Standard
from scormpack.preview.manifests.xml import attribute, child, children, number, package_path, text

_DEEPEST = 40
_EDITIONS = {"CAM 1.3": "2nd edition", "2004 3rd Edition": "3rd edition", "2004 4th Edition": "4th edition"}


def read_scorm(manifest: etree._Element) -> Content:
    """Return the default organization's items.

    Raises:
        ValueError: where nothing in it can be launched.
    """
    standard, label, notes = _standard(manifest)
    listed = child(manifest, "resources")
    resources = {attribute(node, "identifier"): node for node in children(listed, "resource")}
    base = attribute(manifest, "base") + ("" if listed is None else attribute(listed, "base"))
    organization = _organization(manifest)
    parts = [] if organization is None else list(_parts(organization, resources, base, standard, 0))
    if not parts:  # a bare resource is what is left to open (CAM 2.3.4: a resource package)
        parts = [_bare(node, base) for node in resources.values() if attribute(node, "href")][:1]
        notes += ("no item of the default organization leads to a file; the first resource is opened",)
    if not parts:
        raise ValueError("no item leads to a file, so there is nothing to launch")
    title = text(organization, "title") or parts[0].title
    identifier = attribute(organization if organization is not None else manifest, "identifier")
    return Content(standard, label, identifier, title, tuple(parts), notes)


def _standard(manifest: etree._Element) -> tuple[Standard, str, tuple[str, ...]]:
    version = text(manifest, "metadata", "schemaversion")
    if version in _EDITIONS:
        return "scorm2004", f"SCORM 2004 {_EDITIONS[version]}", ()
    if version.startswith(("2004", "CAM", "1.3")):
        return "scorm2004", "SCORM 2004", (f"schemaversion is {version!r}, which names no edition",)
    if version == "1.2":
        return "scorm12", "SCORM 1.2", ()
    said = f"schemaversion is {version!r}" if version else "it has no schemaversion"
    return "scorm12", "SCORM 1.2", (f"{said}; LMSs take it for SCORM 1.2",)


def _organization(manifest: etree._Element) -> etree._Element | None:
    organizations = child(manifest, "organizations")
    every = list(children(organizations, "organization"))
    default = attribute(organizations, "default") if organizations is not None else ""
    return next((node for node in every if attribute(node, "identifier") == default), every[0] if every else None)


def _parts(
    parent: etree._Element, resources: dict[str, etree._Element], base: str, standard: Standard, depth: int
) -> Iterator[Part]:
    for item in children(parent, "item"):
        resource = resources.get(attribute(item, "identifierref"))
        if resource is not None and attribute(resource, "href") and attribute(item, "isvisible") != "false":
            yield _part(item, resource, base, standard, depth)
        if depth < _DEEPEST:
            yield from _parts(item, resources, base, standard, depth + 1)


def _part(item: etree._Element, resource: etree._Element, base: str, standard: Standard, depth: int) -> Part:
    identifier = attribute(item, "identifier")
    return Part(
        id=identifier,
        title=text(item, "title") or identifier,
        href=_href(resource, base, attribute(item, "parameters")),
        depth=depth,
        is_tracked=attribute(resource, "scormtype").lower() != "asset",
        mastery=_mastery(item, standard),
        launch_data=text(item, "datafromlms") or text(item, "dataFromLMS"),
        max_time=text(item, "maxtimeallowed") or _limit(item),
        time_limit_action=text(item, "timelimitaction"),
        completion_threshold=_threshold(item),
    )


def _bare(resource: etree._Element, base: str) -> Part:
    identifier = attribute(resource, "identifier")
    return Part(identifier, identifier, _href(resource, base, ""), is_tracked=attribute(resource, "scormtype") == "sco")


def _href(resource: etree._Element, base: str, parameters: str) -> str:
    """Join what CAM 2.3.6.1 and 3.4.1.1 (2004) join: the bases, the href, the item's parameters."""
    href = attribute(resource, "href")
    if "://" in href:
        return href
    href = package_path(base + attribute(resource, "base") + href)
    if not parameters:
        return href
    parameters = parameters.lstrip("?&") if parameters[:1] in "?&" else parameters
    if parameters.startswith("#"):
        return href + parameters
    return f"{href}{'&' if '?' in href else '?'}{parameters}"


def _mastery(item: etree._Element, standard: Standard) -> float | None:
    if standard == "scorm12":
        return number(text(item, "masteryscore"))
    objective = child(item, "sequencing", "objectives", "primaryObjective")
    if objective is None or attribute(objective, "satisfiedByMeasure").lower() not in {"true", "1"}:
        return None
    measure = number(text(objective, "minNormalizedMeasure"))
    return 1.0 if measure is None else measure  # the XSD's default


def _limit(item: etree._Element) -> str:
    limits = child(item, "sequencing", "limitConditions")
    return "" if limits is None else attribute(limits, "attemptAbsoluteDurationLimit")


def _threshold(item: etree._Element) -> float | None:
    node = child(item, "completionThreshold")
    if node is None:
        return None
    if attribute(node, "completedByMeasure"):  # 4th edition; the 3rd has the number as text
        measure = number(attribute(node, "minProgressMeasure") or "1")
        return measure if attribute(node, "completedByMeasure").lower() in {"true", "1"} else None
    return number(text(node))
