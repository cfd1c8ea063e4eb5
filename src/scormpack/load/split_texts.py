"""Texts that YAML takes apart: at a comma in ``{…}``, or at a ``: ``, and makes keys of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from scormpack.errors import Edit
from scormpack.load.places import Path, Places
from scormpack.load.quoting import quote
from scormpack.load.source import Source, Span

_PAIRS = {"key_terms": ("term", "definition"), "pairs": ("source", "target")}
"""Keys of lists to the two keys that a pair in one of their entries can stand for."""


class SplitText(NamedTuple):
    """What to say of a key that was to be text; ``edit`` where nothing else can have been meant."""

    message: str
    hint: str
    edit: Edit | None = None


def explain_split(
    source: Source, places: Places, path: Path, around: Mapping[Any, Any], known: Collection[str]
) -> SplitText | None:
    """Return what to say of the unknown key at ``path``; None where it was no text.

    Args:
        source: the file.
        places: in it.
        path: of the key.
        around: the keys and values that it stands among.
        known: keys that may stand there.
    """
    *_, key = path
    first, last = _run(around, key, known)
    if first and [*around][first] == key:
        return _explain_comma(source, places, path[:-1], [*around][first - 1 : last + 1], around)
    if is_pair(path, around, known):
        message = f"the key `{key}` is unknown here"
        name, value = str(key), places.written(path).strip()
        if path[-3] in _PAIRS:
            one, other = _PAIRS[str(path[-3])]
            return SplitText(message, f"Write `- {one}: {name}`, and `{other}: {value}` below it.")
        quoted = quote(f"{name}: {value}") or '"…"'
        return SplitText(message, f"Put text that holds `: ` in quotes: `- text: {quoted}`.")
    return None


def is_pair(path: Path, around: Mapping[Any, Any], known: Collection[str]) -> bool:
    """Return whether the key at ``path`` and its value are all of an entry that was written without keys."""
    return (
        len(path) > 2
        and path[-3] in {"options", *_PAIRS}
        and len(around) == 1
        and not _is_like_one(path[-1], known)
        and isinstance(around.get(path[-1]), str | int | float)
    )


def is_later_part(around: Mapping[Any, Any], key: str | int, known: Collection[str]) -> bool:
    """Return whether an unknown key is a further part of a text of which one is told already."""
    first, _ = _run(around, key, known)
    return bool(first) and around[key] is None and [*around][first] != key


def _is_like_one(key: str | int, known: Collection[str]) -> bool:
    return bool(get_close_matches(str(key).lower(), known, n=1, cutoff=0.6))


def _run(around: Mapping[Any, Any], key: str | int, known: Collection[str]) -> tuple[int, int]:
    """Return the places of the first and last key around ``key`` that are parts of a text; 0 = none is before them.

    A part has no value, or a space in its name.
    """
    names = [*around]
    is_part = [
        (value is None or (" " in str(name) and isinstance(value, str | int | float))) and not _is_like_one(name, known)
        for name, value in around.items()
    ]
    first = last = names.index(key)
    while first and is_part[first - 1]:
        first -= 1
    while last + 1 < len(names) and is_part[last + 1]:
        last += 1
    return (first if is_part[names.index(key)] else 0), last


def _explain_comma(
    source: Source, places: Places, path: Path, names: list[str | int], around: Mapping[Any, Any]
) -> SplitText | None:
    """What to say of ``names``: the key of a text, and the keys that its parts behind a comma have become."""
    owner, part, *_ = names
    key, value = places.key((*path, part)), places.value((*path, owner))
    end = (places.key if around[names[-1]] is None else places.value)((*path, names[-1]))
    line = source.lines[value.line - 1]
    between = line[value.column + value.length - 1 : key.column - 1].strip()
    if key.line != value.line:
        between = (source.lines[key.line - 1][: key.column - 1].strip() or source.lines[key.line - 2].rstrip())[-1:]
    is_apart = between == "," and not places.written((*path, owner)).endswith(",")
    if not is_apart or not isinstance(around[owner], str | int | float):
        return None
    written = line[value.column - 1 : end.column - 1 + end.length] if end.line == value.line else ""
    message = f"the comma before `{part}` ends the text of `{owner}`, and makes a key of what follows it"
    if not isinstance(around[owner], str) and isinstance(part, int) and len(names) == 2:
        whole = written.replace(" ", "")
        either = f", or `{whole.replace(',', '')}`" if len(whole.partition(",")[2]) == 3 else ""
        message = f"the comma before `{part}` ends the number, and makes a key of what follows it"
        return SplitText(message, f"Write `{whole.replace(',', '.')}`{either}.")
    quoted = quote(written) if written[:1] not in ("", '"', "'") else None
    span = Span(value.line, value.column, len(written))
    hint = "In `{…}`, put text that holds a comma in quotes"
    return SplitText(
        message, f"{hint}: `{owner}: {quoted}`." if quoted else f"{hint}.", source.edit(span, written, quoted)
    )
