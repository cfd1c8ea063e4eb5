"""The files that lessons show or offer: found, named exactly, inside the course folder."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from scormpack.errors import Finding
from scormpack.load.file import LoadedFile
from scormpack.load.source import Span
from scormpack.markup import find_links, to_html
from scormpack.model import CourseFile, Lesson, Media, markdown_texts

_SHOWN = {"img", "audio", "video", "source", "track"}
_NOT_ASCII = re.compile(r"[^a-z0-9]+")


def find_media(
    root: Path, course: LoadedFile[CourseFile], lessons: Mapping[str, LoadedFile[Lesson]]
) -> tuple[dict[str, Media], list[Finding]]:
    """Return every file that the course's texts refer to, by the reference as written, and what is wrong with them."""
    media: dict[str, Media] = {}
    findings: list[Finding] = []
    folder = _Folder(root)
    for file, reference, span, element in _references(course, lessons):
        fault = _fault_of(reference, element)
        found: Media | tuple[str, str, str] = fault or folder.find(reference)
        if isinstance(found, Media):
            media[reference] = found
        else:
            findings.append(file.source.finding(found[0], span, found[1], found[2]))
    return media, findings


def _references(
    course: LoadedFile[CourseFile], lessons: Mapping[str, LoadedFile[Lesson]]
) -> Iterator[tuple[LoadedFile[CourseFile] | LoadedFile[Lesson], str, Span, str]]:
    if course.model is not None and course.model.theme.logo is not None:
        yield course, course.model.theme.logo, course.places.value(("theme", "logo")), "img"
    for lesson in lessons.values():
        for path, text in markdown_texts(lesson.model) if lesson.model else ():
            if "](" in text or "]:" in text or "<" in text:
                for link in find_links(to_html(text)):
                    if link.element in _SHOWN or _is_local(link.target):
                        yield lesson, link.target, lesson.places.within(path, unquote(link.target)), link.element


def _is_local(target: str) -> bool:
    return not (target.startswith(("#", "//")) or urlsplit(target).scheme)


def _fault_of(reference: str, element: str) -> tuple[str, str, str] | None:
    if element in _SHOWN and not _is_local(reference):
        message = f"`{reference}` is on another host; a package must hold all that it shows"
        return "media-elsewhere", message, "Save the file in the course's `assets/` folder and refer to it there."
    path = unquote(urlsplit(reference).path)
    if path.startswith("/") or "\\" in path or ".." in os.path.normpath(path).split("/"):
        return (
            "path-outside",
            f"`{reference}` leaves the course folder",
            "Write the path from the course folder: `assets/name.svg`.",
        )
    return None


class _Folder:
    """The course folder, looked up with exact case on any file system."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.names = cache(self._names)

    def _names(self, folder: Path) -> tuple[str, ...]:
        try:
            return tuple(sorted(path.name for path in folder.iterdir()))
        except OSError:
            return ()

    def find(self, reference: str) -> Media | tuple[str, str, str]:
        """Return the file, or code, message and hint of what is wrong with the reference."""
        wanted = os.path.normpath(unquote(urlsplit(reference).path))
        folder = self.root
        exact: list[str] = []
        for part in wanted.split("/"):
            name = _exact_name(part, self.names(folder))
            if name is None:
                close = get_close_matches(part, self.names(folder), n=1)
                hint = f"Did you mean `{'/'.join([*exact, close[0]])}`?" if close else "Add the file, or mend the path."
                return "media-missing", f"there is no file `{reference}` in the course folder", hint
            exact.append(name)
            folder = folder / name
        found = "/".join(exact)
        if unicodedata.normalize("NFC", found) != unicodedata.normalize("NFC", wanted):
            return (
                "media-case",
                f"the file is called `{found}`: an LMS tells upper from lower case",
                f"Write `{found}`.",
            )
        if not folder.resolve().is_relative_to(self.root):
            return (
                "path-outside",
                f"`{reference}` is a link that leaves the course folder",
                "Copy the file into the course.",
            )
        if not folder.is_file():
            return "media-missing", f"`{reference}` is not a file", "Name a file."
        return Media(found, _target(found, folder.read_bytes()))


def _exact_name(part: str, names: tuple[str, ...]) -> str | None:
    """Return the name on disk: the same, else the same but for Unicode form or case."""
    if part in names:
        return part
    wanted = unicodedata.normalize("NFC", part)
    composed = {unicodedata.normalize("NFC", name): name for name in names}
    folded = {name.casefold(): found for name, found in composed.items()}
    return composed.get(wanted) or folded.get(wanted.casefold())


def _target(path: str, data: bytes) -> str:
    name = PurePosixPath(path.lower())
    ascii_stem = unicodedata.normalize("NFKD", name.stem).encode("ascii", "ignore").decode()
    slug = _NOT_ASCII.sub("-", ascii_stem).strip("-") or "file"
    ending = _NOT_ASCII.sub("", name.suffix)
    digest = hashlib.sha256(data).hexdigest()[:10]
    return f"assets/{slug[:40]}-{digest}{'.' if ending else ''}{ending}"
