"""Facts about XML as it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scormpack.formats import xml_file
from scormpack.formats.element import Vocabulary
from scormpack.formats.xml_file import DECLARATION, one_line, read_xml, write_xml

NAMES = Vocabulary("urn:x", {None: "urn:x"})


def test_characters_stay_as_they_are() -> None:
    """Umlauts, CJK, emoji and right-to-left text are written raw: Moodle shows references literally."""
    data = write_xml(NAMES.element("title", "Größe 大小 🚀 שלום"))
    assert "Größe 大小 🚀 שלום".encode() in data
    assert b"&#" not in data


def test_a_document_begins_with_its_declaration() -> None:
    """Version and encoding stand in double quotes."""
    assert write_xml(NAMES.element("title")).startswith(
        b'<?xml version="1.0" encoding="UTF-8"?>\n<title xmlns="urn:x"/>'
    )


@given(st.text())
def test_any_text_is_written_and_read_back(text: str) -> None:
    """No text of an author's breaks the document: what XML cannot hold is left out, the rest comes back."""
    data = write_xml(NAMES.element("title", one_line(text), attributes={"a": one_line(text)}))
    root = read_xml(data)
    assert (root.text or "") == one_line(text) == root.get("a")
    assert b"&#" not in data


@given(st.text(), st.text())
def test_indentation_is_passed_over_and_no_text_is(first: str, second: str) -> None:
    """Elements, texts and lines are the same without it, also where a text is but spaces, or none."""
    texts = [
        NAMES.element("title", one_line(first)),
        NAMES.element("title", f" {one_line(second)} "),
        NAMES.element("no"),
    ]
    data = write_xml(NAMES.element("top", NAMES.element("deep", *texts), NAMES.element("title", " ")))
    bare, whole = (list(read_xml(data, indented=indented).iter()) for indented in (True, False))
    assert [(element.tag, element.sourceline) for element in bare] == [(one.tag, one.sourceline) for one in whole]
    assert [element.text for element in bare if not len(element)] == [one.text for one in whole if not len(one)]
    assert all(element.tail is None for element in bare)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\tb\r\nc", "a b c"),
        (" a ", "a"),
        ("a\x00\x0b\x1f\ufffeb", "ab"),
        ("lone \ud83d half", "lone half"),
        ("Quoi\u00a0?", "Quoi\u00a0?"),
        ("a  b   c", "a b c"),
    ],
)
def test_one_line_drops_breaks_and_controls_only(text: str, line: str) -> None:
    """Breaks become single spaces, controls go, a no-break space stays."""
    assert one_line(text) == line


def test_no_character_is_taken_for_another() -> None:
    """One line of every character there is: breaks become a space, what XML 1.0 (2.2) does not know goes."""
    for number in range(0x110000):
        known = number in {9, 10, 13} or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or number >= 0x10000
        kept = " " if number in {9, 10, 13} else chr(number) if known else ""
        assert one_line(f"a{chr(number)}b") == f"a{kept}b"


def test_entities_are_not_expanded() -> None:
    """A document that declares an entity does not get its text."""
    root = read_xml(b'<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>')
    assert "boom" not in (root.text or "")


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a [<!ENTITY e0 'xxxxxxxxxx'>"
        + b"".join(b"<!ENTITY e%d '%s'>" % (i, b"&e%d;" % (i - 1) * 10) for i in range(1, 12))
        + b"]><a b='&e11;'/>",
        b"<a>" * 1000 + b"</a>" * 1000,
        b"<a><b " + b" ".join(b"a%d='1'" % number for number in range(1001)) + b"/></a>",
        DECLARATION + b"<a><b " + b" ".join(b"a%d='1'" % number for number in range(1001)) + b"/></a>",
    ],
    ids=["a billion laughs", "too deep", "too many attributes", "as many in a document like ours"],
)
def test_a_document_that_wants_too_much_is_refused(data: bytes) -> None:
    """Reading stops before memory or time run out."""
    with pytest.raises(etree.XMLSyntaxError):
        read_xml(data)


def test_a_document_type_fetches_and_changes_nothing() -> None:
    """An external entity stays a name, and a default attribute of a DTD is not set."""
    root = read_xml(b'<!DOCTYPE a [<!ATTLIST a b CDATA "x"><!ENTITY f SYSTEM "file:///etc/hostname">]><a>&f;</a>')
    assert not root.attrib
    assert root.text is None


def test_a_document_longer_than_any_manifest_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not even begun."""
    monkeypatch.setattr(xml_file, "LARGEST", 1_000)
    assert len(read_xml(b"<a>" + b"<b/>" * 200 + b"</a>")) == 200
    with pytest.raises(etree.XMLSyntaxError, match="more than any manifest"):
        read_xml(b"<a>" + b"<b/>" * 300 + b"</a>")
