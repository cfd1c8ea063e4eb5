"""Where an address in a manifest leads: to a file of the package, or out of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache
from urllib.parse import unquote, urlsplit

from lxml import etree

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"

# A scheme, another host, or what Moodle takes for one.
_OUTSIDE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|www\.)")

# An address that means itself, as most do: names one below the other, none of which begins with a full stop.
_PLAIN = re.compile(r"(?:\w[\w.-]*/)*\w[\w.-]*", re.ASCII)


@lru_cache(maxsize=256)
def leads_out(address: str) -> bool:
    """Return whether the address leads out of the package."""
    return _OUTSIDE.match(address) is not None


def resolve(element: etree._Element, address: str, *, may_move: bool = True) -> str:
    """Return the path in the package that ``address`` means where ``element`` stands.

    ``xml:base`` of the element and of what it stands in goes before it (XML Base 1.1, 4), a query and a fragment fall
    off, ``%20`` and the like are decoded. Where there is none in all of the manifest, ``may_move`` may say so.
    """
    if not may_move:
        return _path_without_base(address)
    bases = [base for above in (element, *element.iterancestors()) if (base := above.get(XML_BASE))]
    return _path_of(*reversed(bases), without_query(address))


# The addresses in one manifest are those in the next.


@lru_cache(maxsize=256)
def _path_without_base(address: str) -> str:
    return address if _PLAIN.fullmatch(address) else _path_of(without_query(address))


@lru_cache(maxsize=256)
def _path_of(*parts: str) -> str:
    return posixpath.normpath(unquote(posixpath.join(*parts)))


def without_query(address: str) -> str:
    """Return the address without its query and fragment."""
    return address.partition("#")[0].partition("?")[0]


def is_there(path: str, files: Collection[str]) -> bool:
    """Return whether the package holds the path; a name may have a literal ``%``."""
    return path in files or path.replace("%", "%25").replace(" ", "%20") in files


def web_host(address: str) -> str | None:
    """Return the host of a web address; None where it is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts.netloc or None if parts.scheme in {"http", "https", ""} else None


class Spellings:
    """The paths of a package, to be found however they are capitalised."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._listed = paths

    @cached_property
    def _paths(self) -> dict[str, str]:  # only of a package with a fault
        return {path.casefold(): path for path in self._listed}

    def advice(self, path: str) -> str:
        """Return what to say of a path that is not there: another spelling of it, or "" where there is none."""
        other = self._paths.get(path.casefold())
        return f"; `{other}` is there: write it so, most servers tell capitals apart" if other else ""
