"""Rules on the pages of any package: all that they load and link to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from scormpack.formats.rules import Package, Rules
from scormpack.late_regex import compile_late
from scormpack.markup import host_of
from scormpack.markup.searches import make_search
from scormpack.render.site import Seen, later_file

# Templates and sanitiser write attributes in double quotes; an address with a scheme, or none at all, leads elsewhere.
_ADDRESS = re.compile(r'<[a-z][^<>]*?\s(?:src|href|poster)="(?!#|//|[A-Za-z][A-Za-z0-9+.-]*:)([^"#?]+)')
# What such a tag cannot be without: to go from tag to tag takes ten times as long.
_ADDRESS_HINTS = ('src="', 'href="', 'poster="')
_SCRIPT = re.compile(r'<script [^<>]*?src="([^"#?]+)"')

# What a page fetches by itself: a link (`<a>`) waits for the learner, and `data:` is in the page.
_REQUEST = compile_late(
    r"<(?:img|audio|video|source|track|iframe|embed|script|link|object|input|use|image)\b[^<>]*?"
    r'\s(?:src|href|xlink:href|poster|data|srcset)="((?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^"]*)"'
)
_REQUEST_HINT = re.compile(r'="(?:[A-Za-z][A-Za-z0-9+.-]*:)?//')
_MAY_REQUEST = make_search(_REQUEST_HINT.pattern)
STYLE_REQUEST = compile_late(
    r"(?:url\(|@import)\s*(?:[\"']\s*)?((?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^\"')\s]+)", re.IGNORECASE
)
"""What a style sheet fetches from another host; group 1 is the address."""
_WORDS = ("assets/asks-", "assets/search-", "assets/messages-")
"""Scripts of words alone: a lesson may show a request, and the search and the tutor find it."""
# A script that asks a host by name; one that only names a host, as xAPI's identifiers do, asks nobody.
_SCRIPT_REQUEST = compile_late(
    r"(?:\b(?:fetch|import|importScripts|Worker|EventSource|WebSocket|sendBeacon|Request)\s*\(\s*"
    r"|\.open\(\s*[\"'`]\w+[\"'`]\s*,\s*|\.(?:src|href)\s*=\s*|\b(?:from|import)\s*)"
    r"[\"'`]((?:(?:https?|wss?):)?//[^\"'`\s]+)"
)
_INLINE = re.compile(r"<script(?![^<>]*\s(?:src|type=\"application/json\"))[^<>]*>(.*?)</script", re.DOTALL)


def look_at_page(path: str, data: bytes) -> Seen:
    """Return what a page asks for: it may be looked at where it is made, and not again for each package."""
    text = data.decode("utf-8", "replace")
    targets = dict.fromkeys([_target(path, address) for address in _find_addresses(text)])
    return Seen(tuple(targets), _find_requests(path, data, text))


def _check_addresses(package: Package) -> Iterator[str]:
    """Complaints 25 and 29: a file that is missing, or spelt another way."""
    held = {*package.files, package.name}
    for path in package.files:
        later = later_file(package.files, path)
        if path.endswith(".html") and not (later and held.issuperset(later.seen.targets)):
            for address, target in _addresses(path, package.files[path]):
                if target not in held:
                    yield f"the page `{path}` points to `{address}`, which the package does not hold"


def _check_hosts(package: Package) -> Iterator[str]:
    """Complaint 47: what a package fetches elsewhere is blocked by many LMSs, and told to strangers."""
    for path in package.files:
        if path.endswith((".html", ".css", ".js")):
            later = later_file(package.files, path)
            for address in later.seen.requests if later else _requests(path, package.files[path]):
                if host_of(unescape(address)) not in package.hosts:
                    yield f"`{path}` asks for `{address}`: declare its host under `hosts`, or take it out"


def _check_runtime(package: Package) -> Iterator[str]:
    """Without its script a page tells the LMS nothing."""
    for path in package.launch:
        later = later_file(package.files, path)
        # A page that was looked through before is of our templates: they link to no script that they do not load.
        seen = tuple(target for target in later.seen.targets if target.endswith(".js")) if later else None
        scripts = _scripts(path, package.files.get(path, b"")) if seen is None else seen
        if not any(package.files.get(script) for script in scripts):
            yield f"`{path}` loads no script of the package, so no result would reach the LMS: load the runtime"


def _find_addresses(text: str) -> list[str]:
    """Return the addresses within the package that a page has, each once."""
    places: list[int] = []
    for hint in _ADDRESS_HINTS:
        place = text.find(hint)
        while place >= 0:
            places.append(place)
            place = text.find(hint, place + 1)
    return find_in_tags(text, sorted(places), _ADDRESS)


# Remembered, for a page stands in a package of each format, our scripts and styles in all of them.


@lru_cache(maxsize=4)
def _addresses(path: str, data: bytes) -> tuple[tuple[str, str], ...]:
    """Return the same, and the path that each means."""
    return tuple((address, _target(path, address)) for address in _find_addresses(data.decode("utf-8", "replace")))


@lru_cache(maxsize=4)
def _scripts(path: str, data: bytes) -> tuple[str, ...]:
    return tuple(_target(path, address) for address in _SCRIPT.findall(data.decode("utf-8", "replace")))


@lru_cache(maxsize=64)
def _requests(path: str, data: bytes) -> tuple[str, ...]:
    return _find_requests(path, data, data.decode("utf-8", "replace"))


def _find_requests(path: str, data: bytes, text: str) -> tuple[str, ...]:
    """Return the addresses on other hosts that a file asks for something, each once; ``text`` is what it holds."""
    if b"//" not in data or path.startswith(_WORDS):
        return ()
    if path.endswith(".css"):
        found = STYLE_REQUEST.findall(text)
    elif path.endswith(".js"):
        found = _SCRIPT_REQUEST.findall(text)
    else:
        # Rust is asked of the bytes, as it would make them of the text; and of what is no UTF-8 it says no.
        may_hold = "\ufffd" in text or _MAY_REQUEST(data)
        places = [hint.start() for hint in _REQUEST_HINT.finditer(text)] if may_hold else []
        found = find_in_tags(text, places, _REQUEST)
        found += [address for script in inline_scripts(text) for address in _SCRIPT_REQUEST.findall(script)]
    return tuple(dict.fromkeys(found))


def inline_scripts(text: str) -> Iterator[str]:
    """Yield the scripts that stand in HTML: what ``_INLINE.findall`` does, in a tenth of the time."""
    start = text.find("<script")
    while start >= 0:
        match = _INLINE.match(text, start)
        if match:
            yield match[1]
        start = text.find("<script", match.end() if match else start + 1)


def find_in_tags(text: str, places: Iterable[int], pattern: re.Pattern[str]) -> list[str]:
    """Return what ``pattern.findall`` does, each once, and look at no tag that holds none of the ``places``.

    Args:
        text: HTML.
        places: in order: one at least within each match, behind its beginning.
        pattern: begins with ``<``, holds no other before its last place, and has one group.
    """
    found: dict[str, None] = {}
    looked = end = 0
    for place in places:
        start = text.rfind("<", looked, place)  # none: this tag has been looked at
        looked = place
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            found[match[1]] = None
    return list(found)


def _target(page: str, address: str) -> str:
    return _resolve(page.rpartition("/")[0], address)


@lru_cache(maxsize=1024)  # pages of one folder have most of their addresses in common
def _resolve(folder: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(address)))


PAGE_RULES: Rules = {
    "address": _check_addresses,
    "hosts": _check_hosts,
    "runtime": _check_runtime,
}
