"""A file of the words around the author's words: ``templates/messages/<language>.yaml``, ours or a course's own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeGuard

from scormpack.assets import templates_folder
from scormpack.errors import Finding
from scormpack.load.places import Places
from scormpack.load.source import Source, read_source
from scormpack.load.strict_yaml import parse_yaml
from scormpack.model import fallbacks

CODE = "message-file"
FOLDER = "messages"
ENGLISH = "en"

Text = str | Mapping[str, str]
"""A text, or one for each plural form."""


class MessageFile(NamedTuple):
    """One language's texts as one file has them.

    Attributes:
        file: its path to show: from the course folder, or its name where it is ours.
        language: its name without ``.yaml``: BCP 47, lower case.
        texts: by key; only those that are texts.
        findings: what keeps it from being used.
        source: the file as it was read; None where it cannot be.
        own: whether it is the course's, not ours.
    """

    file: str
    language: str
    texts: Mapping[str, Text]
    findings: tuple[Finding, ...]
    source: Source | None
    own: bool


def message_files(language: str, root: Path) -> tuple[MessageFile, ...]:
    """Return the files that a language's texts come from, each having the word over those before it.

    English first, over it the language's from the least precise to the most (``zh``, ``zh-hant``); of one name ours,
    then that in ``templates/messages`` of the course folder ``root``.
    """
    names = dict.fromkeys([ENGLISH, *reversed(fallbacks(language))])
    found = [read_message_file(folder, name, root) for name in names for folder in (templates_folder(), _own(root))]
    return tuple(file for file in found if file is not None)


def own_message_files(root: Path) -> tuple[MessageFile, ...]:
    """Return the course's own files of texts, sorted by name."""
    folder = _own(root)
    names = sorted(path.stem for path in (folder / FOLDER).glob("*.yaml"))
    return tuple(file for name in names if (file := read_message_file(folder, name, root)))


def read_message_file(templates: Path, name: str, root: Path) -> MessageFile | None:
    """Return a folder's file of one language; None where there is none."""
    path = templates / FOLDER / f"{name}.yaml"
    try:
        stat = path.stat()
    except OSError:
        return None
    return _read(path, os.fspath(root), stat.st_mtime_ns, stat.st_size)


def _own(root: Path) -> Path:
    return root / "templates"


@lru_cache(maxsize=64)
def _read(path: Path, root: str, _time: int, _size: int) -> MessageFile:
    """Read a file once for all pages, and again when it has changed: a preview outlives an edit."""
    own = path.is_relative_to(root)
    file = path.relative_to(root).as_posix() if own else path.name
    source = read_source(path, file)
    if isinstance(source, Finding):
        return MessageFile(file, path.stem, {}, (source,), None, own)
    value, findings = parse_yaml(source)
    if value is None and not findings:  # nothing but comments
        value = {}
    texts: dict[str, Text] = {}
    if isinstance(value, dict):
        findings += _faults(source, value)
        texts = {key: text for key, text in value.items() if isinstance(key, str) and _is_text(text)}
    elif not findings:
        message, hint = "this file must be a mapping of keys to texts", 'Write `key: "text"` in each line.'
        findings = [Finding(CODE, message, hint, file)]
    return MessageFile(file, path.stem, texts, tuple(findings), source, own)


def _faults(source: Source, values: Mapping[object, object]) -> Iterator[Finding]:
    for key, value in values.items():
        if isinstance(key, str) and _is_text(value):
            continue
        if isinstance(value, Mapping) and "other" not in value:
            message, hint = f"`{key}` lacks the form `other`", "Every text with plural forms has `other`."
        else:
            message, hint = f"`{key}` is no text", 'Put it in quotes: `key: "text"`.'
        path = (key,) if isinstance(key, str | int) else ()
        yield source.finding(CODE, Places(source).key(path), message, hint)


def _is_text(value: object) -> TypeGuard[Text]:
    return isinstance(value, str) or (
        isinstance(value, Mapping) and "other" in value and all(isinstance(form, str) for form in value.values())
    )
