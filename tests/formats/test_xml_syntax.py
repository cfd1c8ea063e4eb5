"""Facts about the words for XML that is not well-formed: no parser's jargon, the place, and what to write."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from scormpack.formats.xml_file import read_xml
from scormpack.formats.xml_syntax import explain_syntax

# What is written, and where and how it is told.
FAULTS = {
    "": "it is empty",
    "Dear LMS": "beyond line 1, column 1 it cannot be read: it does not begin with a tag, so it is no XML",
    "<a>\n <b>\n</a>": "line 3, column 5 it cannot be read: `</a>` stands where `<b>` of line 2 is still open",
    "<a>\n <b>": "the file breaks off, `<b>` of line 2 is never closed",
    "<a": "the tag `<a` has no `>` at its end",
    "<a b=c/>": "an attribute's value has no quotes",
    "<a b/>": "the attribute `b` has no value",
    "<a b='1' b='2'/>": "the attribute `b` is there twice",
    "<a b='1'c='2'/>": "a space is missing between two attributes",
    "<a b='<'/>": "an attribute's value holds `<`: write `&lt;`",
    "<a>Fish & chips</a>": "line 1, column 10 it cannot be read: an `&` stands alone: write `&amp;`",
    "<a>AT&T </a>": "write `&amp;` for the sign itself",
    "<a>&nbsp;</a>": "`&nbsp;` is a name of HTML, which XML does not know",
    "<a>1 < 2</a>": "a `<` begins no tag: write `&lt;`",
    "<a/><b/>": "something follows the end of the document",
    "\n<?xml version='1.0'?><a/>": "something stands before `<?xml`",
    "<?xml version='1.0' encoding='klingon'?><a/>": "its encoding is `klingon`, which nobody knows",
    "<a>\x01</a>": "a control character that XML forbids (number 1)",
    "<a><!-- x </a>": "a comment is never closed",
    "<a><!-- x -- y --></a>": "a comment holds `--`",
    "<a><![CDATA[ x </a>": "a CDATA section is never closed",
    "<a>]]></a>": "write `]]&gt;`",
    "<a x:b='1'/>": "the prefix `x:` is declared nowhere: the first element has to say `xmlns:x`",
    "<x:a/>": "the prefix `x:` is declared nowhere",
    "<a>" * 300: "more than 256 deep",
}


def explained(data: bytes) -> str:
    """Return what is said of a document."""
    with pytest.raises(etree.XMLSyntaxError) as fault:
        read_xml(data)
    return explain_syntax(fault.value)


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: text[:20])
def test_a_fault_is_told_in_plain_words(text: str) -> None:
    """With line and column, but for an empty file; nothing of the parser's own names comes through."""
    said = explained(text.encode())
    assert FAULTS[text] in said
    assert not re.search(r"xmlParse|EntityRef|AttValue|PCDATA|Specification mandates", said)
    assert said == "it is empty" or said.startswith("beyond line ")


def test_bytes_of_another_encoding_are_told() -> None:
    """As Windows writes them, under a declaration that says UTF-8."""
    assert "it holds bytes that are not UTF-8" in explained(b"<?xml version='1.0' encoding='utf-8'?><a>\xe4</a>")


def test_a_strangers_name_is_bounded() -> None:
    """What stands in the file comes through without end nowhere."""
    assert len(explained(f"<{'a' * 5000}>".encode())) < 400
