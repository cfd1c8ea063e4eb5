"""What a sanitised text refers to: pictures, sound, downloads, pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from typing import NamedTuple

from scormpack.late_regex import compile_late

# Only for HTML that the sanitiser wrote: attributes stand in double quotes, and hold no `<`, `>` or `"` of their own.
_TAG = compile_late(r"<(\w+)\s[^>]*>")
_ATTRIBUTE = compile_late(r'(\s(?:src|href|poster)=")([^"]*)(")')


class Link(NamedTuple):
    """One reference.

    Attributes:
        element: the tag that holds it: ``img``, ``a``, ``source``, …
        target: the reference as the author wrote it.
    """

    element: str
    target: str


def find_links(html: str) -> Iterator[Link]:
    """Yield every reference in sanitised HTML, in order."""
    for tag in _TAG.finditer(html):
        for match in _ATTRIBUTE.finditer(tag[0]):
            yield Link(tag[1], unescape(match[2]))


def replace_links(html: str, replace: Callable[[str], str]) -> str:
    """Return ``html`` with every reference passed through ``replace``."""

    def in_attribute(match: re.Match[str]) -> str:
        return f"{match[1]}{escape(replace(unescape(match[2])))}{match[3]}"

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(in_attribute, tag[0]), html)
