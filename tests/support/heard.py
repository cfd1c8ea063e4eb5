"""What Chromium tells a screen reader of a page: its accessibility tree, flat and in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

CONTROLS = {"link", "button", "textbox", "searchbox", "checkbox", "radio", "combobox", "DisclosureTriangle"}
PRESSED = {"button", "DisclosureTriangle"}
"""Controls of which each must tell what it is for: whoever lists them hears nothing around them."""
LANDMARKS = {"main", "navigation", "search", "region", "contentinfo", "banner", "complementary", "form"}


@dataclass(frozen=True)
class Heard:
    """An object as a screen reader knows it.

    Attributes:
        role: ARIA's name, or Chromium's own where ARIA has none.
        name: what is said of it; of a text, the text.
        description: what is said after it.
        states: such as ``{"level": 2}``, ``{"checked": "true"}``, ``{"live": "polite"}``, ``{"focused": True}``.
        text: all text within it.
    """

    role: str
    name: str
    description: str
    states: Mapping[str, Any]
    text: str


def hear(page: Page) -> list[Heard]:
    """Return all that is not hidden from a screen reader, in reading order."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    (root,) = (node for node in nodes if "parentId" not in node)
    return list(_walk(root, by_id))


def outline_of(heard: Sequence[Heard]) -> list[tuple[int, str]]:
    """Return level and words of every heading."""
    return [(one.states["level"], one.name) for one in heard if one.role == "heading"]


def faults_of(heard: Sequence[Heard]) -> list[str]:
    """Return what is wrong with any page: headings, landmarks and names, a line each."""
    levels = [level for level, _ in outline_of(heard)]
    faults = [f"{levels.count(1)} headings of level 1"] if levels.count(1) != 1 else []
    jumps = [at for at, level in enumerate(levels) if level > (levels[at - 1] if at else 0) + 1]
    faults += [f"a jump to level {levels[at]}: {outline_of(heard)[at][1]}" for at in jumps]
    roles = [one.role for one in heard]
    faults += [f"{roles.count(role)} of {role}" for role in ("main", "contentinfo") if roles.count(role) != 1]
    nameless = [one for one in heard if one.role in CONTROLS | {"region", "navigation", "dialog"} and not one.name]
    faults += [f"no name: {one.role} {one.text[:60]!r}" for one in nameless]
    alike = Counter((one.role, one.name) for one in heard if one.role in PRESSED)
    return faults + [f"{count} of one name: {role} {name!r}" for (role, name), count in alike.items() if count > 1]


def said_live(heard: Sequence[Heard]) -> list[str]:
    """Return what stands in the live regions."""
    return [one.text for one in heard if one.states.get("live") in ("polite", "assertive") and one.text]


def _walk(node: dict[str, Any], by_id: Mapping[str, dict[str, Any]]) -> Iterator[Heard]:
    role = node["role"]["value"]
    if not node["ignored"] and role not in ("none", "InlineTextBox"):
        states = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
        name, description = (node.get(key, {}).get("value", "") for key in ("name", "description"))
        yield Heard(role, name, description, states, " ".join(_texts(node, by_id)))
    for child in node.get("childIds", []):
        if child in by_id:
            yield from _walk(by_id[child], by_id)


def _texts(node: dict[str, Any], by_id: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    if node["role"]["value"] == "StaticText":
        if words := node["name"]["value"].strip():
            yield words
        return
    for child in node.get("childIds", []):
        if child in by_id:
            yield from _texts(by_id[child], by_id)
