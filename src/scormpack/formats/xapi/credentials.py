"""A simple scan for credentials: an LRS hands them over at launch, so a package never holds any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from scormpack.formats.fault import Fault, in_file
from scormpack.formats.rules import Package
from scormpack.late_regex import compile_late
from scormpack.markup.searches import search_any

_SECRETS = {
    "a user name and password in an address": re.compile(r"\bhttps?://[^\s/@:\"'<>`$]+:[^\s/@\"'<>`$]+@"),
    "a Basic token": re.compile(r"\bBasic [A-Za-z0-9+/]{12,}={0,2}"),
    "a Bearer token": re.compile(r"\bBearer [A-Za-z0-9._~+/-]{16,}"),
    "a launch address with its token": re.compile(r"[?&;]auth=[A-Za-z0-9%+/=]{8,}"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
}
# Each secret holds one: a file without any need not be gone through.
_IS_SUSPECT = search_any("@", "Basic ", "Bearer ", "auth=", "PRIVATE KEY-----")
_TAG = compile_late(r"<[a-zA-Z][^<>]*>")  # `<` too: hostile pages must not cost time squared


def find_credentials(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield (path, what) for each secret that a machine could use: in scripts, data, and tags of pages.

    A page's words are the author's: a lesson may well show what a token looks like.
    """
    for path, data in files.items():
        for what in _remembered(path.rpartition(".")[2], data):
            yield path, what


def check_credentials(package: Package) -> Iterator[Fault]:
    """Yield a fault for each secret in a package of our own, its manifest included: a rule of xAPI and of cmi5."""
    for path, what in find_credentials({package.name: package.data, **package.files}):
        yield in_file(path, f"`{path}` holds {what}: take it out, the LMS hands credentials over at launch")


def find_secrets(ending: str, data: bytes) -> tuple[str, ...]:
    """Return what secrets a file holds, by the ending of its name."""
    if ending not in {"js", "mjs", "json", "html", "htm", "xhtml", "svg", "xml"}:
        return ()
    text = data.decode("utf-8", "replace")
    # Rust would make these bytes again of the text; and of what is no UTF-8 it says no.
    if not _IS_SUSPECT(text if "\ufffd" in text else data):
        return ()
    if ending not in {"js", "mjs", "json"}:
        text = "\n".join(_TAG.findall(text))
    return tuple(what for what, pattern in _SECRETS.items() if pattern.search(text))


# The runtime, the messages and the style sheet stand in every package of a course.
_remembered = lru_cache(maxsize=32)(find_secrets)
