"""Facts about XML elements and how they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scormpack.formats.element import Element, Vocabulary, write_element
from scormpack.formats.xml_file import one_line

PREFIXES = {None: "urn:a", "b": "urn:b", "c": "urn:c"}
XML = "http://www.w3.org/XML/1998/namespace"

Tree = tuple[str, str, Mapping[str, str], str | None, tuple["Tree", ...]]
"""Namespace, name, attributes, text, and what stands in it."""

_TEXTS = st.one_of(st.text(), st.text("<>&\"' ]x")).map(one_line)
_ATTRIBUTES = st.dictionaries(st.sampled_from(["k", "{urn:b}k", "{urn:c}l", f"{{{XML}}}lang"]), _TEXTS)
_HEADS = st.tuples(st.sampled_from(["urn:a", "urn:b"]), st.sampled_from(["one", "two"]), _ATTRIBUTES)
_LEAVES = st.tuples(_HEADS, st.none() | _TEXTS).map(lambda made: (*made[0], made[1], ()))
TREES = st.recursive(
    _LEAVES,
    lambda inside: st.tuples(_HEADS, st.lists(inside, max_size=3)).map(lambda made: (*made[0], None, tuple(made[1]))),
)


def ours(tree: Tree) -> Element:
    """The tree as our element."""
    namespace, name, attributes, text, inside = tree
    held = [text] if text is not None else [ours(one) for one in inside]
    return Vocabulary(namespace, PREFIXES).element(name, *held, attributes=attributes)


def lxmls(tree: Tree, above: etree._Element | None = None) -> etree._Element:
    """The tree as lxml's element."""
    namespace, name, attributes, text, inside = tree
    nsmap: Any = PREFIXES
    tag = f"{{{namespace}}}{name}"
    made = etree.Element(tag, nsmap=nsmap) if above is None else etree.SubElement(above, tag)
    for key, value in attributes.items():
        made.set(key, value)
    if text is not None:
        made.text = text
    for one in inside:
        lxmls(one, made)
    return made


@given(TREES)
def test_a_document_is_written_as_lxml_writes_it(tree: Tree) -> None:
    """To the byte, whatever texts and attributes hold."""
    expected = etree.tostring(lxmls(tree), encoding="unicode", pretty_print=True)
    assert write_element(ours(tree)) == expected


def test_an_element_holds_a_text_or_elements() -> None:
    """Both at once would be written on lines of their own, which changes the text."""
    names = Vocabulary("urn:a", PREFIXES)
    with pytest.raises(ValueError, match="unpack"):
        names.element("one", "text", names.element("two"))  # type: ignore[call-overload]


def test_a_namespace_that_the_top_does_not_declare_is_an_error() -> None:
    """An attribute is never written without its namespace."""
    with pytest.raises(KeyError):
        write_element(Vocabulary("urn:a", PREFIXES).element("one", attributes={"{urn:other}k": "v"}))
