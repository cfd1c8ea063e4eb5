"""A course read and checked file by file: by a crew, and not again where it is known."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic_core import from_json

from scormpack.build.crew import Alone
from scormpack.build.kept_findings import read_finding
from scormpack.build.memory import Keeper, Later, Memory, Stage
from scormpack.build.own_state import digest_own_state
from scormpack.build.store import Store, key_of
from scormpack.check import (
    Comparison,
    Division,
    Fault,
    Part,
    check_part,
    check_parts,
    compare_quizzes,
    join_lessons,
    place_faults,
)
from scormpack.errors import Finding
from scormpack.load import (
    LaterSource,
    LoadedFile,
    PackedFile,
    PlainFile,
    Source,
    describe_batch,
    describe_file,
    understand_file,
    understand_files,
)
from scormpack.load.plain_file import KINDS
from scormpack.load.validation import M
from scormpack.model import MANY, Course


class Reading:
    """Reads files, as a ``Reader`` does."""

    def __init__(self, memory: Memory, seen: Mapping[str, str] = MappingProxyType({})) -> None:
        """Read with the help of ``memory``; ``seen`` are hashes of files of the course as ``EarlierBuild.seen``."""
        self._memory = memory
        self._seen = seen

    def recall(self, model: type[M], root: Path, names: Sequence[str]) -> Mapping[str, LoadedFile[M]]:
        """Return the files of these names that are known by what was seen of them: they are not read."""
        kind = _kind_of(model)
        if kind is None or not self._seen or not self._memory.store:
            return {}
        held = _holder(model, len(names))
        told = key_of("file", digest_own_state(), kind).hex()
        keys = {name: key_of(told, name, self._seen[name]) for name in names if name in self._seen}
        records = self._memory.store.get([*keys.values()])
        found = (
            (name, _recalled(model, LaterSource(root, name, self._seen[name]), records.get(key), held))
            for name, key in keys.items()
        )
        return {name: file for name, file in found if file is not None}

    def __call__(self, model: type[M], sources: Sequence[Source]) -> list[tuple[LoadedFile[M], list[Finding]]]:
        """Return each file, and what is wrong in it."""
        kind = _kind_of(model)
        crew, store = self._memory.crew, self._memory.store
        held = _holder(model, len(sources))
        if kind is None or (isinstance(crew, Alone) and not store and held is PlainFile):
            return understand_files(model, sources)
        told = key_of("file", digest_own_state(), kind).hex()
        keys = [key_of(told, source.file, source.digest) for source in sources]
        if isinstance(crew, Alone):
            return _read_alone(model, sources, keys, store, held)
        records = self._memory.share_out(FILES, kind, sources, keys)
        return [_loaded(model, source, record, held) for source, record in zip(sources, records, strict=True)]


def _kind_of(model: type[Any]) -> str | None:
    return next((name for name, one in KINDS.items() if one is model), None)


def _holder(_model: type[M], files: int) -> type[PlainFile[M]]:
    """Return what holds each of so many files."""
    return PackedFile if files > MANY else PlainFile


def _read_alone(
    model: type[M], sources: Sequence[Source], keys: Sequence[bytes], store: Store, held: type[PlainFile[M]]
) -> list[tuple[LoadedFile[M], list[Finding]]]:
    """Return each file; what is not known is understood, and the model kept that was made meanwhile."""
    known, keeper = store.get(keys), Keeper(store)
    files: list[tuple[LoadedFile[M], list[Finding]]] = []
    for source, key in zip(sources, keys, strict=True):
        file = _recalled(model, source, known.get(key), held)
        if file is None:
            loaded, findings = understand_file(model, source)
            record = describe_file(loaded, findings)
            if record is None:
                files.append((loaded, findings))
                continue
            keeper.add(key, record)
            file = held(source, model, record, loaded.model)
        files.append((file, []))
    keeper.finish()
    return files


def _recalled(model: type[M], source: Source, record: bytes | None, held: type[PlainFile[M]]) -> PlainFile[M] | None:
    try:
        return held(source, model, record) if record is not None else None
    except (ValueError, KeyError, TypeError):
        return None  # sealed, and yet no record of ours


def _loaded(
    model: type[M], source: Source, record: bytes | None, held: type[PlainFile[M]]
) -> tuple[LoadedFile[M], list[Finding]]:
    """A file with which anything is wrong is read here once more: places and values do not travel."""
    file = _recalled(model, source, record, held)
    return understand_file(model, source) if file is None else (file, [])


FILES: Stage[str, Source, bytes | None] = Stage(describe_batch, lambda record: record, lambda record: record)


class Looking:
    """Checks the parts of a course, as a ``Look`` does."""

    def __init__(self, memory: Memory) -> None:
        """Check with the help of ``memory``."""
        self._memory = memory

    def __call__(self, course: Course, codes: Collection[str]) -> Iterator[Finding]:
        """Return what is found in the parts of a course."""
        crew, store = self._memory.crew, self._memory.store
        if isinstance(crew, Alone) and not store:
            return check_parts(course, codes)
        groups = join_lessons(course)
        some, *rest = [groups[start : start + MANY] for start in range(0, len(groups), MANY)] or [[]]
        first = self._look(course, some, codes)  # others may begin
        further = chain.from_iterable(self._look(course, more, codes) for more in rest)
        return self._put_together(course, codes, chain(first, further))

    def _put_together(self, course: Course, codes: Collection[str], parts: Iterable[Looked]) -> Iterator[Finding]:
        quizzes, told = Comparison(course), sha256()
        for looked in parts:
            yield from looked.findings
            quizzes.add(looked.questions)
            told.update(key_of(looked.questions))
        yield from self._compare(course, codes, quizzes, told.hexdigest())

    def _look(self, course: Course, groups: Sequence[Sequence[str]], codes: Collection[str]) -> Iterator[Looked]:
        """Return what is found in the parts of these lessons."""
        division = Division(course)
        keys = _keys_of(division, groups, codes) if self._memory.store else [None] * len(groups)
        return self._memory.share_out(PARTS, frozenset(codes), Later(division.part, groups), keys)

    def _compare(self, course: Course, codes: Collection[str], quizzes: Comparison, told: str) -> Iterator[Finding]:
        """Yield what is found between the quizzes; where none has changed, they are not compared again.

        ``told`` is a hash of all that is said of them.
        """
        here = self._memory._replace(crew=Alone())
        key = None
        if here.store:
            key = key_of("quizzes", digest_own_state(), ",".join(sorted(codes)), told, *course.lessons)
        (faults,) = here.share_out(QUIZZES, frozenset(codes), [quizzes], [key])
        yield from place_faults(course, faults, codes)


class Looked(NamedTuple):
    """What is found in a part.

    Attributes:
        findings: placed.
        questions: its questions in short.
        is_as_loaded: whether its files were still those that its lessons were made from.
    """

    findings: tuple[Finding, ...]
    questions: str
    is_as_loaded: bool = True


def look_at_parts(codes: Collection[str], parts: Sequence[Part]) -> list[Looked]:
    """Return what is found in each part: the part of checking a course that many may share."""
    # What the rules see of a file is what it is judged by, whoever writes it meanwhile.
    checked = ((part, check_part(part, codes)) for part in map(Part.with_texts, parts))
    return [Looked(tuple(one.findings), one.questions, _is_as_loaded(part)) for part, one in checked]


def _is_as_loaded(part: Part) -> bool:
    sources = ((part.read(file), digest) for file, digest in part.digests.items())
    return all(isinstance(source, Source) and source.digest == digest for source, digest in sources)


def _keys_of(division: Division, groups: Sequence[Sequence[str]], codes: Collection[str]) -> list[bytes | None]:
    """Return the key of each part: all that goes into it."""
    told = key_of("part", digest_own_state(), ",".join(sorted(codes)), division.file.model_dump_json()).hex()
    keys: list[bytes | None] = []
    for lessons in groups:
        known = [text for name, digest in division.digests(lessons).items() for text in (name, digest or "")]
        keys.append(key_of(told, repr(division.media(lessons)), *known) if all(known) else None)
    return keys


def _write_looked(looked: Looked) -> bytes | None:
    found = json.dumps([asdict(finding) for finding in looked.findings], ensure_ascii=False)
    return f"{found}\n{looked.questions}".encode() if looked.is_as_loaded else None


def _read_looked(kept: bytes) -> Looked:
    found, _, questions = kept.decode().partition("\n")
    return Looked(tuple(map(read_finding, from_json(found))), questions)


PARTS = Stage(look_at_parts, _write_looked, _read_looked)


def compare_all(codes: Collection[str], courses: Sequence[Comparison]) -> list[list[tuple[str, Fault]]]:
    """Return what is found between the quizzes of each course."""
    return [compare_quizzes(quizzes, codes) for quizzes in courses]


def _write_faults(faults: Sequence[tuple[str, Fault]]) -> bytes | None:
    if any(fault.span or fault.mend for _, fault in faults):
        return None  # none of these rules has any
    return json.dumps([(code, fault._asdict()) for code, fault in faults], ensure_ascii=False).encode()


def _read_faults(kept: bytes) -> list[tuple[str, Fault]]:
    return [(code, Fault(**{**fault, "path": tuple(fault["path"])})) for code, fault in json.loads(kept)]


QUIZZES = Stage(compare_all, _write_faults, _read_faults)
