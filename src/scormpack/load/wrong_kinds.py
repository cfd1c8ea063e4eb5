"""What to write where a value is of another kind than its key wants."""

from __future__ import annotations

import re
from typing import Any

from scormpack.late_regex import compile_late
from scormpack.load.mending import OLD_BOOLEANS
from scormpack.load.quoting import quote

_FIRST_KEYS = {
    "asks": "quote",
    "key_terms": "term",
    "modules": "title",
    "options": "text",
    "pairs": "source",
    "questions": "type",
    "sections": "heading",
}
"""Key of a list to the first key of each of its entries."""
_LISTS = {"practice": "steps", "quiz": "questions"}
"""Key of what holds a list, to the list's own key."""
_ENTRY = compile_late(r"entry \d+ of `(\w+)`")
_NUMBER_WITH_UNIT = compile_late(r"([-+]?\d+(?:\.\d+)?)\s*([^\W\d][^\d,;:]*|[%°€$£]\S*)")
_RANGE = compile_late(r"([\d.]+)\s*(?:-|\u2013|\.\.+|to|bis)\s*([\d.]+)")


def tell_kind(wanted: str, value: Any, name: str, written: str) -> str:  # noqa: ANN401 (whatever stood in the file)
    """Return what to write in place of ``value``, one sentence or two.

    Args:
        wanted: the kind that belongs there, as "a list".
        value: what stands there.
        name: what to call it: its key in back-ticks, or its number in a list.
        written: the value as it stands in the file.
    """
    if value is None:
        return f"Write {wanted} after the `:`, or take the key out."
    tell = _TELLERS.get(wanted)
    return (tell(value, name, written) if tell else None) or f"Write {wanted}."


def _boolean(value: Any, name: str, written: str) -> str | None:  # noqa: ANN401
    del name, written
    if isinstance(value, str) and value.lower() in OLD_BOOLEANS:
        return f"In YAML 1.2 `{value}` is text. Write `{OLD_BOOLEANS[value.lower()]}`."
    return None


def _text(value: Any, name: str, written: str) -> str | None:  # noqa: ANN401
    if isinstance(value, bool | int | float):
        return f'Put it in quotes: `"{written}"`.'
    if name == "`body`" and isinstance(value, tuple):
        return "Write `body: |`, and the list in the lines below it, indented; or call it `points`."
    if isinstance(value, dict) and not written.startswith("{"):
        quoted = quote(written.strip()) if " #" not in written else None
        return f"Put text that holds `: ` in quotes: `{quoted}`." if quoted else "Put text that holds `: ` in quotes."
    return None


def _number(value: Any, name: str, written: str) -> str | None:  # noqa: ANN401
    del written
    text = value.strip() if isinstance(value, str) else ""
    if text.isdecimal():
        return f"Take the quotes away: `{text}`."
    if found := _NUMBER_WITH_UNIT.fullmatch(text):
        unit = f" `unit: {found[2]}` shows the rest beside the box." if name == "`answer`" else ""
        return f"Write the number alone: `{found[1]}`.{unit}"
    return None


def _list(value: Any, name: str, written: str) -> str | None:  # noqa: ANN401
    key = name.strip("`")
    if isinstance(value, dict):
        first = next(iter(value), "key")
        return f"Begin each entry with `- ` before its first key, `- {first}: …`, and indent its other keys to fit."
    if isinstance(value, str) and re.match(r"-\S", value):
        return "Write a space after each `-`."
    if key == "range" and (ends := _RANGE.fullmatch(written)):
        return f"Write `[{ends[1]}, {ends[2]}]`."
    if key in _FIRST_KEYS:
        return f"Begin each entry with `- {_FIRST_KEYS[key]}: …` on a line of its own."
    short = written if _is_short(written) and "," not in written else "one, two"
    return f"Write `[{short}]`, or each entry on a line of its own that begins with `- `."


def _mapping(value: Any, name: str, written: str) -> str | None:  # noqa: ANN401
    key = name.strip("`")
    if isinstance(value, tuple) and key in _LISTS:
        return f"Write `{_LISTS[key]}:` below `{key}:`, indented, and the list below that."
    if (entry := _ENTRY.fullmatch(name)) and entry[1] in _FIRST_KEYS and isinstance(value, str):
        short = written if _is_short(written) else "…"
        if entry[1] == "questions":
            return "Write `- id: …`, and `type`, `prompt` and its other keys below that."
        if entry[1] == "modules":
            return f"Write `- title: …` for each module, and its lessons below that: `lessons: [{short}]`."
        return f"Write `{_FIRST_KEYS[entry[1]]}: {short}`, and its other keys below that."
    return "Write `key: value` lines."


def _is_short(written: str) -> bool:
    return 0 < len(written) <= 40 and "\n" not in written


_TELLERS = {
    "`true` or `false`": _boolean,
    "a list": _list,
    "a number": _number,
    "a whole number": _number,
    "keys and values": _mapping,
    "text": _text,
}
