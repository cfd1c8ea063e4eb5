"""Facts about the words for XML that breaks a schema: no validator's jargon, and what to write."""

from __future__ import annotations

import pytest
from lxml import etree

from scormpack.formats.fault import Fault
from scormpack.formats.schema_words import explain_schema
from scormpack.formats.xml_file import schema_faults

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x" xmlns="urn:x"
    elementFormDefault="qualified">
  <xs:simpleType name="someScore"><xs:restriction base="xs:decimal">
    <xs:minInclusive value="0"/><xs:maxInclusive value="1"/></xs:restriction></xs:simpleType>
  <xs:element name="a"><xs:complexType>
    <xs:sequence>
      <xs:element name="title"><xs:simpleType><xs:restriction base="xs:string">
        <xs:minLength value="1"/><xs:maxLength value="5"/></xs:restriction></xs:simpleType></xs:element>
      <xs:element name="b" minOccurs="0" maxOccurs="9"><xs:complexType>
        <xs:choice><xs:element name="c" type="xs:boolean"/><xs:element name="d" type="xs:anyURI"/></xs:choice>
        <xs:attribute name="id" type="xs:ID" use="required"/>
        <xs:attribute name="rate" type="someScore"/>
        <xs:attribute name="when"><xs:simpleType><xs:restriction base="xs:string">
          <xs:enumeration value="now"/><xs:enumeration value="later, or never"/></xs:restriction></xs:simpleType>
        </xs:attribute>
        <xs:attribute name="lang" type="xs:language"/>
        <xs:attribute name="count" type="xs:nonNegativeInteger"/>
        <xs:attribute name="code"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[{}a-z]+"/>
          </xs:restriction></xs:simpleType></xs:attribute>
        <xs:anyAttribute namespace="##other" processContents="strict"/>
      </xs:complexType></xs:element>
      <xs:any namespace="##other" minOccurs="0" processContents="strict"/>
    </xs:sequence>
  </xs:complexType><xs:unique name="u"><xs:selector xpath="*"/><xs:field xpath="@code"/></xs:unique></xs:element>
</xs:schema>"""
B = "<b id='i'><c>true</c></b>"

# What stands in the document, and how it is told.
FAULTS = {
    "<title>T</title><b><c>true</c></b>": "`<b>` has no `id`: write it",
    "<title>T</title><b id='i' x='1'><c>true</c></b>": "`<b>` has no attribute `x` in this standard: take it out",
    "<title>T</title><b id='i' xml:x='1'><c>true</c></b>": "`<b>` has no attribute `xml:x` in this standard",
    "<title>T</title><b id='00'><c>true</c></b>": "`id` of `<b>` is `00`: a letter or `_` comes first, then letters, "
    "digits, `-`, `_` and `.` alone",
    f"<title>T</title>{B}{B}": "`id` of `<b>` is `i`, as another element's is: give each its own",
    "<title>T</title><b id='i' rate='80'><c>true</c></b>": "`rate` of `<b>` is `80`: 1 is the most",
    "<title>T</title><b id='i' rate='-1'><c>true</c></b>": "`rate` of `<b>` is `-1`: 0 is the least",
    "<title>T</title><b id='i' rate='most'><c>true</c></b>": "`rate` of `<b>` is `most`: write a number",
    "<title>T</title><b id='i' count='few'><c>true</c></b>": "`count` of `<b>` is `few`: write a whole number",
    "<title>T</title><b id='i' lang='the best'><c>true</c></b>": "`lang` of `<b>` is `the best`: write the code of a "
    "language, as `en` or `pt-BR`",
    "<title>T</title><b id='i' when='soon'><c>true</c></b>": "`when` of `<b>` is `soon`: write `now` or "
    "`later, or never`",
    "<title>T</title><b id='i' code='A'><c>true</c></b>": "`code` of `<b>` is `A`, which has not the form `[{}a-z]+`",
    "<title>T</title><b id='i'><c>yes</c></b>": "`<c>` is `yes`: write `true` or `false`",
    "<title>T</title><b id='i'><d>:a b:</d></b>": "`<d>` is `:a b:`: write an address",
    "<title>T</title><b id='i'/>": "`<b>` is not whole: `<c>` or `<d>` is missing",
    "<title>T</title><e/>": "`<e>` may not stand here, only `<b>` or an element of another namespace: take it out, "
    "or put it in its place",
    "<b id='i'/>": "`<b>` may not stand here, only `<title>`: take it out, or put it in its place",
    f"<title>T</title>{B * 1}<title>T</title>": "`<title>` may not stand here, only an element of another namespace",
    "<title>T</title><x:y xmlns:x='urn:z'/>": "`<y>` is no word of any standard that the manifest may use: take it out",
    "<title/>": "`<title>` is empty: write it",
    "<title>Titles</title>": "`<title>` has 6 characters: 5 are the most",
    "Text": "`<a>` has text beside its elements: put it into one of them, or take it out",
    "<title>T</title><b id='i' code='a'><c>1</c></b><b id='j' code='a'><c>1</c></b>": "`a` is there twice where each "
    "must be another",
}


@pytest.mark.parametrize("content", FAULTS)
def test_a_fault_is_told_in_words_of_ours(content: str) -> None:
    """What stands there, and what may: nothing of the validator's own language."""
    told = [fault.sentence for fault in faults(f"<a xmlns='urn:x'>{content}</a>")]
    assert told[0].startswith(FAULTS[content]), told
    assert not any(jargon in told[0] for jargon in ("Element '", "facet", "xs:", "wildcard", "{urn"))


def faults(document: str) -> list[Fault]:
    """Return what the schema has against a document."""
    schema = etree.XMLSchema(etree.fromstring(SCHEMA.encode()))
    return list(schema_faults("m.xml", schema, etree.fromstring(document)))


def test_another_namespace_is_named() -> None:
    """A document of another standard is told by its first element and the namespace that it has."""
    (fault,) = faults("<manifest xmlns='urn:imscp_v9'/>")
    assert fault.sentence == (
        "the document begins with `<manifest>` of the namespace `urn:imscp_v9`, which this standard does not have: "
        "write its own, to the letter"
    )


def test_many_names_and_long_values_are_cut() -> None:
    """However long a stranger's value, or a list of what may stand there: a sentence stays one."""
    many = ", ".join(f"{{u}}n{number}" for number in range(40))
    told = explain_schema(f"Element '{{u}}x': This element is not expected. Expected is one of ( {many} ).")
    assert "`<n11>` and 28 more" in told
    assert len(explain_schema(f"Element 'x': '{'y' * 5000}' is not a valid value of the atomic type 'xs:ID'.")) < 400


def test_what_has_no_words_is_told_as_it_is() -> None:
    """A message that nobody has seen yet stays readable: without namespaces, on one line."""
    assert explain_schema("Element '{urn:x}a': Something\nnew.") == "Element 'a': Something new"
