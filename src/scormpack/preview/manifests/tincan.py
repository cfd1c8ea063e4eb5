"""tincan.xml: the launch convention of the Tin Can API's authors."""

from __future__ import annotations

from lxml import etree

from scormpack.preview.content import Content, Part
from scormpack.preview.manifests.xml import attribute, child, children, package_path, text


def read_tincan(manifest: etree._Element) -> Content:
    """Return the activities that can be launched.

    Raises:
        ValueError: where none can be.
    """
    activities = list(children(child(manifest, "activities"), "activity"))
    launched = [node for node in activities if text(node, "launch")]
    if not launched:
        raise ValueError("no activity has a <launch>, so there is nothing to open")
    parts = tuple(
        Part(attribute(node, "id"), text(node, "name") or attribute(node, "id"), _href(text(node, "launch")))
        for node in launched
    )
    notes = () if activities[0] is launched[0] else (
        "the first activity has no <launch>; Moodle's launch plug-in takes the first and opens nothing",
    )  # fmt: skip
    return Content("xapi", "xAPI (tincan.xml)", parts[0].id, parts[0].title, parts, notes)


def _href(launch: str) -> str:
    return launch if "://" in launch else package_path(launch)
