"""XML elements, built from what they hold: typed, and never from strings of markup.

Plain values, and written by a few lines here: lxml's own elements look for their namespaces anew wherever they are put,
which was most of what a manifest took to make. What is written is read back by lxml and judged before it is packed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, overload

from scormpack.markup.searches import search_any

_XML = "http://www.w3.org/XML/1998/namespace"
_NONE: Mapping[str, str] = {}

HOLE = "\0"
"""Stands in a ``Form`` for what is filled in; no text or value of XML holds it (XML 1.0, 2.2)."""

_IS_SPECIAL = search_any("&", "<", ">", '"')


class Element(NamedTuple):
    """An element.

    Attributes:
        name: with its prefix.
        attributes: names in Clark's notation, and values.
        text: what stands in it; None where elements do, or nothing.
        children: the elements in it.
        prefixes: prefix to namespace, declared where it stands at the top; None = no prefix.
    """

    name: str
    attributes: Mapping[str, str]
    text: str | None
    children: tuple[Element | Filled, ...]
    prefixes: Mapping[str | None, str]


class Form:
    """An element that is written many times, each time with other words: all else of it is written once."""

    def __init__(self, element: Element) -> None:
        """Take an element that has ``HOLE`` for the whole of each text or value to fill in.

        Raises:
            KeyError: where an attribute's namespace is none of its prefixes, which are those of the whole document.
        """
        self._element = element
        self._written: dict[str, str] = {}
        self._escapes = [_escape_value if before.endswith('="') else _escape for before in self._parts("")[:-1]]

    def fill(self, *words: str) -> Filled:
        """Return the element with these texts and values, in the order in which it is written."""
        if _IS_SPECIAL("".join(words)):
            words = tuple([escape(word) for escape, word in zip(self._escapes, words, strict=True)])
        return Filled(self, words)

    def at(self, indent: str) -> str:
        """Return it as a pattern for ``%``."""
        if indent not in self._written:
            self._written[indent] = "%s".join([part.replace("%", "%%") for part in self._parts(indent)])
        return self._written[indent]

    def _parts(self, indent: str) -> list[str]:
        lines: list[str] = []
        _write(self._element, indent, _Attributes(self._element.prefixes), lines.append)
        return "".join(lines).split(HOLE)


class Filled(NamedTuple):
    """An element that a form makes of some words, escaped."""

    form: Form
    words: tuple[str, ...]


class Vocabulary:
    """The elements of one namespace."""

    def __init__(self, namespace: str, prefixes: Mapping[str | None, str]) -> None:
        """Work out what stands before every name.

        Args:
            namespace: its name.
            prefixes: prefix to namespace, its own too, declared where an element stands at the top; None = no prefix.
        """
        self._prefixes = prefixes
        prefix = next(prefix for prefix, of in prefixes.items() if of == namespace)
        self._before = f"{prefix}:" if prefix else ""

    @overload
    def element(self, name: str, text: str, /, *, attributes: Mapping[str, str] = _NONE) -> Element: ...

    @overload
    def element(self, name: str, /, *children: Element | Filled, attributes: Mapping[str, str] = _NONE) -> Element: ...

    def element(self, name: str, /, *held: Any, attributes: Mapping[str, str] = _NONE) -> Element:
        """Return ``<name>`` with its attributes, and in it either a text or elements."""
        if held and isinstance(held[0], str):
            (text,) = held
            return Element(self._before + name, attributes, text, (), self._prefixes)
        return Element(self._before + name, attributes, None, held, self._prefixes)


def write_element(root: Element) -> str:
    """Return the element as a document, a line for each element and two spaces for each that it stands in.

    Raises:
        KeyError: where an attribute's namespace is not declared at the top.
    """
    declared = {f"xmlns:{prefix}" if prefix else "xmlns": namespace for prefix, namespace in root.prefixes.items()}
    lines: list[str] = []
    whole = root._replace(attributes={**declared, **root.attributes})
    _write(whole, "", _Attributes(root.prefixes), lines.append)
    return "".join(lines)


def _write(element: Element, indent: str, written: _Attributes, write: Callable[[str], None]) -> None:
    name, attributes, text, children, _ = element
    start = f"{indent}<{name}"
    for attribute in attributes.items():
        start += written[attribute]
    if text is not None:
        write(f"{start}>{_escape(text)}</{name}>\n")
    elif children:
        write(f"{start}>\n")
        further = f"{indent}  "
        for child in children:
            if isinstance(child, Filled):
                write(child.form.at(further) % child.words)
            else:
                _write(child, further, written, write)
        write(f"{indent}</{name}>\n")
    else:
        write(f"{start}/>\n")


class _Attributes(dict[tuple[str, str], str]):
    """Names in Clark's notation and values, to what is written of them: most stand in a document many times."""

    def __init__(self, prefixes: Mapping[str | None, str]) -> None:
        super().__init__()
        # An attribute without a prefix is in no namespace (Namespaces in XML 1.0, 6.2).
        self._prefixes = {_XML: "xml"} | {namespace: prefix for prefix, namespace in prefixes.items() if prefix}

    def __missing__(self, attribute: tuple[str, str]) -> str:
        name, value = attribute
        namespace, brace, local = name.removeprefix("{").rpartition("}")
        prefix = f"{self._prefixes[namespace]}:" if brace else ""
        written = self[attribute] = f' {prefix}{local}="{_escape_value(value)}"'
        return written


def _escape(text: str) -> str:
    if "&" not in text and "<" not in text and ">" not in text:
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escape_value(text: str) -> str:
    return _escape(text).replace('"', "&quot;")
