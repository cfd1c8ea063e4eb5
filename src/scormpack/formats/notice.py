"""``NOTICE.txt`` of every package: what is inside, whose it is, and under which licence."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.formats.inventory import Inventory, bundled_libraries, scormpack_itself


def write_notice(held: Inventory) -> bytes:
    """Return the notice of a package."""
    return "\n".join([*_ours(), *_schemas(held), *_authors(held), ""]).encode()


def _ours() -> Iterator[str]:
    itself = scormpack_itself()
    yield "What is in this package"
    yield ""
    yield f"Scripts, style sheet and the pages' own words: {itself.name} {itself.version}, {itself.license}"
    yield "  https://www.apache.org/licenses/LICENSE-2.0"
    for library in bundled_libraries():
        yield f"  with {library.name} {library.version}, {library.license}"
    if not bundled_libraries():
        yield "  They hold no code of anybody else's."


def _schemas(held: Inventory) -> Iterator[str]:
    if held.schemas:
        yield ""
        yield "Schema files (.xsd, .dtd) at the root, unaltered and under their owners' terms:"
    for owner, paths in held.schemas:
        yield f"  {owner}: {', '.join(paths)}"


def _authors(held: Inventory) -> Iterator[str]:
    yield ""
    yield "Texts, questions, and all that follows: the course's own, under its authors' terms"
    yield from (f"  {path}" for path in held.media)
