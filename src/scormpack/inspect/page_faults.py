"""Faults of the pages and scripts in anybody's package: what is missing, asked of strangers, or never arrives."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml import etree

from scormpack.archive.reading import Members
from scormpack.formats.fault import Fault, in_file
from scormpack.formats.page_rules import STYLE_REQUEST
from scormpack.formats.references import Spellings, is_there, without_query
from scormpack.formats.xapi.credentials import find_secrets
from scormpack.inspect.inspection import Kind
from scormpack.inspect.name_faults import is_junk, shown
from scormpack.late_regex import compile_late

_PAGES = (".html", ".htm", ".xhtml")
_SCRIPTS = (".js", ".mjs")
_TEXTS = (*_PAGES, *_SCRIPTS, ".json", ".svg", ".xml", ".css")
_MOST_READ = 64 << 20
_MOST_IN_A_PAGE = 200
_LOADED = ("script", "img", "link", "source", "audio", "video", "track", "iframe", "frame", "embed", "input")
_ONLY_TOLD = {"alternate", "author", "canonical", "help", "license", "me", "next", "prev"}
"""Relations of a <link> that no browser fetches."""
_ATTRIBUTES = ("src", "href", "poster")
# What a script may have put together, or a template left open, is no address.
_MADE_UP = compile_late(r"[\s'\"+{}$<>|\\^`]|%s")
_UNLOAD = compile_late(r"\bonunload\b|addEventListener\(\s*[\"']unload[\"']|\.(?:on|bind)\(\s*[\"']unload\b")
_SCRIPT = compile_late(r"<script\b|\bjavascript:|\bon[a-z]+\s*=", re.IGNORECASE)
_API = {
    "scorm12": ("LMSInitialize",),
    "scorm2004-2nd": ("API_1484_11",),
    "scorm2004-3rd": ("API_1484_11",),
    "scorm2004": ("API_1484_11",),
    "xapi": (),
    "cmi5": (),
}
"""What a script must name, or it reaches no LMS; an xAPI or cmi5 page may get its words from anywhere."""


def find_page_faults(files: Members, talking: Collection[Kind]) -> Iterator[Fault]:
    """Yield the faults of every page and script; the first 64 MiB of them are read.

    Args:
        files: of the package.
        talking: kinds whose pages tell the LMS results by a script.
    """
    spellings = Spellings(files)
    wanted = {kind.name: _API[kind.name] for kind in talking if kind.name in _API}
    has_script = False
    unloads: list[Fault] = []
    leaves, left = False, _MOST_READ
    for path in files:
        if not path.lower().endswith(_TEXTS) or is_junk(path):
            continue
        data = files[path]
        left -= len(data)
        if left < 0:
            yield Fault(f"only the first {_MOST_READ:,} bytes of pages and scripts were read", code="page-unread")
            return
        text = data.decode("utf-8", "replace")
        yield from _judge(files, spellings, path, data)
        wanted = {name: words for name, words in wanted.items() if not any(word in text for word in words)}
        has_script = has_script or path.lower().endswith(_SCRIPTS) or _SCRIPT.search(text) is not None
        leaves = leaves or "pagehide" in text
        match = _UNLOAD.search(text)
        if match:
            unloads.append(in_file(path, f"`{shown(path)}` {_UNLOADS}", _line(text, match), code="script-unload"))
    if not leaves:
        yield from unloads
    for words in wanted.values():
        if words or not has_script:
            why = f"no page or script names {words[0]}" if words and has_script else "no page has a script"
            yield Fault(f"{why}: it opens, and never reports a score or a completion", code="page-silent")


_UNLOADS = "saves when the page is unloaded, which browsers give up: save at once, and on `pagehide`"


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1


def _judge(files: Members, spellings: Spellings, path: str, data: bytes) -> Iterator[Fault]:
    ending = posixpath.splitext(path)[1].lower()
    if ending == ".mjs":
        sentence = f"`{shown(path)}` is served as plain text by Moodle, and browsers refuse it: call it `.js`"
        yield in_file(path, sentence, code="script-module")
    if ending != ".xml":
        for what in find_secrets(ending[1:], data):
            sentence = f"`{shown(path)}` holds {what}: anybody who opens the course can read it, take it out"
            yield in_file(path, sentence, code="script-credentials")
    if ending in _PAGES:
        for tag, address, line in _references(data):
            yield from _judge_address(files, spellings, path, tag, address, line)
    if ending == ".css":
        text = data.decode("utf-8", "replace")
        for match in islice(STYLE_REQUEST.finditer(text), _MOST_IN_A_PAGE):
            yield from _judge_address(files, spellings, path, "link", match[1], _line(text, match))


def _judge_address(  # noqa: PLR0913, PLR0917 - the address, where it stands, and what it may name
    files: Members, spellings: Spellings, path: str, tag: str, address: str, line: int
) -> Iterator[Fault]:
    host = _host(address)
    if host is not None:
        if host and tag != "a":
            sentence = f"`{shown(path)}` asks {shown(host)} for `{shown(address)}`: many LMSs block it, put the file in"
            yield in_file(path, sentence, line, code="page-host")
        return
    if not address or address.startswith("#") or _MADE_UP.search(address):
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(without_query(address))))
    if not target.startswith("..") and not is_there(target, files) and not _is_folder(target, files):
        advice = spellings.advice(target) or ": put it in, or take the reference out"
        sentence = f"`{shown(path)}` names `{shown(address)}`, which is not in the package{advice}"
        yield in_file(path, sentence, line, code="page-missing")


def _is_folder(target: str, files: Members) -> bool:
    return target == "." or f"{target}/index.html" in files


def _host(address: str) -> str | None:
    """Return the host that an address asks; "" for mailto and its like; None where it stays in the package."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.netloc if parts.scheme or parts.netloc else None


def _references(data: bytes) -> Iterator[tuple[str, str, int]]:
    """Yield (tag, address, line) of what a page loads and links to."""
    parser = etree.HTMLParser(no_network=True, encoding="utf-8", huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if root is None:
        return
    found = 0
    for element in root.iter(*_LOADED, "a"):
        for attribute in _ATTRIBUTES:
            address = element.get(attribute)
            if address is not None and found < _MOST_IN_A_PAGE:
                found += 1
                line: int | None = element.sourceline  # type: ignore[assignment] # the stubs have `...`
                tag = "a" if _ONLY_TOLD & set(element.get("rel", "").lower().split()) else str(element.tag)
                yield tag, address.strip(), line or 0
