"""One YAML file: read, parsed and made a model of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic

from scormpack.errors import Finding
from scormpack.load.places import Places
from scormpack.load.source import Source, read_source
from scormpack.load.strict_yaml import Value, parse_yaml
from scormpack.load.validation import M, validate


@dataclass(frozen=True)
class LoadedFile(Generic[M]):
    """A file as far as it could be read.

    Attributes:
        source: its text.
        value: its values, as far as they are YAML; None otherwise.
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


class FileMemory:
    """Files as they were read last, so that one whose text has not changed is not understood anew.

    For whoever reads one course again and again; holds each file's text and values.
    """

    def __init__(self) -> None:
        self._files: dict[str, tuple[LoadedFile[Any], list[Finding]]] = {}

    def recall(self, source: Source) -> tuple[LoadedFile[Any], list[Finding]] | None:
        """Return what was made of the same text in the file of the same name; None where it is another or new."""
        known = self._files.get(source.file)
        return known if known is not None and known[0].source.text == source.text else None

    def keep(self, loaded: LoadedFile[Any], findings: list[Finding]) -> None:
        """Remember what was made of a file, in place of what was before."""
        self._files[loaded.source.file] = loaded, findings


def load_file(
    model: type[M], root: Path, name: str, memory: FileMemory | None = None
) -> tuple[LoadedFile[M] | None, list[Finding]]:
    """Return the file ``name`` (from the course folder ``root``) and what is wrong in it."""
    source = read_source(root / name, name)
    if isinstance(source, Finding):
        return None, [source]
    if memory is None:
        return _understand(model, source)
    known = memory.recall(source)
    if known is None:
        known = _understand(model, source)
        memory.keep(*known)
    loaded, findings = known
    return loaded, list(findings)


def _understand(model: type[M], source: Source) -> tuple[LoadedFile[M], list[Finding]]:
    value, findings = parse_yaml(source)
    if value is None:
        return LoadedFile(source, None, None), findings
    made, faults = validate(model, source, value)
    return LoadedFile(source, value, made), findings + faults
