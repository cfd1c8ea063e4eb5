"""Facts about how rules are run."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scormpack.formats.fault import Fault, at, in_file
from scormpack.formats.rules import Package, find_faults, list_faults


def _find(package: Package) -> Iterator[str | Fault]:
    yield "all of it is wrong"
    yield at(package.root[0], "this is wrong")
    yield in_file("a.html", "that is wrong", 7)


def test_a_fault_has_its_code_and_its_place() -> None:
    """A sentence becomes a fault; an element gives its line in the manifest; another file is named."""
    package = Package("m.xml", b"", etree.fromstring("<m>\n\n<a/></m>"), {})
    assert list_faults({"code": _find}, package) == [
        Fault("all of it is wrong", 0, "", "code"),
        Fault("this is wrong", 3, "m.xml", "code"),
        Fault("that is wrong", 7, "a.html", "code"),
    ]
    assert find_faults({"code": _find}, package)[:2] == [
        "all of it is wrong [code]",
        "m.xml, line 3: this is wrong [code]",
    ]


def test_elements_are_looked_for_once() -> None:
    """All rules get the same ones, in the manifest's order; no other name's."""
    package = Package("m.xml", b"", etree.fromstring('<m xmlns="urn:a"><b/><c><b/></c><b xmlns=""/></m>'), {})
    found = package.every("{urn:a}b")
    assert found == (package.root[0], package.root[1][0])
    assert package.every("{urn:a}b") is found
    assert package.every("b") == (package.root[2],)
