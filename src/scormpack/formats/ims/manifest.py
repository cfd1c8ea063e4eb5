"""imsmanifest.xml, made from the very files that the package holds (CAM, 2.3 in SCORM 1.2 and 3.4 in SCORM 2004)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from scormpack.formats.element import HOLE, Element, Filled, Form, Vocabulary
from scormpack.formats.ims import identifiers
from scormpack.formats.ims.binding import XSI, Binding
from scormpack.formats.xml_file import one_line
from scormpack.model import Course, Unit, unit_scos
from scormpack.model.identity import Identity

SHARED = "resource-shared"
"""What the SCOs of a package share: style, scripts, media."""


class Additions(NamedTuple):
    """What one standard adds to content packaging.

    Attributes:
        item: for each SCO, elements after its item's title.
        metadata: elements after schema and schemaversion.
        organization: elements after the items.
        group: makes the elements after the items of a module, where each lesson is a SCO.
    """

    item: Callable[[Unit], Iterable[Element]]
    metadata: Iterable[Element | Filled] = ()
    organization: Iterable[Element] = ()
    group: Callable[[], Iterable[Element]] = tuple


class Contents(NamedTuple):
    """What the manifest lists.

    Attributes:
        scos: in order, each as a unit: the package's own, or its lessons.
        files: paths of the package's files but the manifest, the schemas and the meta-data.
        build: the build id, as the pages' footers show it: it tells which build an LMS holds (complaint 22).
    """

    scos: tuple[Unit, ...]
    files: Collection[str]
    build: str


def contents_of(course: Course, unit: Unit, files: Collection[str], build: str) -> Contents:
    """Return what the manifest of a unit's package lists."""
    return Contents(unit_scos(course, unit), files, build)


def build_manifest(binding: Binding, unit: Unit, contents: Contents, additions: Additions) -> Element:
    """Return the manifest of a unit's package; ``additions`` are what the standard of ``binding`` adds."""
    top = Vocabulary(binding.cp, binding.prefixes)
    cp = Vocabulary(binding.cp, {None: binding.cp})
    places = (f"{space} {file}" for space, file in binding.schema_files.items())
    return top.element(
        "manifest",
        # Both words exactly so: CAM 1.2, 2.3.6.1; 2004 4th CAM, 3.4.1.
        cp.element(
            "metadata",
            cp.element("schema", "ADL SCORM"),
            cp.element("schemaversion", binding.version),
            *additions.metadata,
        ),
        _organizations(cp, unit, contents, additions),
        cp.element("resources", *_resources(cp, binding, contents)),
        attributes={
            "identifier": identifiers.manifest_identifier(unit),
            "version": contents.build,
            f"{{{XSI}}}schemaLocation": " ".join(places),
        },
    )


def _organizations(cp: Vocabulary, unit: Unit, contents: Contents, additions: Additions) -> Element:
    name = identifiers.organization_identifier(unit)
    organization = cp.element(
        "organization",
        cp.element("title", one_line(unit.title)),
        *_items(cp, unit, contents, additions),
        *additions.organization,
        attributes={"identifier": name},
    )
    return cp.element("organizations", organization, attributes={"default": name})


def _items(cp: Vocabulary, unit: Unit, contents: Contents, additions: Additions) -> Iterator[Element]:
    """Yield an item for each SCO; those of a course's lessons stand in their modules."""
    if unit.scos == "one" or unit.kind != "course":
        yield from (_item(cp, sco, additions) for sco in contents.scos)
        return
    scos = iter(contents.scos)
    for number, module in enumerate(unit.modules, 1):
        yield cp.element(
            "item",
            cp.element("title", one_line(module.title)),
            *(_item(cp, next(scos), additions) for _ in module.lessons),
            *additions.group(),
            attributes={"identifier": f"item-module-{module.id or number}"},  # no result hangs on it
        )


def _item(cp: Vocabulary, sco: Unit, additions: Additions) -> Element:
    return cp.element(
        "item",
        cp.element("title", one_line(sco.title)),
        *additions.item(sco),  # within an item, what is not content packaging comes last
        attributes={
            "identifier": identifiers.item_identifier(sco),
            "identifierref": identifiers.resource_identifier(sco),
        },
    )


def _resources(cp: Vocabulary, binding: Binding, contents: Contents) -> Iterator[Element | Filled]:
    """Yield one SCO of all files: every LMS bears that, few have a menu for more (complaint 31); or one for each page.

    Schemas and meta-data are control documents, not content: they lie at the root unlisted, as in ADL's own packages.
    """
    if len(contents.scos) == 1:
        (sco,) = contents.scos
        form = _sco_form(Identity(binding), tuple(sorted(contents.files)))
        yield form.fill(identifiers.resource_identifier(sco), sco.page)
        return
    for sco in contents.scos:
        needed = cp.element("dependency", attributes={"identifierref": SHARED})
        parts: list[Element | Filled] = [*_files(cp, [sco.page]), needed]
        yield _sco(cp, binding, identifiers.resource_identifier(sco), sco.page, parts)
    pages = {sco.page for sco in contents.scos}
    shared = (path for path in contents.files if path not in pages)
    attributes = {"identifier": SHARED, "type": "webcontent", binding.scorm_type_attribute: "asset"}
    yield cp.element("resource", *_files(cp, shared), attributes=attributes)


@lru_cache(maxsize=16)  # most packages of a course hold files of the same names
def _sco_form(binding: Identity[Binding], paths: tuple[str, ...]) -> Form:
    """Return the form of the only SCO of a package with these files: its identifier and its page are to fill in."""
    cp = Vocabulary(binding.of.cp, binding.of.prefixes)
    return Form(_sco(cp, binding.of, HOLE, HOLE, _files(cp, paths)))


def _sco(cp: Vocabulary, binding: Binding, identifier: str, page: str, parts: Iterable[Element | Filled]) -> Element:
    attributes = {"identifier": identifier, "type": "webcontent", binding.scorm_type_attribute: "sco", "href": page}
    return cp.element("resource", *parts, attributes=attributes)


def _files(cp: Vocabulary, paths: Iterable[str]) -> Iterable[Filled]:
    form = Form(cp.element("file", attributes={"href": HOLE}))
    return map(form.fill, sorted(paths))
