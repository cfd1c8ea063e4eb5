"""One YAML file: read, parsed and made a model of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic

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


def load_file(model: type[M], root: Path, name: str) -> tuple[LoadedFile[M] | None, list[Finding]]:
    """Return the file ``name`` (from the course folder ``root``) and what is wrong in it."""
    source = read_source(root / name, name)
    if isinstance(source, Finding):
        return None, [source]
    value, findings = parse_yaml(source)
    if value is None:
        return LoadedFile(source, None, None), findings
    made, faults = validate(model, source, value)
    return LoadedFile(source, value, made), findings + faults
