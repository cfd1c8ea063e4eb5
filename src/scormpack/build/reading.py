"""A course read file by file: by a crew, and not again where it is known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from scormpack.build.crew import Alone
from scormpack.build.looking import Lookout, PartKeys
from scormpack.build.memory import Keeper, Memory, Stage
from scormpack.build.own_state import digest_own_state
from scormpack.build.store import key_of
from scormpack.check import cut_down
from scormpack.errors import Finding
from scormpack.load import (
    LaterSource,
    LoadedFile,
    PlainFile,
    PutAsideFile,
    Source,
    describe_file,
    understand_file,
    understand_files,
)
from scormpack.load.plain_file import KINDS
from scormpack.load.validation import M
from scormpack.model import CourseFile, Scratch

Tell = Callable[[CourseFile], CourseFile]
"""From a course file to what the options of a build make of it."""


class Reading:
    """Reads files, as a ``Reader`` does.

    Lessons can be looked at meanwhile, while their models are at hand. What is found in them is then known to who looks
    at the course with the same memory.
    """

    def __init__(
        self,
        memory: Memory,
        seen: Mapping[str, str] = MappingProxyType({}),
        codes: Collection[str] = (),
        tell: Tell = lambda file: file,
    ) -> None:
        """Read with the help of ``memory``.

        Args:
            memory: that who looks at the course has too.
            seen: hashes of files of the course as ``EarlierBuild.seen``.
            codes: of the rules that look at lessons meanwhile.
            tell: returns the course file as the rules are told of it.
        """
        self._memory = memory
        self._seen = seen
        self._codes = frozenset(codes)
        self._tell = tell
        self._lookout: Lookout | None = None
        self._scratch = Scratch()

    def recall(
        self, model: type[M], root: Path, names: Sequence[str], *, many: bool = False
    ) -> Mapping[str, LoadedFile[M]]:
        """Return the files of these names that are known by what was seen of them: they are not read."""
        kind = _kind_of(model)
        if kind is None or not self._seen or not self._memory.store:
            return {}
        told = _key_of_kind(kind, self._memory)
        keys = {name: key_of(told, name, self._seen[name]) for name in names if name in self._seen}
        records = self._memory.store.get([*keys.values()])
        found = (
            (name, _recalled(model, LaterSource(root, name, self._seen[name]), records[key]))
            for name, key in keys.items()
            if key in records
        )
        return {name: self._held(file, many=many) for name, file in found if file is not None}

    def __call__(
        self, model: type[M], sources: Sequence[Source], *, many: bool = False
    ) -> list[tuple[LoadedFile[M], list[Finding]]]:
        """Return each file, and what is wrong in it."""
        kind = _kind_of(model)
        alone = isinstance(self._memory.crew, Alone)
        if kind is None or (alone and not self._memory.store and not many):
            files = understand_files(model, sources)
            self._look_out_by(files)
            return files
        return [(self._held(file, many=many), findings) for file, findings in self._read(model, kind, sources)]

    def _held(self, file: LoadedFile[M], *, many: bool) -> LoadedFile[M]:
        """Return a file as it is held, alone or among a great many."""
        return PutAsideFile(file, self._scratch) if many and isinstance(file, PlainFile) else file

    def _look_out_by(self, files: Sequence[tuple[LoadedFile[Any], list[Finding]]]) -> None:
        """Remember what the rules are told of the course file, if it is among these."""
        for file, _ in files:
            if self._codes and isinstance(file.model, CourseFile):
                self._lookout = Lookout(self._codes, cut_down(self._tell(file.model)))

    def _read(
        self, model: type[M], kind: str, sources: Sequence[Source]
    ) -> Iterator[tuple[LoadedFile[M], list[Finding]]]:
        memory, lookout = self._memory, self._lookout if kind == "lesson" else None
        told = _key_of_kind(kind, memory)
        keys = [key_of(told, source.file, source.digest) for source in sources]
        part_keys = PartKeys(memory, lookout.codes, lookout.file) if lookout else None
        keeper = Keeper(memory.known)
        for source, read in zip(sources, memory.share_out(FILES, (kind, lookout), sources, keys), strict=True):
            if read.looked is not None and part_keys:
                keeper.add(part_keys.of_lone(source), read.looked)
            if read.here:
                yield read.here
            else:  # with places and values, which do not travel, where anything is wrong
                file = _recalled(model, source, read.record) if read.record is not None else None
                yield (file, []) if file else understand_file(model, source)
        keeper.finish()


def _kind_of(model: type[Any]) -> str | None:
    return next((name for name, one in KINDS.items() if one is model), None)


def _key_of_kind(kind: str, memory: Memory) -> str:
    return key_of("file", digest_own_state() if memory.store else "", kind).hex()


def _recalled(model: type[M], source: Source, record: bytes) -> PlainFile[M] | None:
    try:
        return PlainFile(source, model, record)
    except (ValueError, KeyError, TypeError):
        return None  # sealed, and yet no record of ours


class ReadFile(NamedTuple):
    """What comes of reading a file.

    Attributes:
        record: of a file with which nothing is wrong, as far as one file can tell.
        looked: what is found in a lesson, as it is kept; None where nobody looked.
        here: the file, and what is wrong in it, in the process that read it.
    """

    record: bytes | None
    looked: bytes | None = None
    here: tuple[LoadedFile[Any], list[Finding]] | None = None

    def __reduce__(self) -> tuple[type[ReadFile], tuple[bytes | None, bytes | None]]:
        """Leave the file where it is."""
        return ReadFile, (self.record, self.looked)


def read_batch(told: tuple[str, Lookout | None], sources: Sequence[Source]) -> list[ReadFile]:
    """Return what comes of reading each file: the part of it that many may share."""
    kind, lookout = told
    return [_read_one(kind, lookout, source) for source in sources]


def _read_one(kind: str, lookout: Lookout | None, source: Source) -> ReadFile:
    loaded, findings = understand_file(KINDS[kind], source)
    record = describe_file(loaded, findings)
    if record is None:
        return ReadFile(None, None, (loaded, findings))
    file: PlainFile[Any] = PlainFile(source, KINDS[kind], record, loaded.model)
    return ReadFile(record, lookout.look(file) if lookout else None, (file, []))


FILES: Stage[tuple[str, Lookout | None], Source, ReadFile] = Stage(read_batch, lambda read: read.record, ReadFile)
