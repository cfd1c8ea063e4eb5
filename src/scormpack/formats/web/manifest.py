"""The web application manifest (W3C): how the site is called and looks once it is installed."""

from __future__ import annotations

import json
from collections.abc import Sequence

from scormpack.formats.language import unit_language
from scormpack.formats.paths import LAUNCH
from scormpack.formats.web.icons import Icon, colours_of
from scormpack.formats.web.names import OURS
from scormpack.model import Course, Unit
from scormpack.render.direction import direction_of

_SHORT = 12
"""Characters that a home screen shows below an icon."""


def build_manifest(course: Course, unit: Unit, icons: Sequence[Icon], build: str) -> bytes:
    """Return ``manifest.json``; its addresses count from where it lies, so that the site works in any folder.

    Args:
        course: that the unit is of.
        unit: what the site holds.
        icons: in the package.
        build: the build id.
    """
    language = unit_language(course, unit)
    file = course.file
    said = {
        "name": unit.title,
        "short_name": _shorten(unit.title),
        **({"description": unit.summary} if unit.summary else {}),
        "lang": language,
        "dir": direction_of(language),
        "start_url": LAUNCH,
        "scope": "./",
        "display": "standalone",
        "theme_color": colours_of(course)[0],
        "background_color": "#14171c" if file.theme.scheme == "dark" else "#ffffff",
        "icons": list(_entries(icons)),
        OURS: {"unit": unit.iri, "version": file.version, "build": build},
    }
    return (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode()


def _shorten(title: str) -> str:
    """Return as many whole words as fit below an icon."""
    if len(title) <= _SHORT:
        return title
    return title[: _SHORT + 1].rpartition(" ")[0].rstrip() or title[: _SHORT - 1] + "…"


def _entries(icons: Sequence[Icon]) -> list[dict[str, str]]:
    entries = [{"src": icon.path, "sizes": icon.sizes, "type": icon.kind} for icon in icons]
    # The letters keep clear of the edge, so a phone may cut its own shape out (Web Application Manifest, 9.3).
    cut = [entry | {"purpose": "maskable"} for entry in entries if entry["sizes"] == "512x512"]
    return entries + cut
