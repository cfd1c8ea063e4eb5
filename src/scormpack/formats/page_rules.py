"""Rules on the pages of any package: all that they load and link to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from scormpack.formats.rules import Package, Rules
from scormpack.markup import host_of

# Templates and sanitiser write attributes in double quotes; an address with a scheme, or none at all, leads elsewhere.
_ADDRESS = re.compile(r'<[a-z][^<>]*?\s(?:src|href|poster)="(?!#|//|[A-Za-z][A-Za-z0-9+.-]*:)([^"#?]+)')
_SCRIPT = re.compile(r'<script [^<>]*?src="([^"#?]+)"')

# What a page fetches by itself: a link (`<a>`) waits for the learner, and `data:` is in the page.
_REQUEST = re.compile(
    r"<(?:img|audio|video|source|track|iframe|embed|script|link|object|input|use|image)\b[^<>]*?"
    r'\s(?:src|href|xlink:href|poster|data|srcset)="((?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^"]*)"'
)
STYLE_REQUEST = re.compile(
    r"(?:url\(|@import)\s*(?:[\"']\s*)?((?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^\"')\s]+)", re.IGNORECASE
)
"""What a style sheet fetches from another host; group 1 is the address."""
_WORDS = ("assets/asks-", "assets/search-", "assets/messages-")
"""Scripts of words alone: a lesson may show a request, and the search and the tutor find it."""
# A script that asks a host by name; one that only names a host, as xAPI's identifiers do, asks nobody.
_SCRIPT_REQUEST = re.compile(
    r"(?:\b(?:fetch|import|importScripts|Worker|EventSource|WebSocket|sendBeacon|Request)\s*\(\s*"
    r"|\.open\(\s*[\"'`]\w+[\"'`]\s*,\s*|\.(?:src|href)\s*=\s*|\b(?:from|import)\s*)"
    r"[\"'`]((?:(?:https?|wss?):)?//[^\"'`\s]+)"
)
_INLINE = re.compile(r"<script(?![^<>]*\s(?:src|type=\"application/json\"))[^<>]*>(.*?)</script", re.DOTALL)


def _check_addresses(package: Package) -> Iterator[str]:
    """Complaints 25 and 29: a file that is missing, or spelt another way."""
    for path in package.files:
        if path.endswith(".html"):
            for address in dict.fromkeys(_ADDRESS.findall(package.files[path].decode("utf-8", "replace"))):
                if (target := _target(path, address)) not in package.files and target != package.name:
                    yield f"the page `{path}` points to `{address}`, which the package does not hold"


def _check_hosts(package: Package) -> Iterator[str]:
    """Complaint 47: what a package fetches elsewhere is blocked by many LMSs, and told to strangers."""
    for path in package.files:
        if path.endswith((".html", ".css", ".js")) and b"//" in (data := package.files[path]):
            for address in _requests(path, data):
                if host_of(unescape(address)) not in package.hosts:
                    yield f"`{path}` asks for `{address}`: declare its host under `hosts`, or take it out"


@lru_cache(maxsize=64)
def _requests(path: str, data: bytes) -> tuple[str, ...]:
    """Return the addresses on other hosts that a file asks for something, each once.

    Remembered, for our scripts and styles stand in every package, and a page in one of each format.
    """
    if path.startswith(_WORDS):
        return ()
    text = data.decode("utf-8", "replace")
    if path.endswith(".css"):
        found = STYLE_REQUEST.findall(text)
    elif path.endswith(".js"):
        found = _SCRIPT_REQUEST.findall(text)
    else:
        inline = [address for script in _INLINE.findall(text) for address in _SCRIPT_REQUEST.findall(script)]
        found = _REQUEST.findall(text) + inline
    return tuple(dict.fromkeys(found))


def _check_runtime(package: Package) -> Iterator[str]:
    """Without its script a page tells the LMS nothing."""
    for path in package.launch:
        page = package.files.get(path, b"").decode("utf-8", "replace")
        if not any(package.files.get(_target(path, address)) for address in _SCRIPT.findall(page)):
            yield f"`{path}` loads no script of the package, so no result would reach the LMS: load the runtime"


def _target(page: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address)))


PAGE_RULES: Rules = {
    "address": _check_addresses,
    "hosts": _check_hosts,
    "runtime": _check_runtime,
}
