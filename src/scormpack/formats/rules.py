"""How rules are written and run: a table of code to function, each fault one sentence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lxml import etree

from scormpack.formats.fault import Fault
from scormpack.formats.paths import LAUNCH
from scormpack.formats.xml_file import DECLARATION, read_xml, schema_faults
from scormpack.formats.xml_syntax import explain_syntax


@dataclass(frozen=True)
class Package:
    """What the rules look at.

    Attributes:
        name: of the manifest, as the faults call it.
        data: the manifest's bytes as they will be written.
        root: the same, parsed.
        files: every other file of the package, path to bytes; a rule reads the bytes of those it is about only, for
            the package may be a stranger's, of any size.
        hosts: that the course declares: its pages may ask them for something.
        launch: the pages that our own package opens on, in the manifest's order.
    """

    name: str
    data: bytes
    root: etree._Element
    files: Mapping[str, bytes]
    hosts: Collection[str] = ()
    launch: Sequence[str] = (LAUNCH,)
    _found: dict[object, tuple[etree._Element, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def every(self, name: str) -> tuple[etree._Element, ...]:
        """Return the manifest's elements of that name (Clark's notation), in its order; looked for once."""
        if name not in self._found:
            self._found[name] = tuple(self.root.iter(name))
        return self._found[name]

    def matching(self, path: etree.XPath) -> tuple[etree._Element, ...]:
        """Return the manifest's elements that match, in its order; looked for once."""
        if path not in self._found:
            found: Any = path(self.root)
            self._found[path] = tuple(found)
        return self._found[path]

    @cached_property
    def may_move_paths(self) -> bool:
        """Whether an ``xml:base`` may stand in the manifest; no other prefix than ``xml`` is ever its own."""
        return b"xml:base" in self.data or not self.data.startswith(DECLARATION)


Rules = Mapping[str, Callable[[Package], Iterator[str | Fault]]]
"""Code to a function that yields each fault: what is wrong and what to write, in a sentence, or a Fault with its place.

Tables of a format that say *own* hold for our packages only; all others hold for anybody's.
"""


def judge_package(  # noqa: PLR0913, PLR0917 - the manifest, what stands beside it, and what judges both
    name: str,
    manifest: bytes,
    files: Mapping[str, bytes],
    schema: etree.XMLSchema,
    rules: Rules,
    hosts: Collection[str] = (),
    launch: Sequence[str] = (LAUNCH,),
) -> list[str]:
    """Return what is wrong with a manifest beside these files: by its schema, then by the rules.

    Args:
        name: the manifest's path.
        manifest: its bytes as they will be written.
        files: every other file of the package, path to bytes.
        schema: of the whole manifest.
        rules: what the schema lets pass.
        hosts: that the course declares.
        launch: the pages that it opens on.
    """
    try:
        root = read_xml(manifest, indented=True)
    except etree.XMLSyntaxError as error:
        return [f"{name} is not well-formed XML: {explain_syntax(error)} [schema]"]
    package = Package(name, manifest, root, files, hosts, launch)
    return [str(fault) for fault in schema_faults(name, schema, root) + list_faults(rules, package)]


def find_faults(rules: Rules, package: Package) -> list[str]:
    """Return every fault as ``sentence [code]``, in the table's order."""
    return [str(fault) for fault in list_faults(rules, package)]


def list_faults(rules: Rules, package: Package) -> list[Fault]:
    """Return every fault with its code and place, in the table's order."""
    return [
        placed._replace(code=code, path=placed.path or (package.name if placed.line else ""))
        for code, find in rules.items()
        for fault in find(package)
        for placed in [fault if isinstance(fault, Fault) else Fault(fault)]
    ]
