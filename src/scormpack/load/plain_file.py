"""Files with which nothing is wrong, as far as one file can tell: kept, and sent to and fro, as few bytes.

A record is one line of JSON with what the rest of the course must know of the file, then the file's values as JSON.
It is JSON, not a pickle: whatever stands in a damaged or forged one, reading it runs no code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from pydantic_core import from_json, to_json

from scormpack.errors import Finding
from scormpack.load.banks import find_bank_faults, find_quiz_faults
from scormpack.load.file import LoadedFile
from scormpack.load.media import texts_with_links
from scormpack.load.references import find_lesson_faults
from scormpack.load.source import LaterSource, Source
from scormpack.load.strict_yaml import Value
from scormpack.load.validation import M
from scormpack.markup import links_of, refused_links
from scormpack.model import (
    Bank,
    Lesson,
    Origin,
    Scratch,
    Waiting,
    fetch,
    hash_content,
    outline_lesson,
    read_outline,
    write_model,
)
from scormpack.model.reading_time import reading_seconds

KINDS: dict[str, type[Lesson | Bank]] = {"lesson": Lesson, "bank": Bank}
"""What is kept; the course file is read anew each time."""


class PlainFile(LoadedFile[M]):
    """A valid file: its values and its model are made of JSON when somebody asks for them.

    Attributes:
        kind: what its values make.
        text: they, as JSON.
        origin: what it was read from.
    """

    kind: type[M]
    text: Waiting
    origin: Origin

    def __init__(self, source: Source, kind: type[M], record: bytes, made: M | None = None) -> None:
        """Take a record apart; ``made`` is the model, where it is at hand."""
        head, _, text = record.partition(b"\n")
        told = from_json(head)
        links, banks = tuple(told["links"]), tuple(told["banks"])
        outline = read_outline(told["outline"]) if told["outline"] else None
        origin = Origin(source.digest, links, banks, told["seconds"], outline)
        parts = {"source": source, "kind": kind, "text": text, "origin": origin}
        # Past the frozen dataclass it is one of, and past the properties below.
        vars(self).update(parts, **({} if made is None else {"model": made}))

    @property
    def is_made(self) -> bool:
        """Whether its model is at hand."""
        return "model" in vars(self)

    @cached_property
    def model(self) -> M:
        """What its values make."""
        return self.kind.model_validate_json(fetch(self.text))

    @cached_property
    def value(self) -> Value:
        """Its values; keys that are numbers are text here."""
        return _as_read(json.loads(fetch(self.text)))


class PutAsideFile(PlainFile[M]):
    """One of a great many: text and values wait in a scratch file, and what somebody asks for is made each time."""

    def __init__(self, file: PlainFile[M], scratch: Scratch) -> None:
        """Put a file aside."""
        source = file.source
        written = source if isinstance(source, LaterSource) else scratch.put(source.text.encode())
        parts = {"file": source.file, "written": written, "kind": file.kind, "origin": file.origin}
        vars(self).update(parts, text=scratch.put(fetch(file.text)))

    @property
    def source(self) -> Source:
        """Its text."""
        file, written = vars(self)["file"], vars(self)["written"]
        if isinstance(written, LaterSource):
            return LaterSource(written.root, file, written.digest)  # another one: that one shall not hold its text
        return Source(file, fetch(written).decode())

    @property
    def model(self) -> M:
        """What its values make."""
        return self.kind.model_validate_json(fetch(self.text))

    @property
    def value(self) -> Value:
        """Its values."""
        return _as_read(json.loads(fetch(self.text)))


def describe_file(loaded: LoadedFile[Any], findings: Sequence[Finding]) -> bytes | None:
    """Return the record of a file; None where anything is wrong with it, or might be for the rest of the course."""
    model, value = loaded.model, loaded.value
    if findings or model is None or not isinstance(value, dict):
        return None
    texts = [text for _, _, text in texts_with_links(loaded)]
    if any(target for text in texts for target in refused_links(text)):
        return None
    links = sorted({link.target for text in texts for link in links_of(text)})
    named: frozenset[str] = frozenset()
    banks: tuple[str, ...] = ()
    name = loaded.source.file.rpartition("/")[2].removesuffix(".yaml")
    faults: Iterator[Finding]
    if isinstance(model, Lesson):
        named = frozenset((*model.related, *(asked.lesson for asked in model.asks if asked.lesson is not None)))
        banks = model.quiz.banks if model.quiz else ()
        faults = find_lesson_faults(loaded, named, named)
        if not banks:  # else the banks decide too
            faults = chain(faults, find_quiz_faults(loaded, {}, frozenset()))
    else:
        faults = find_bank_faults(name, loaded)
    if loaded.get("id") != name or any(faults):
        return None
    seconds = reading_seconds(model) if isinstance(model, Lesson) else 0
    written = write_model(model)
    outline = outline_lesson(model, hash_content(written)) if isinstance(model, Lesson) else None
    told = {"links": links, "banks": banks, "seconds": seconds, "outline": outline}
    return to_json(told) + b"\n" + written


def _as_read(value: Any) -> Value:  # noqa: ANN401 - what JSON holds
    if isinstance(value, list):
        return tuple(map(_as_read, value))
    return {key: _as_read(one) for key, one in value.items()} if isinstance(value, dict) else value
