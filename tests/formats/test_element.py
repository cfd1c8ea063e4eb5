"""Facts about XML elements and how they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scormpack.formats.element import HOLE, Element, Form, Vocabulary, write_element
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


def hollow(tree: Tree) -> Tree:
    """The tree without its words."""
    namespace, name, attributes, text, inside = tree
    return namespace, name, dict.fromkeys(attributes, HOLE), text and HOLE, tuple(hollow(one) for one in inside)


def words_of(tree: Tree) -> list[str]:
    """The words of a tree, in the order in which it is written."""
    _, _, attributes, text, inside = tree
    return [*attributes.values(), *([text] if text else []), *(word for one in inside for word in words_of(one))]


@given(TREES, TREES)
def test_a_form_is_written_as_the_element_that_it_makes(tree: Tree, beside: Tree) -> None:
    """To the byte, whatever is filled in, and wherever it stands."""
    names = Vocabulary("urn:a", PREFIXES)
    made = Form(ours(hollow(tree))).fill(*words_of(tree))
    filled = names.element("top", made, names.element("deep", made, ours(beside)))
    assert write_element(filled) == write_element(
        names.element("top", ours(tree), names.element("deep", ours(tree), ours(beside)))
    )


def test_a_form_keeps_its_own_percent_signs() -> None:
    """What stands beside the holes is written as it is, and so is what is filled in."""
    names = Vocabulary("urn:a", PREFIXES)
    form = Form(names.element("one", HOLE, attributes={"k": "100 %s"}))
    assert '<one k="100 %s">5 %d</one>' in write_element(names.element("top", form.fill("5 %d")))


def test_a_form_asks_for_as_many_words_as_it_has_holes() -> None:
    """One too few or too many is an error, and never a document that lacks a word."""
    names = Vocabulary("urn:a", PREFIXES)
    form = Form(names.element("one", HOLE, attributes={"k": HOLE}))
    for words in (["plain"], ["plain", "words", "more"], ["<"], ["<", ">", "&"]):
        with pytest.raises((TypeError, ValueError)):
            write_element(names.element("top", form.fill(*words)))


def test_an_element_holds_a_text_or_elements() -> None:
    """Both at once would be written on lines of their own, which changes the text."""
    names = Vocabulary("urn:a", PREFIXES)
    with pytest.raises(ValueError, match="unpack"):
        names.element("one", "text", names.element("two"))  # type: ignore[call-overload]


def test_a_namespace_that_the_top_does_not_declare_is_an_error() -> None:
    """An attribute is never written without its namespace."""
    with pytest.raises(KeyError):
        write_element(Vocabulary("urn:a", PREFIXES).element("one", attributes={"{urn:other}k": "v"}))
