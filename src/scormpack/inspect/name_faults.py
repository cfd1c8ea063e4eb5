"""Faults of the names in a zip: what LMSs, servers and file systems mangle, or let out of the package."""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Iterable, Iterator

from scormpack.archive.reading import Entry
from scormpack.formats.fault import Fault, in_file
from scormpack.formats.paths import PATH_TESTS, PathTest
from scormpack.late_regex import compile_late

# Controls, and marks that cannot be seen but turn the order of what can.
_CONTROL = compile_late(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_STRIPPED = compile_late(r"[&<>\"'|:`]")
_DRIVE = compile_late(r"[A-Za-z]:")
_JUNK = compile_late(r"(?:^|/)(?:__MACOSX(?:/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._|\.git/|\.svn/)")
_DEEPEST = 64

_TESTS = (
    *(test for test in PATH_TESTS if test.code in {"empty", "long", "backslash", "absolute", "parent", "www"}),
    PathTest(
        "absolute",
        lambda path: _DRIVE.match(path) is None,
        "begins with a drive: write it from the package's root",
    ),
    PathTest(
        "parent",
        lambda path: ".." not in path.split("\\") or ".." in path.split("/"),
        "leads out of the package by `..`",
    ),
    PathTest(
        "control",
        lambda path: _CONTROL.search(path) is None,
        "has a character that cannot be seen: take it out",
    ),
    PathTest(
        "stripped",
        lambda path: _STRIPPED.search(path) is None,
        "has one of & < > \" ' | : `, which Moodle strips: no link finds it then",
    ),
    PathTest(
        "decomposed",
        lambda path: unicodedata.normalize("NFC", path) == path,
        "has accents as characters of their own (macOS): Moodle composes them, and links break",
    ),
    PathTest(
        "junk",
        lambda path: not is_junk(path),
        "is a file of the system's, and no content: leave it out",
    ),
)


def find_name_faults(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Yield the faults of each member's name, then those of names that are too much alike."""
    listed = list(entries)
    for entry in listed:
        name = entry.name.removesuffix("/") if len(entry.name) > 1 else entry.name
        for test in _TESTS:
            if not test.holds(name):
                yield _fault(entry, test.code, f"the name `{shown(entry.name)}` {test.wrong}")
        yield from _encoding(entry)
        yield from _kind(entry)
    yield from _alike(listed)


def is_junk(name: str) -> bool:
    """Return whether a system left the file behind, unasked."""
    return _JUNK.search(name) is not None


def shown(name: str) -> str:
    """Return the name as it can be shown: no controls, not without end."""
    safe = "".join(character if character.isprintable() else "\ufffd" for character in name)
    return safe if len(safe) <= 120 else f"{safe[:117]}…"


def _fault(entry: Entry, code: str, sentence: str) -> Fault:
    return in_file(entry.name, sentence, code=f"name-{code}")


def _encoding(entry: Entry) -> Iterator[Fault]:
    if entry.is_utf8 and "\ufffd" in entry.name:
        wrong = "is not UTF-8, though the zip says so: save the zip again with another tool"
        yield _fault(entry, "encoding", f"the name `{shown(entry.name)}` {wrong}")
    elif not entry.is_utf8 and not entry.raw.isascii():
        wrong = "is not ASCII, and the zip does not say that it is UTF-8: LMSs guess, mostly wrong"
        yield _fault(entry, "encoding", f"the name `{shown(entry.name)}` {wrong}")


def _kind(entry: Entry) -> Iterator[Fault]:
    kind = stat.S_IFMT(entry.mode)
    if kind == stat.S_IFLNK:
        wrong = "is a symbolic link, which may lead out of the package: put the file itself in"
        yield _fault(entry, "link", f"`{shown(entry.name)}` {wrong}")
    elif kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        yield _fault(entry, "special", f"`{shown(entry.name)}` is a device or a pipe and no file")


def _alike(entries: list[Entry]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    files = {entry.name for entry in entries if not entry.is_folder}
    for entry in entries:
        name = shown(entry.name)
        other = seen.setdefault(entry.name.casefold(), entry.name)
        if other != entry.name:
            sentence = f"`{name}` and `{shown(other)}` differ in capitals only: some servers keep one of them"
            yield _fault(entry, "case", sentence)
        parts = entry.name.rstrip("/").split("/")[:_DEEPEST]
        above = ("/".join(parts[:count]) for count in range(1, len(parts)))
        clash = next((folder for folder in above if folder in files), None)
        if clash is not None:
            sentence = f"`{shown(clash)}` is both a file and the folder of `{name}`: one of the two is lost"
            yield _fault(entry, "clash", sentence)
