"""What a sanitised text refers to: pictures, sound, downloads, pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape

# Only for HTML that the sanitiser wrote: its attributes always stand in double quotes.
_ATTRIBUTE = re.compile(r'(<(\w+)[^>]*?\s(?:src|href|poster)=")([^"]*)(")')


@dataclass(frozen=True, slots=True)
class Link:
    """One reference.

    Attributes:
        element: the tag that holds it: ``img``, ``a``, ``source``, …
        target: the reference as the author wrote it.
    """

    element: str
    target: str


def find_links(html: str) -> Iterator[Link]:
    """Yield every reference in sanitised HTML, in order."""
    for match in _ATTRIBUTE.finditer(html):
        yield Link(match[2], unescape(match[3]))


def replace_links(html: str, replace: Callable[[str], str]) -> str:
    """Return ``html`` with every reference passed through ``replace``."""
    return _ATTRIBUTE.sub(lambda m: f"{m[1]}{escape(replace(unescape(m[3])))}{m[4]}", html)
