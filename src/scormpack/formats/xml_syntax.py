"""Documents that are no well-formed XML, in words for whoever exported them (XML 1.0; Namespaces in XML 1.0)."""

from __future__ import annotations

import re

from lxml import etree

_LONGEST = 120
_EMPTY = "it is empty"

# What libxml2 says, and what it means: the first that fits.
_WORDS = (
    (r"Document is empty", _EMPTY),
    (r"Start tag expected", "it does not begin with a tag, so it is no XML"),
    (
        r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
        "`</{2}>` stands where `<{0}>` of line {1} is still open: close it first, or take it out",
    ),
    (r"Premature end of data in tag (\S+) line (\d+)", "the file breaks off, `<{0}>` of line {1} is never closed"),
    (r"Couldn't find end of Start Tag (\S+)", "the tag `<{0}` has no `>` at its end"),
    (r"AttValue: \" or ' expected", "an attribute's value has no quotes: write them"),
    (
        r"Specification mandates value for attribute (\S+)",
        "the attribute `{0}` has no value: write one, or take it out",
    ),
    (r"Attribute (\S+) redefined", "the attribute `{0}` is there twice: take one out"),
    (
        r"attributes construct error|Blank needed here",
        "a space is missing between two attributes, or a quote before it",
    ),
    (r"Unescaped '<' not allowed", "an attribute's value holds `<`: write `&lt;`, or close the quote before it"),
    (r"xmlParseEntityRef: no name", "an `&` stands alone: write `&amp;`"),
    (r"EntityRef: expecting ';'", "an `&` begins a name that no `;` ends: write `&amp;` for the sign itself"),
    (r"Entity '(.*)' not defined", "`&{0};` is a name of HTML, which XML does not know: write the character itself"),
    (r"StartTag: invalid element name", "a `<` begins no tag: write `&lt;` for the sign itself"),
    (r"Extra content at the end", "something follows the end of the document: take it out"),
    (r"XML declaration allowed only|XML or text declaration", "something stands before `<?xml`: take it out"),
    (r"Invalid bytes in character encoding|not proper UTF-8", "it holds bytes that are not UTF-8: save it as UTF-8"),
    (r"Unsupported encoding:? ?(\S*)", "it says that its encoding is `{0}`, which nobody knows: save it as UTF-8"),
    (
        r"invalid (?:xml)?[Cc]har(?:acter)? value (\d+)",
        "a control character that XML forbids (number {0}): take it out",
    ),
    (r"Comment not terminated", "a comment is never closed: write `-->`"),
    (r"Double hyphen within comment", "a comment holds `--`, which ends it: write one hyphen"),
    (r"CData section not finished", "a CDATA section is never closed: write `]]>`"),
    (r"Sequence '\]\]>' not allowed", "`]]>` stands in a text: write `]]&gt;`"),
    (
        r"Namespace prefix (\S+) .*is not defined",
        "the prefix `{0}:` is declared nowhere: the first element has to say `xmlns:{0}`",
    ),
    (r"Excessive depth", "its elements stand more than 256 deep in each other, which no manifest needs"),
)


def explain_syntax(error: etree.XMLSyntaxError) -> str:
    """Return why a document cannot be read on, and from which line and column; "it is empty" where it is."""
    line, column = error.position
    said = (error.msg or "Document is empty").removesuffix(f", line {line}, column {column}")
    for pattern, words in _WORDS:
        if match := re.search(pattern, said):
            told = words.format(*(shorten(name) for name in match.groups()))
            break
    else:
        told = shorten(said[:1].lower() + said[1:].strip())
    return told if told == _EMPTY or not line else f"beyond line {line}, column {column} it cannot be read: {told}"


def shorten(name: str) -> str:
    """A stranger's words: no controls, not without end."""
    safe = "".join(character if character.isprintable() else "\ufffd" for character in name)
    return safe if len(safe) <= _LONGEST else f"{safe[:_LONGEST]}…"
