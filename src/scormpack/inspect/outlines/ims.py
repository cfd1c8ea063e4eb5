"""The outline of an imsmanifest.xml: SCORM 1.2 and 2004, content packages, cartridges, QTI."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from scormpack.formats.ims.binding import Binding, words
from scormpack.formats.references import leads_out, resolve
from scormpack.formats.rules import Package
from scormpack.inspect.inspection import Activity, Node, Outline

DEEPEST = 40
"""Levels of items that are shown; the most nested of real packages have six."""


def outline_ims(binding: Binding, package: Package) -> Outline:
    """Return what an imsmanifest.xml says, in the words of one standard."""
    resources = {resource.get("identifier", ""): resource for resource in binding.all_in(package, "resource")}
    organizations = _in_order(binding, package.root)
    tree = tuple(_organization(binding, organization, resources) for organization in organizations)
    if not organizations:
        tree = tuple(_resource(resource, name) for name, resource in resources.items())
    activities = tuple(
        _activity(binding, item, resources[item.get("identifierref", "")])
        for organization in organizations
        for item in binding.every(organization, "item")
        if item.get("identifierref", "") in resources
    )
    title = _title(binding, organizations[0]) if organizations else ""
    return Outline(title, tree, activities)


def _in_order(binding: Binding, root: etree._Element) -> list[etree._Element]:
    """The default organization first: it is the one that LMSs open."""
    defaults = {holder.get("default") for holder in binding.every(root, "organizations")}
    found = list(binding.every(root, "organization"))
    return sorted(found, key=lambda organization: organization.get("identifier") not in defaults)


def _title(binding: Binding, element: etree._Element) -> str:
    return next((" ".join(words(title).split()) for title in binding.children(element, "title")), "")


def _organization(binding: Binding, element: etree._Element, resources: dict[str, etree._Element]) -> Node:
    items = tuple(_item(binding, item, resources, 1) for item in binding.children(element, "item"))
    return Node("organization", _title(binding, element), element.get("identifier", ""), (), items)


def _item(binding: Binding, item: etree._Element, resources: dict[str, etree._Element], depth: int) -> Node:
    resource = resources.get(item.get("identifierref", ""))
    below = binding.children(item, "item") if depth < DEEPEST else []
    details = tuple(_details(binding, item, resource))
    items = tuple(_item(binding, child, resources, depth + 1) for child in below)
    return Node("item", _title(binding, item), item.get("identifier", ""), details, items)


def _details(binding: Binding, item: etree._Element, resource: etree._Element | None) -> Iterator[str]:
    if resource is not None:
        yield f"{_kind(binding, resource)} opening {launch_of(resource, item.get('parameters', ''))}"
    elif item.get("identifierref"):
        yield f"opens `{item.get('identifierref')}`, which is nothing here"
    if item.get("isvisible") == "false":
        yield "hidden"
    said = {"pass mark": _mastery(binding, item), "after": _prerequisites(binding, item)}
    said |= {"time limit": _text(binding, item, "maxtimeallowed", "timeLimitAction")}
    yield from (f"{name} {value}" for name, value in said.items() if value)


def _resource(resource: etree._Element, name: str) -> Node:
    details = (f"opens {launch_of(resource)}",) if resource.get("href") else ()
    return Node(f"resource of type {resource.get('type', '?')}", "", name, details)


def launch_of(resource: etree._Element, parameters: str = "") -> str:
    """Return the page that a resource opens, from the package's root, or its address elsewhere."""
    href = resource.get("href")
    if href is None:
        return "nothing"
    if leads_out(href):
        return href
    query = href[len(href.split("?")[0].split("#")[0]) :]
    return resolve(resource, href) + unquote(query) + parameters


def _kind(binding: Binding, resource: etree._Element) -> str:
    kind = resource.get(binding.scorm_type_attribute)
    return {"sco": "SCO", "asset": "asset"}.get(kind or "", kind or resource.get("type") or "resource")


def _text(binding: Binding, item: etree._Element, *names: str) -> str:
    found = (item.find(f"{{{binding.adl}}}{name}") for name in names)
    return next((words(element).strip() for element in found if element is not None), "")


def _mastery(binding: Binding, item: etree._Element) -> str:
    """SCORM 1.2 has an element of ADL's, 2004 a measure of the primary objective."""
    measures = item.iterfind("{*}sequencing/{*}objectives/{*}primaryObjective/{*}minNormalizedMeasure")
    return _text(binding, item, "masteryscore") or next((words(measure).strip() for measure in measures), "")


def _prerequisites(binding: Binding, item: etree._Element) -> str:
    """SCORM 1.2 names items, 2004 shared objectives, on which a rule hangs that disables the item."""
    awaited = " and ".join(dict.fromkeys(_awaited(item)))
    return _text(binding, item, "prerequisites") or awaited


def _awaited(item: etree._Element) -> Iterator[str]:
    for rule in item.iterfind("{*}sequencing/{*}sequencingRules/{*}preConditionRule"):
        if rule.find("{*}ruleAction[@action='disabled']") is None:
            continue
        asked = {condition.get("referencedObjective") for condition in rule.iterfind(".//{*}ruleCondition")}
        for objective in item.iterfind("{*}sequencing/{*}objectives/{*}objective"):
            if objective.get("objectiveID") in asked:
                maps = objective.iterfind("{*}mapInfo")
                yield from (
                    one.get("targetObjectiveID", "") for one in maps if one.get("readSatisfiedStatus") != "false"
                )


def _activity(binding: Binding, item: etree._Element, resource: etree._Element) -> Activity:
    return Activity(
        title=_title(binding, item),
        identifier=item.get("identifier", ""),
        launch=launch_of(resource, item.get("parameters", "")),
        kind=_kind(binding, resource).lower(),
        mastery=_mastery(binding, item),
        prerequisites=_prerequisites(binding, item),
    )
