"""What a package promises to those who use it: read from its own files, whoever built it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from scormpack.formats.paths import NOTICE
from scormpack.formats.web.names import MANIFEST, WORKER
from scormpack.late_regex import compile_late
from scormpack.releases.marking import Marking, read_marking
from scormpack.releases.tracks import read_tracks

_HOME = b'<body data-page="course"'
_DATA = b'<script type="application/json" id="scormpack-data">'
_HASHED = compile_late(rb"-[0-9a-f]{10}(?=\.)")
# What a page says of places in the course, its own and others': a lesson more or less changes it everywhere.
_NUMBER = compile_late(rb'<(?:span class="number"|p class="elsewhere")[^<>]{0,100}>([^<]{0,300})')
_STEM = compile_late(r"assets/([a-z]+)-[0-9a-f]{10}\.(?:css|js)")
_MOST_DIGITS = 16
_MADE = {MANIFEST, WORKER, NOTICE}
"""Made from the other files, with the build id in them."""
_PARTS = {"style": "look", "runtime": "runtime", "reader": "runtime", "course": "runtime", "tutor": "runtime"} | {
    "messages": "words",
    "search": "search",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question, as far as results and attempts hang on it."""

    id: str
    type: str
    fingerprint: str
    points: int
    marking: Marking


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson of a package.

    Attributes:
        text: digest of what is read, but for numbers of lessons; ``quiz`` of all that the quiz holds, answers too.
        pass_mark: percent; None without a verdict.
        numbers: digest of the numbers of lessons that it names, its own first; "" where they are not known.
    """

    id: str
    title: str
    pass_mark: int | None
    text: str
    quiz: str
    questions: tuple[Question, ...]
    numbers: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A package.

    Attributes:
        file: name of the zip.
        format: what its manifest speaks.
        unit: IRI of what it holds; "" where it is not ours to read.
        title: as the LMS shows it.
        build: the build id.
        tracks: identifiers that an LMS keeps results under.
        pass_mark: percent; None without a verdict.
        wording: how results are told: the pair of words, and how it is left.
        lessons: by id, in order.
        parts: digest of each of the other parts, by what it is: look, runtime, words, search, media, home.
        sha256: of the zip; "" where there is none yet.
    """

    file: str
    format: str
    unit: str
    title: str
    build: str
    tracks: tuple[str, ...]
    pass_mark: int | None
    wording: str
    lessons: Mapping[str, Lesson]
    parts: Mapping[str, str]
    sha256: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes two packages of two releases the same one."""
        return (self.unit or self.file, self.format)

    @property
    def shape(self) -> tuple[str, str]:
        """Its format, and what it holds: ``lesson``, ``module``, ``course``; "" where it is not ours to read."""
        of_part = re.fullmatch(r".*/(lesson|module)s/[^/]+", self.unit)
        return (self.format, of_part[1] if of_part else "course" if self.unit else "")


def record_package(file: str, files: Mapping[str, bytes]) -> Record:
    """Return what the package in ``files`` (path to bytes) promises; of a stranger's, its tracks and files alone."""
    tracks = read_tracks(files)
    unit: dict[str, Any] = {}
    lessons: dict[str, Lesson] = {}
    for page, data in _pages(files):
        if len(tracks.names) == 1:  # of several, each has pages of its own unit
            unit = unit or data["unit"]
        with suppress(AttributeError, TypeError, ValueError):  # a page that only looks like ours
            lesson = _read_lesson(data["lesson"], page)
            lessons[lesson.id] = lesson
    return Record(
        file=file,
        format=tracks.format,
        unit=str(unit.get("id", "")),
        title=tracks.title,
        build=tracks.build or str(unit.get("build", "")),
        tracks=tracks.names,
        pass_mark=_mark(unit),
        wording=f"{unit.get('report', '')} {unit.get('exit', '')}".strip(),
        lessons=lessons,
        parts=_digest_parts(files),
    )


def _pages(files: Mapping[str, bytes]) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Yield each page that carries data for the runtime, with these data."""
    for path in files:
        if not path.endswith(".html"):
            continue
        data: Any = None
        with suppress(ValueError, RecursionError):  # a page that only looks like ours
            data = json.loads(_between(files[path], _DATA, b"</script>"))
        if isinstance(data, dict) and isinstance(data.get("unit"), dict) and data.get("lesson"):
            yield files[path], data


def _read_lesson(lesson: Mapping[str, Any], page: bytes) -> Lesson:
    quiz = lesson.get("quiz") or {}
    text = _between(page, b"<main", _DATA)
    pad = str(quiz.get("pad", ""))
    return Lesson(
        id=str(lesson.get("id", "")),
        title=str(lesson.get("title", "")),
        pass_mark=_mark(quiz),
        text=_digest(_HASHED.sub(b"", _NUMBER.sub(b"", text))),
        numbers=_digest(b"\0".join(_NUMBER.findall(text))),
        quiz=_digest(json.dumps(quiz, sort_keys=True).encode()) if quiz else "",
        questions=tuple(
            Question(
                str(q.get("id")),
                str(q.get("type")),
                str(q.get("fingerprint")),
                int(q.get("points", 0)),
                read_marking(q, pad),
            )
            for q in quiz.get("questions", ())
        ),
    )


def _between(page: bytes, start: bytes, end: bytes) -> bytes:
    """Return what stands between the first ``start`` and the ``end`` that follows it; nothing where one is missing."""
    _, _, rest = page.partition(start)
    text, closed, _ = rest.partition(end)
    return text if closed else b""


def _mark(values: Mapping[str, Any]) -> int | None:
    mark = values.get("passMark")
    return mark if isinstance(mark, int) else None


def _digest_parts(files: Mapping[str, bytes]) -> dict[str, str]:
    """Our assets are named after what they hold, so that their names tell; others are read."""
    parts: dict[str, list[str]] = defaultdict(list)
    for path in sorted(files):
        if path in _MADE or path.endswith((".xml", ".xsd", ".dtd")):
            continue
        if path.endswith(".html") and _DATA in files[path]:
            if _HOME in files[path]:
                parts["home"].append(_digest(_HASHED.sub(b"", _between(files[path], b"<main", _DATA))))
            continue
        stem = _STEM.fullmatch(path)
        part = _PARTS.get(stem[1], "media") if stem else "media"
        parts[part].append(path if _HASHED.search(path.encode()) else f"{path} {_digest(files[path])}")
    return {part: _digest("\n".join(names).encode()) for part, names in sorted(parts.items())}


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:_MOST_DIGITS]
