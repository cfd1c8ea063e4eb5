"""The files that lessons and banks show or offer: found, named exactly, inside the course folder."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from scormpack.errors import Edit, Finding
from scormpack.late_regex import compile_late
from scormpack.load.file import LoadedFile
from scormpack.load.file_names import exact_name, suggest_file
from scormpack.load.media_file import Fault, describe_media
from scormpack.load.places import Path
from scormpack.load.source import Span
from scormpack.load.strict_yaml import Value
from scormpack.load.theme_files import theme_files
from scormpack.load.wording import show_value
from scormpack.markup import host_of, links_of, may_hold_links, refused_links
from scormpack.model import Bank, CourseFile, Lesson, Media, markdown_keys, markdown_texts

_MARKDOWN_KEYS = markdown_keys(Lesson) | markdown_keys(Bank)
_SHOWN = {"img", "audio", "video", "source", "track", "iframe"}
# RFC 3986 §4.1: a scheme, another host, or a place in the same page: not a file of the course.
_DRIVE = compile_late(r"(?:file:/*)?[A-Za-z]:(?:\\|/|%5C)|file:/", re.IGNORECASE)
_NOT_LOCAL = compile_late(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")

_RESPELT = {"media-case", "path-backslash"}
"""Faults of a path that leads to one file all the same."""
_SAFE_PATH = compile_late(r"[A-Za-z0-9_./-]+")

LoadedTexts = LoadedFile[Lesson] | LoadedFile[Bank]
LoadedAny = LoadedFile[CourseFile] | LoadedTexts
_LinkingText = tuple[LoadedTexts, Path, str]


class _Reference(NamedTuple):
    """One reference to a file: as written, in which kind of element, in which text, and the how manyth there."""

    target: str
    element: str
    file: LoadedAny
    path: Path
    number: int = 0

    @property
    def span(self) -> Span:
        """Where it stands: as it came out of Markdown, or as its author wrote it before it was encoded.

        Looked up for a fault only: that composes the whole file anew.
        """
        texts = (self.target, unquote(self.target)) if self.target else ("()", '""')
        return self.file.places.within(self.path, *texts, number=self.number)


def find_media(
    root: FilePath,
    course: LoadedFile[CourseFile],
    lessons: Mapping[str, LoadedFile[Lesson]],
    banks: Mapping[str, LoadedFile[Bank]],
) -> tuple[dict[str, Media], list[Finding]]:
    """Return every file that the course's texts refer to, by the reference as written, and what is wrong with them."""
    media: dict[str, Media] = {}
    findings: list[Finding] = []
    folder = _Folder(root)
    hosts = _hosts(course)
    files: list[LoadedTexts] = [*lessons.values(), *banks.values()]
    texts = [text for file in files for text in texts_with_links(file)]
    for reference in _references(course, texts):
        if reference.element in _SHOWN and host_of(reference.target) in hosts:
            continue
        found = _fault_of(reference) or folder.find(reference.target)
        if isinstance(found, Media):
            media[reference.target] = found
        else:
            code, message, hint = found
            if code == "media-missing" and PurePosixPath(unquote(reference.target)).stem in lessons:
                hint = "A text cannot link to a lesson: name it under `related:`."
            span = reference.span
            edit = _edit(reference, span, folder.exact(reference.target)) if code in _RESPELT else None
            findings.append(reference.file.source.finding(code, span, message, hint, edit=edit))
    findings.extend(_refused(texts))
    return media, findings


def _edit(reference: _Reference, span: Span, exact: str | None) -> Edit | None:
    """Return the edit that spells a path as its file is called; where it could need escapes, none."""
    written = _path_of(reference.target)
    if exact is None or not _SAFE_PATH.fullmatch(exact):
        return None
    return reference.file.source.edit(span, written, exact)


def _hosts(course: LoadedFile[CourseFile]) -> frozenset[str]:
    """Return the hosts that the course declares, even where its file has faults."""
    declared = course.get("hosts")
    return frozenset(host for host in declared if isinstance(host, str)) if isinstance(declared, tuple) else frozenset()


def _references(course: LoadedFile[CourseFile], texts: Sequence[_LinkingText]) -> Iterator[_Reference]:
    for path, file_name in theme_files(course):
        yield _Reference(file_name, "img", course, path)
    for file, path, text in texts:
        seen: Counter[str] = Counter()
        for link in links_of(text):
            if link.element in _SHOWN or _is_local(link.target):
                yield _Reference(link.target, link.element, file, path, seen[link.target])
            seen[link.target] += 1


def texts_with_links(file: LoadedTexts) -> Iterator[_LinkingText]:
    """Yield the texts that may refer to anything, with file and path: few of all that there are."""
    written = file.source.text
    # A value holds no two characters side by side that do not stand so in its file, but by an escape.
    if "\\" not in written and not may_hold_links(written):
        return iter(())
    return ((file, path, text) for path, text in _texts(file) if may_hold_links(text))


def _texts(file: LoadedTexts) -> Iterator[tuple[Path, str]]:
    """Every Markdown text of a lesson or a bank, with its path; as far as it can be told where the file has faults."""
    if file.model is not None:
        yield from markdown_texts(file.model)
    else:
        yield from _texts_in(file.value, (), is_text=False)


def _texts_in(value: Value, path: Path, *, is_text: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str) and is_text:
        yield path, value
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _texts_in(entry, (*path, index), is_text=is_text)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _texts_in(entry, (*path, key), is_text=key in _MARKDOWN_KEYS)


def _refused(texts: Iterable[_LinkingText]) -> Iterator[Finding]:
    for file, path, text in texts:
        for target in refused_links(text):
            span = _Reference(target, "a", file, path).span
            if _DRIVE.match(target):
                place = unquote(target)
                name = re.split(r"[\\/]", place)[-1]
                message = f"{show_value(place)} is a place on your own computer"
                hint = f"Copy the file into the course's `assets/` folder, and write `assets/{name}`."
                yield file.source.finding("path-outside", span, message, hint)
                continue
            message = f"{show_value(target)} is a kind of link that no page may hold"
            hint = "Use https:, http: or mailto:; save pictures as files in the course's `assets/` folder."
            yield file.source.finding("link-refused", span, message, hint)


def _is_local(target: str) -> bool:
    return not _NOT_LOCAL.match(target)


def _path_of(target: str) -> str:
    """Return the path that a reference names, decoded; no query or fragment (RFC 3986 §3.3)."""
    return unquote(re.split(r"[?#]", target, maxsplit=1)[0])


def _fault_of(reference: _Reference) -> Fault | None:
    target, path = reference.target, _path_of(reference.target)
    shown = show_value(unquote(target))
    if reference.element == "iframe":
        host = host_of(target)
        message = f"a frame shows {shown}, and the course declares no such host"
        hint = (
            f"Declare it in course.yaml: `hosts: [{host}]`."
            if host
            else "A frame shows a page of another host, over https."
        )
        return "frame-refused", message, hint
    if reference.element in _SHOWN and not _is_local(target):
        message = f"{shown} is on another host; a package must hold all that it shows"
        return "media-elsewhere", message, "Save the file in the course's `assets/` folder and refer to it there."
    if not path:
        return "media-missing", "this names no file", "Write the path from the course folder: `assets/name.svg`."
    if "\\" in path:
        return "path-backslash", f"{shown} has a backslash", "Separate folders with `/`: `assets/name.svg`."
    if path.startswith("/") or os.path.normpath(path).split("/")[0] == "..":
        inside = re.sub(r"^(?:\.*/)+", "", os.path.normpath(path))
        hint = f"Copy the file into the course's `assets/` folder, and write `assets/{FilePath(inside).name}`."
        if inside.startswith("assets/"):
            hint = f"Write the path from the course folder: `{inside}`."
        return "path-outside", f"{shown} leaves the course folder", hint
    return None


class _Folder:
    """The course folder, looked up with exact case on any file system."""

    def __init__(self, root: FilePath) -> None:
        self.root = root
        self.names = cache(self._names)
        self.find = cache(self._find)

    def _names(self, folder: FilePath) -> tuple[str, ...]:
        try:
            return tuple(sorted(path.name for path in folder.iterdir()))
        except OSError:
            return ()

    def _read(self, file: FilePath, name: str) -> bytes:
        """Return the bytes of a file beside ``file``; nothing of one that a link leads to outside."""
        other = file.parent / name
        return other.read_bytes() if FilePath(os.path.realpath(other)).is_relative_to(self.root) else b""

    def exact(self, reference: str) -> str | None:
        """Return the path of the file that a reference means, as it is on disk; None where there is none."""
        exact: list[str] = []
        for part in os.path.normpath(_path_of(reference).replace("\\", "/")).split("/"):
            name = exact_name(part, self.names(self.root.joinpath(*exact)))
            if name is None:
                return None
            exact.append(name)
        return "/".join(exact)

    def _find(self, reference: str) -> Media | Fault:
        """Return the file, or what is wrong with the reference."""
        wanted = os.path.normpath(_path_of(reference))
        file = self.root
        exact: list[str] = []
        for part in wanted.split("/"):
            name = exact_name(part, self.names(file))
            if name is None:
                hint = suggest_file(exact, wanted.split("/")[len(exact) :], self.names(file))
                return "media-missing", f"there is no file `{wanted}` in the course folder", hint
            exact.append(name)
            file = file / name
        found = "/".join(exact)
        if unicodedata.normalize("NFC", found) != unicodedata.normalize("NFC", wanted):
            message = f"the file is called `{found}`: an LMS tells upper from lower case"
            return "media-case", message, f"Write `{found}`."
        if not FilePath(os.path.realpath(file)).is_relative_to(self.root):  # Path.resolve raises on a loop of links
            message = f"`{wanted}` is a link that leaves the course folder"
            return "path-outside", message, "Copy the file itself into the course folder."
        if not file.is_file():
            return "media-missing", f"`{wanted}` is not a file", "Write the path of a file."
        try:
            return describe_media(
                found, file.read_bytes(), self.names(file.parent), lambda name: self._read(file, name)
            )
        except OSError as fault:
            message = f"`{wanted}` cannot be read: {fault.strerror}"
            return "media-unreadable", message, "Check that it is still there, and its permissions."
