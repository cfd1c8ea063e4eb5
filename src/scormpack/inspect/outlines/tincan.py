"""The outline of a tincan.xml: a flat list of activities, one of them launched."""

from __future__ import annotations

from lxml import etree

from scormpack.formats.rules import Package
from scormpack.formats.xapi.names import NAMESPACE
from scormpack.formats.xapi.rules import every
from scormpack.inspect.inspection import Activity, Node, Outline


def outline_tincan(package: Package) -> Outline:
    """Return what a tincan.xml says."""
    activities = every(package, "activity")
    launched = [activity for activity in activities if _text(activity, "launch")]
    title = _text((launched or activities or [package.root])[0], "name")
    return Outline(
        title,
        tuple(_node(activity) for activity in activities),
        tuple(
            Activity(_text(activity, "name"), activity.get("id", ""), _text(activity, "launch"), "activity")
            for activity in launched
        ),
    )


def _text(activity: etree._Element, name: str) -> str:
    element = activity.find(f"{{{NAMESPACE}}}{name}")
    return "" if element is None else " ".join((element.text or "").split())


def _node(activity: etree._Element) -> Node:
    kind = activity.get("type", "").rpartition("/")[2] or "activity"
    launch, interaction = _text(activity, "launch"), _text(activity, "interactionType")
    details = [f"opening {launch}"] if launch else []
    details += [interaction] if interaction else []
    return Node(kind, _text(activity, "name"), activity.get("id", ""), tuple(details))
