"""What a package holds, by whose it is: ``NOTICE.txt`` and the bill of materials both say it from here."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from scormpack import __version__
from scormpack.assets import libraries

LICENSE = "Apache-2.0"
"""Of scormpack itself, by SPDX's list."""

TOOLS = ("babel", "comrak", "deflate", "jinja2", "lxml", "math-core", "nh3", "pygments", "tincan")
"""Python packages whose output stands in a package; none of their code does."""

_OURS = {"style", "messages", "runtime", "reader", "tutor", "course"}
_MADE = {"search", "asks"}
"""Beginnings of the names of scripts and style sheets in ``assets/``: ours, and what is made of the course's words."""
_OWNERS = (
    ("ims", "IMS Global Learning Consortium"),
    ("adl", "Advanced Distributed Learning (ADL)"),
    ("", "World Wide Web Consortium (W3C)"),
)
"""Of a schema file, by how its name begins; W3C's own are ``xml.xsd`` and two DTDs."""


class Library(NamedTuple):
    """Somebody's code, or a tool: name, version and SPDX licence ("" where it is not told)."""

    name: str
    version: str
    license: str = ""


class Inventory(NamedTuple):
    """The files of a package, each in one place.

    Attributes:
        ours: scripts, style sheets and the pages' words, which are scormpack's.
        schemas: schema files by their owner.
        made: pages, manifests and indexes, made of the course by scormpack.
        media: files of the course's own: pictures, sound, films, typefaces, downloads.
    """

    ours: tuple[str, ...]
    schemas: tuple[tuple[str, tuple[str, ...]], ...]
    made: tuple[str, ...]
    media: tuple[str, ...]


def take_inventory(paths: Collection[str]) -> Inventory:
    """Return who owns each of a package's files; ``paths`` are all that it holds."""
    places: dict[str, list[str]] = {"ours": [], "schema": [], "made": [], "media": []}
    for path in sorted(paths):
        places[_place(path)].append(path)
    return Inventory(
        tuple(places["ours"]), tuple(_by_owner(places["schema"])), tuple(places["made"]), tuple(places["media"])
    )


def scormpack_itself() -> Library:
    """Return the program whose scripts stand in every package."""
    return Library("scormpack", __version__, LICENSE)


@cache
def bundled_libraries() -> tuple[Library, ...]:
    """Return whose code stands within our scripts: npm packages; none, as long as we write it all ourselves.

    Raises:
        InstallationError: where the build hook has not run.
    """
    return tuple(Library(held["name"], held["version"], held["license"]) for held in libraries())


@cache
def tools() -> tuple[Library, ...]:
    """Return ``TOOLS``, with the versions that are installed."""
    from importlib.metadata import version  # noqa: PLC0415 (loads a mail parser, and only a bill asks for it)

    return tuple(Library(name, version(name)) for name in TOOLS)


def _place(path: str) -> str:
    if path.endswith(".html"):  # most are: a path of its own for each would take a while
        return "media" if path.startswith("assets/") else "made"
    file = PurePosixPath(path)
    if not path.startswith("assets/"):  # pages; at the root schemas, manifests, and a site's service worker
        return {".xsd": "schema", ".dtd": "schema", ".js": "ours"}.get(file.suffix, "made")
    stem = file.name.partition("-")[0] if file.suffix in {".css", ".js"} else ""
    return "ours" if stem in _OURS else "made" if stem in _MADE else "media"


def _by_owner(paths: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    left = list(paths)
    for beginning, owner in _OWNERS:
        held = tuple(path for path in left if path.lower().startswith(beginning))
        left = [path for path in left if path not in held]
        if held:
            yield owner, held
