"""The outline of a cmi5 course structure: blocks and assignable units."""

from __future__ import annotations

from lxml import etree

from scormpack.formats.cmi5.names import NAMESPACE
from scormpack.formats.cmi5.tree import child, every, text_of, words
from scormpack.formats.rules import Package
from scormpack.inspect.inspection import Activity, Node, Outline

_DEEPEST = 40


def outline_cmi5(package: Package) -> Outline:
    """Return what a course structure says."""
    course = child(package.root, "course")
    title = "" if course is None else text_of(course, "title")
    identifier = "" if course is None else course.get("id", "")
    node = Node("course", title, identifier, (), _parts(package.root, 1))
    return Outline(title, (node,), tuple(_activity(au) for au in every(package.root, "au")))


def _parts(holder: etree._Element, depth: int) -> tuple[Node, ...]:
    if depth > _DEEPEST:
        return ()
    return tuple(
        Node("block", text_of(part, "title"), part.get("id", ""), (), _parts(part, depth + 1))
        if part.tag.endswith("block")
        else Node("AU", text_of(part, "title"), part.get("id", ""), _details(part))
        for part in holder.iterchildren(f"{{{NAMESPACE}}}block", f"{{{NAMESPACE}}}au")
    )


def _details(au: etree._Element) -> tuple[str, ...]:
    """13.1.4: what is left out has its default."""
    details = [f"opening {words(child(au, 'url'))}", f"done when {au.get('moveOn', 'NotApplicable')}"]
    details += [f"pass mark {au.get('masteryScore')}"] if au.get("masteryScore") else []
    return (*details, "in a window of its own") if au.get("launchMethod") == "OwnWindow" else tuple(details)


def _activity(au: etree._Element) -> Activity:
    return Activity(
        title=text_of(au, "title"),
        identifier=au.get("id", ""),
        launch=words(child(au, "url")),
        kind="au",
        mastery=au.get("masteryScore", ""),
        completion=au.get("moveOn", "NotApplicable"),
    )
