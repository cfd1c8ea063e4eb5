"""XML as LMSs bear it: raw UTF-8 with its declaration; read back without network, entities or surprises."""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree

from scormpack.formats.element import Element, write_element
from scormpack.formats.fault import Fault
from scormpack.formats.schema_words import explain_schema
from scormpack.late_regex import compile_late

LARGEST = 16_000_000
"""Bytes of a manifest that are read; the largest of real packages have some hundred thousand."""

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
"""What a document of ours begins with."""

_MOST_ATTRIBUTES = 1000
_HAS_TOO_MANY = etree.XPath(f"boolean(//*[count(@*) > {_MOST_ATTRIBUTES}])")

# XML 1.0, 2.2: what is left may stand in a document. To name what may is the same, and takes long to compile.
_FORBIDDEN = compile_late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Not all white space: a no-break space belongs to the words.
_BREAKS = compile_late(r"[ \t\r\n]+")


def one_line(text: str) -> str:
    """Return ``text`` without line breaks and without the controls that XML cannot hold."""
    if text.isprintable() and "  " not in text:  # most are: neither breaks nor controls, and no space but the usual
        return text.strip()
    return _BREAKS.sub(" ", _FORBIDDEN.sub("", text)).strip()


def write_xml(root: Element) -> bytes:
    """Return the document, indented: characters as they are, since Moodle shows ``&#228;`` literally."""
    return DECLARATION + write_element(root).encode()


def read_xml(data: bytes, *, indented: bool = False) -> etree._Element:
    """Parse a manifest: bounded in depth and size, nothing fetched, no entity expanded.

    Args:
        data: its bytes.
        indented: whether white space between two elements is but indentation, as in ours: it is passed over.

    Raises:
        lxml.etree.XMLSyntaxError: where it is not well-formed, or too much.
    """
    error: Any = etree.XMLSyntaxError  # lxml-stubs know no way to make one
    if len(data) > LARGEST:
        raise error(f"{len(data):,} bytes are more than any manifest has", None, 0, 0)
    root = etree.fromstring(data, _parser(indented))
    # Each may be a fault of its own. What begins as ours does is UTF-8, and has an equals sign for each of them.
    may_have = not data.startswith(DECLARATION) or data.count(b"=") > _MOST_ATTRIBUTES
    if may_have and _HAS_TOO_MANY(root):
        raise error(f"an element has more than {_MOST_ATTRIBUTES:,} attributes, which no manifest needs", None, 0, 0)
    return root


@cache  # it takes as long to make as a small manifest to read
def _parser(indented: bool) -> etree.XMLParser:  # noqa: FBT001 - a key
    # A DTD can fetch, expand without end, and change attributes: it is parsed over and never loaded.
    return etree.XMLParser(
        no_network=True,
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_blank_text=indented,
    )


def schema_faults(name: str, schema: etree.XMLSchema, root: etree._Element) -> list[Fault]:
    """Return what the schema has against the document, in words of ours."""
    if schema.validate(root):
        return []
    log: Any = schema.error_log  # lxml-stubs leaves out that one can go through it
    return [Fault(explain_schema(entry.message), entry.line, name, "schema") for entry in log]
