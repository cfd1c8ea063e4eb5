"""A course read and checked by a crew, file by file: the same as alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from scormpack.build.crew import Alone, Crew
from scormpack.check import GivenPart, LastFile, Part, check_part, check_parts, divide_course
from scormpack.errors import Finding
from scormpack.load import LoadedFile, PlainFile, Source, describe_batch, read_source, understand_file, understand_files
from scormpack.load.plain_file import KINDS
from scormpack.load.validation import M
from scormpack.model import Course


class CrewReader:
    """A ``Reader`` that lets a crew parse the files of lessons and banks."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew

    def __call__(self, model: type[M], sources: Sequence[Source]) -> list[tuple[LoadedFile[M], list[Finding]]]:
        """Return each file, and what is wrong in it."""
        kind = next((name for name, one in KINDS.items() if one is model), None)
        if kind is None or isinstance(self._crew, Alone):
            return understand_files(model, sources)
        records = self._crew.share_out(describe_batch, kind, sources)
        return [_loaded(model, source, record) for source, record in zip(sources, records, strict=True)]


def _loaded(model: type[M], source: Source, record: bytes | None) -> tuple[LoadedFile[M], list[Finding]]:
    """A file with which anything is wrong is read here once more: places and values do not travel."""
    return understand_file(model, source) if record is None else (PlainFile(source, model, record), [])


class CrewLook:
    """A ``Look`` that lets a crew check the parts of a course."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew

    def __call__(self, course: Course, codes: Collection[str]) -> Iterator[Finding]:
        """Return what is found in the parts of a course."""
        if isinstance(self._crew, Alone):
            return check_parts(course, codes)
        parts = [_with_sources(course, part) for part in divide_course(course)]
        return chain.from_iterable(self._crew.share_out(check_batch, frozenset(codes), parts))


def check_batch(codes: Collection[str], parts: Sequence[GivenPart]) -> list[list[Finding]]:
    """Return what is found in each part."""
    return [check_part(given.part, LastFile(given.read), codes) for given in parts]


def _with_sources(course: Course, part: Part) -> GivenPart:
    return GivenPart(part, {file: read_source(course.root / file, file) for file in part.files})
