"""One YAML file: read, parsed and made a model of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, Protocol, runtime_checkable

from scormpack.errors import Finding
from scormpack.load.places import Places
from scormpack.load.source import Source, read_source
from scormpack.load.strict_yaml import Value, parse_yaml
from scormpack.load.validation import M, validate
from scormpack.model import MANY

_AT_ONCE = 500
"""Files of a great many: enough for the workers of a cluster, 5 KB each."""


@dataclass(frozen=True)
class LoadedFile(Generic[M]):
    """A file as far as it could be read.

    Attributes:
        source: its text.
        value: its values, as far as they are YAML; None otherwise. Of a valid file that is held beside thousands of
            others: those alone that are compared with other files.
        model: the model made of them; None where they do not fit.
    """

    source: Source
    value: Value
    model: M | None

    @cached_property
    def places(self) -> Places:
        """Where its values stand."""
        return Places(self.source)

    def get(self, key: str) -> Value:
        """Return the value of a key on the top level, whether the file is valid or not."""
        return self.value.get(key) if isinstance(self.value, dict) else None


class Reader(Protocol):
    """Makes a model of each file, by itself or with the help of others."""

    def __call__(
        self, model: type[M], sources: Sequence[Source], *, many: bool = False
    ) -> list[tuple[LoadedFile[M], list[Finding]]]:
        """Return each file, and what is wrong in it, in order; ``many``: some of so many that little shall be held."""


@runtime_checkable
class KnowingReader(Reader, Protocol):
    """A reader that knows some files as they are, and need not be given their texts."""

    def recall(
        self, model: type[M], root: Path, names: Sequence[str], *, many: bool = False
    ) -> Mapping[str, LoadedFile[M]]:
        """Return the files that it knows of these names (from the course folder ``root``); nothing is wrong in them."""


def understand_files(
    model: type[M], sources: Sequence[Source], *, many: bool = False
) -> list[tuple[LoadedFile[M], list[Finding]]]:
    """Parse and validate each file here and now: the plain ``Reader``."""
    del many
    return [(_slim(loaded), findings) for loaded, findings in (understand_file(model, source) for source in sources)]


class FileMemory:
    """A reader that remembers each file as it was last, so that one whose text has not changed is not understood anew.

    For whoever reads one course again and again; holds each file's text and values.
    """

    def __init__(self, read: Reader = understand_files) -> None:
        """Remember what ``read`` makes of files."""
        self._read = read
        self._files: dict[str, tuple[LoadedFile[Any], list[Finding]]] = {}

    def __call__(
        self, model: type[M], sources: Sequence[Source], *, many: bool = False
    ) -> list[tuple[LoadedFile[M], list[Finding]]]:
        """Return what was made of the same text in the file of the same name; what is new is read."""
        fresh = [source for source in sources if not self._knows(source)]
        for known in self._read(model, fresh, many=many):
            self._files[known[0].source.file] = known
            _ = known[0].model  # made now, once: a file may come without
        return [(loaded, list(findings)) for loaded, findings in (self._files[source.file] for source in sources)]

    def _knows(self, source: Source) -> bool:
        known = self._files.get(source.file)
        return known is not None and known[0].source.text == source.text


def load_file(
    model: type[M], root: Path, name: str, read: Reader = understand_files
) -> tuple[LoadedFile[M] | None, list[Finding]]:
    """Return the file ``name`` (from the course folder ``root``) and what is wrong in it."""
    files, findings = load_files(model, root, [name], read)
    return files.get(name), findings


def load_files(
    model: type[M], root: Path, names: Sequence[str], read: Reader = understand_files
) -> tuple[dict[str, LoadedFile[M]], list[Finding]]:
    """Return the files of these names that can be read, by name, and what is wrong in all of them."""
    findings: list[Finding] = []
    files: dict[str, LoadedFile[M]] = {}
    many = len(names) > MANY
    for some in _some_at_once(names) if many else (names,):
        known = read.recall(model, root, some, many=many) if isinstance(read, KnowingReader) else {}
        read_now = [read_source(root / name, name) for name in some if name not in known]
        findings += (one for one in read_now if isinstance(one, Finding))
        sources = [one for one in read_now if isinstance(one, Source)]
        fresh = {source.file: one for source, one in zip(sources, read(model, sources, many=many), strict=True)}
        for name in some:
            if name in fresh:
                files[name], faults = fresh[name]
                findings += faults
            elif name in known:
                files[name] = known[name]
    return files, findings


def _some_at_once(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield names in parts whose texts are held together."""
    for start in range(0, len(names), _AT_ONCE):
        yield names[start : start + _AT_ONCE]


_IN_MODEL_ALONE = frozenset(("title", "summary", "objectives", "sections", "key_terms", "practice"))
"""What is most of a lesson, and nobody looks for among the values once there is a model."""


def _slim(loaded: LoadedFile[M]) -> LoadedFile[M]:
    """Return a valid file without the values that its model holds: thousands of files are held at once."""
    if loaded.model is None or not isinstance(loaded.value, dict):
        return loaded
    value = {key: one for key, one in loaded.value.items() if key not in _IN_MODEL_ALONE}
    if "quiz" in value:
        value["quiz"] = _with_ids_alone(value["quiz"])
    return LoadedFile(loaded.source, _with_ids_alone(value), loaded.model)


def _with_ids_alone(holder: Value) -> Value:
    """Return a quiz or a bank with no more of its questions than their ids."""
    questions = holder.get("questions") if isinstance(holder, dict) else None
    if not isinstance(holder, dict) or not isinstance(questions, tuple):
        return holder
    ids = tuple({"id": question.get("id")} for question in questions if isinstance(question, dict))
    return {**holder, "questions": ids}


def understand_file(model: type[M], source: Source) -> tuple[LoadedFile[M], list[Finding]]:
    """Return what a file's text says, and what is wrong in it."""
    value, findings = parse_yaml(source)
    if value is None:
        return LoadedFile(source, None, None), findings
    made, faults = validate(model, source, value)
    return LoadedFile(source, value, made), findings + faults
