"""``NOTICE.txt`` of every package: what is inside, whose it is, and under which licence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.metadata import version

from scormpack.assets import libraries

_SCHEMAS = {
    "scorm12": "IMS Global Learning Consortium and Advanced Distributed Learning (ADL)",
    "scorm2004": "IMS Global Learning Consortium, IEEE and Advanced Distributed Learning (ADL)",
}
"""Owners of the schema files, by the runtime that stands beside them."""
_ASSETS = ("style", "messages", "runtime", "reader", "tutor", "course", "search", "asks")


def write_notice(runtime: str, paths: Collection[str]) -> bytes:
    """Return the notice of a package.

    Args:
        runtime: its name.
        paths: of the site's files.
    """
    media = [path for path in sorted(paths) if _is_authors(path)]
    return "\n".join([*_ours(runtime), *_authors(media), ""]).encode()


def _is_authors(path: str) -> bool:
    stem = path.removeprefix("assets/").partition("-")[0]
    return path.startswith("assets/") and not (path.endswith((".css", ".js")) and stem in _ASSETS)


@cache
def _ours(runtime: str) -> tuple[str, ...]:
    lines = [
        "What is in this package",
        "",
        f"Scripts, style sheet and the pages' own words: scormpack {version('scormpack')}, Apache-2.0",
        "  https://www.apache.org/licenses/LICENSE-2.0",
    ]
    lines += _others(libraries())
    if runtime in _SCHEMAS:
        lines += [
            "",
            f"Schema files (.xsd, .dtd) at the root, unaltered: {_SCHEMAS[runtime]};",
            "  each says so itself",
        ]
    return tuple(lines)


def _others(held: Collection[Mapping[str, str]]) -> Iterator[str]:
    if not held:
        yield "  They hold no code of anybody else's."
    for library in held:
        yield f"  with {library['name']} {library['version']}, {library['license']}"


def _authors(media: Collection[str]) -> Iterator[str]:
    yield ""
    yield "Texts, questions, and all that follows: the course's own, under its authors' terms"
    yield from (f"  {path}" for path in media)
