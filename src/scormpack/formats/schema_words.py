"""What a schema has against a document, in words for whoever exported it (XML Schema 1.0)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from scormpack.formats.xml_syntax import shorten
from scormpack.late_regex import compile_late
from scormpack.listing import list_first

_MOST = 12
"""Names that a sentence lists."""
_NAMESPACE = compile_late(r"\{[^}]*\}")
_XML = "{http://www.w3.org/XML/1998/namespace}"
# Element 'name', attribute 'name': what libxml2 says of it.
_SAID = compile_late(r"Element '(?P<element>[^']*)'(?:, attribute '(?P<attribute>[^']*)')?: (?P<said>.*)", re.DOTALL)
_NAME = compile_late(r"[^\W\d][\w.-]*")
_PLACE = "take it out, or put it in its place"

# What a value of each type is written as; of any other type its name tells.
_TYPES = {
    "ID": "a letter or `_` comes first, then letters, digits, `-`, `_` and `.` alone",
    "NCName": "a letter or `_` comes first, then letters, digits, `-`, `_` and `.` alone",
    "language": "write the code of a language, as `en` or `pt-BR`",
    "anyURI": "write an address",
    "boolean": "write `true` or `false`",
    "decimal": "write a number",
    "double": "write a number",
    "integer": "write a whole number",
    "nonNegativeInteger": "write a whole number",
    "positiveInteger": "write a whole number from 1",
    "dateTime": "write date and time, as `2026-03-01T09:30:00`",
    "duration": "write a duration, as `PT1H30M`",
}
_NUMBERS = compile_late(r"(?i)score|measure|decimal|percent|weight")


def explain_schema(message: str) -> str:
    """Return what libxml2 says of a document and its schema, as one sentence: what is wrong, and what to write."""
    message = " ".join(message.split()).removesuffix(".")
    match = _SAID.fullmatch(message)
    if match is None:
        return _plain(message)
    element, attribute = (_local(name) for name in (match["element"], match["attribute"] or ""))
    what = f"`{attribute}` of `<{element}>`" if attribute else f"`<{element}>`"
    for pattern, words in _WORDS:
        if found := re.fullmatch(pattern, match["said"], re.DOTALL):
            return words(what, match["element"] if words is _root else attribute or element, found.groups(default=""))
    return _plain(message)


def _plain(message: str) -> str:
    return shorten(_NAMESPACE.sub("", message))


def _local(name: str) -> str:
    return shorten(_NAMESPACE.sub("", name.replace(_XML, "xml:")))


def _one_of(names: Sequence[str]) -> str:
    if len(names) > _MOST:
        return list_first(names, _MOST)
    return " or ".join(", ".join(part) for part in (names[:-1], names[-1:]) if part)


def _elements(listed: str) -> str:
    """The names in ``{urn:x}a, b, ##other{urn:x}*``."""
    names = (_NAMESPACE.sub("", name.strip()) for name in re.split(r",(?![^{]*\})", listed))
    told = ("an element of another namespace" if name.startswith(("##", "*")) else f"`<{name}>`" for name in names)
    return _one_of(list(dict.fromkeys(told)))


def _is(what: str, value: str) -> str:
    return f"{what} is `{shorten(value)}`" if value else f"{what} is empty"


def _wrong_type(what: str, _: str, said: tuple[str, ...]) -> str:
    value, kind = said
    kind = _local(kind).removeprefix("xs:")
    if kind == "ID" and _NAME.fullmatch(value):
        return f"{_is(what, value)}, as another element's is: give each its own"
    if kind in _TYPES:
        return f"{_is(what, value)}: {_TYPES[kind]}"
    return (
        f"{_is(what, value)}: write a number"
        if _NUMBERS.search(kind or what)
        else f"{_is(what, value)}, which it cannot be"
    )


def _not_in_set(what: str, _: str, said: tuple[str, ...]) -> str:
    value, allowed = said
    words = [f"`{word}`" for word in re.findall(r"'([^']*)'", allowed)]
    return f"{_is(what, value)}: write {_one_of(words)}"


def _too_long(what: str, _: str, said: tuple[str, ...]) -> str:
    return f"{what} has {int(said[0]):,} characters: {int(said[1]):,} are the most"


def _too_short(what: str, _: str, said: tuple[str, ...]) -> str:
    length, least = map(int, said)
    return f"{what} has {length:,} characters: {least:,} are the least" if length else f"{what} is empty: write it"


def _root(_: str, name: str, _said: tuple[str, ...]) -> str:
    space = name[1:].partition("}")[0] if name.startswith("{") else ""
    of = f"of the namespace `{shorten(space)}`" if space else "of no namespace"
    return (
        f"the document begins with `<{_local(name)}>` {of}, which this standard does not have: "
        "write its own, to the letter"
    )


def _no_attribute(what: str, name: str, _: tuple[str, ...]) -> str:
    return f"{what.rpartition(' of ')[2]} has no attribute `{name}` in this standard: take it out"


# What libxml2 says, and our words for it: of the thing that is wrong, its bare name, and what the pattern holds.
_WORDS: tuple[tuple[str, Callable[[str, str, tuple[str, ...]], str]], ...] = (
    (
        r"The attribute '(.*)' is required but missing",
        lambda what, _, said: f"{what} has no `{_local(said[0])}`: write it",
    ),
    (r"The attribute '.*' is not allowed", _no_attribute),
    (r"No matching global attribute declaration available.*", _no_attribute),
    (r"No matching global declaration available for the validation root", _root),
    (
        r"No matching global element declaration available.*",
        lambda what, _, __: f"{what} is no word of any standard that the manifest may use: take it out",
    ),
    (
        r"This element is not expected\. Expected is (?:one of )?\( (.*) \)",
        lambda what, _, said: f"{what} may not stand here, only {_elements(said[0])}: {_PLACE}",
    ),
    (r"This element is not expected", lambda what, _, __: f"{what} may not stand here: {_PLACE}"),
    (
        r"Missing child element\(s\)\. Expected is (?:one of )?\( (.*) \)",
        lambda what, _, said: f"{what} is not whole: {_elements(said[0])} is missing",
    ),
    (
        r"Character content (?:other than whitespace )?is not allowed.*",
        lambda what, _, __: f"{what} has text beside its elements: put it into one of them, or take it out",
    ),
    (r"\[facet 'enumeration'\] The value '(.*)' is not an element of the set \{(.*)\}", _not_in_set),
    (
        r"\[facet 'pattern'\] The value '(.*)' is not accepted by the pattern '(.*)'",
        lambda what, _, said: f"{_is(what, said[0])}, which has not the form `{shorten(said[1])}`",
    ),
    (r"\[facet 'maxLength'\] The value has a length of '(\d+)'; .* of '(\d+)'", _too_long),
    (r"\[facet 'minLength'\] The value has a length of '(\d+)'; .* of '(\d+)'", _too_short),
    (
        r"\[facet 'max(?:In|Ex)clusive'\] The value '(.*)' .* \('(.*)'\)",
        lambda what, _, said: f"{_is(what, said[0])}: {said[1]} is the most",
    ),
    (
        r"\[facet 'min(?:In|Ex)clusive'\] The value '(.*)' .* \('(.*)'\)",
        lambda what, _, said: f"{_is(what, said[0])}: {said[1]} is the least",
    ),
    (r"'(.*)' is not a valid value of (?:the|an?) (?:local )?(?:atomic|list|union) type(?: '(.*)')?", _wrong_type),
    (
        r"Duplicate key-sequence \['(.*)'\] in .*",
        lambda _, __, said: f"`{shorten(said[0])}` is there twice where each must be another: give each its own",
    ),
)
