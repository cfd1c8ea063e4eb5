"""Ways to spoil a YAML file: its bytes, its tokens, its structure."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

import yaml

_BYTES = [bytes([n]) for n in (0, 7, 9, 10, 13, 27, 127, 128, 191, 192, 224, 240, 254, 255)]
_CHARACTERS = [
    "\ufeff",
    "\u0085",
    "\u2028",
    "\u202e",
    "\u200b",
    "\ufffe",
    "\U0001f600",
    "\u0301",
    "é",
    "ق",
    "क्",
    "\x1b[31m",
]
_YAML = [
    ":", ": ", "-", "- ", "? ", "|", ">", "|-\n", ">+2\n", "'", '"', "#", " #", "&a ", "*a", "*b", "!", "!!int ",
    "!!set ",
    "!!binary ", "!!python/object/apply:os.system ", "<<: *a", "%YAML 1.2\n", "%TAG ! x\n", "---\n", "...\n", "[",
    "]", "{",
    "}", "{}", "[]", ",", "\t", "\n\t", "  ", "\n", "\r\n", "\\", "\\x", '"\\u', "~", "null", "true", "no", "@",
    "`", "=",
    "&a [*a]", "&a {x: *a}",
]  # fmt: skip
_VALUES = [
    "0", "-1", "1e309", "-.inf", ".nan", "0x1F", "0o17", "1_000", "190:20:30",
    "9" * 400, "1." + "0" * 99, "2026-01-01",
    "2026-13-99", "12:30:45", "''", "a" * 5000, "é" * 300, "x\ny", "../../etc/passwd", "https://example.org",
    "0.1", "5%",
    "{{1}}", "{{0}} {{99999999999999999999}}", "en", "xx-YY-zz", "choice", "unlimited",
]  # fmt: skip
_MARKDOWN = [
    "![](", "![a](assets/none.png)", "![a](assets/../../x.svg)", "[a](javascript:x)", "[a](#x)", "<script>", "<b",
    "</p>",
    "<!--", "```", "```python\n", "~~~", "$$", "$x", "\\frac{1}{", "$\\sqrt{{{{$", "> [!TIP]\n", "> [!NONE]\n",
    "[^1]", "[^1]: x",
    "|a|b|\n|-|-|\n", "# ", "###### x", "&#0;", "&#x110000;", "&amp", "<https://x>", "<span lang=zz>", "- [ ] x",
    "1. ",
    "* * *", "[a]: b", "[" * 40, ">" * 60, "*" * 99, "`" * 33, "<video src='assets/x.webm'>", "{#id}", "\\",
    "<a href=",
]  # fmt: skip


def mutate(data: bytes, random: Random) -> tuple[bytes, tuple[str, ...]]:
    """Return the file with one to five changes, and their names."""
    steps: list[str] = []
    for _ in range(random.choice((1, 1, 1, 2, 3, 5))):
        change = random.choice(_CHANGES)
        data = change(data, random)[:200_000]
        steps.append(change.__name__)
    return data, tuple(steps)


def spoil_byte(data: bytes, random: Random) -> bytes:
    """Put a byte in, or over another."""
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_BYTES) + data[at + random.randrange(2) :]


def spoil_character(data: bytes, random: Random) -> bytes:
    """Put a character in that few files hold."""
    at = _start(data, random)
    return data[:at] + random.choice(_CHARACTERS).encode() + data[at:]


def drop_span(data: bytes, random: Random) -> bytes:
    """Take some bytes out."""
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.choice((1, 2, 8, 64, 1024)) :]


def repeat_span(data: bytes, random: Random) -> bytes:
    """Say something twice, or often."""
    at = random.randrange(len(data) + 1)
    span = data[at : at + random.choice((1, 3, 20, 200))]
    return data[:at] + span * random.choice((2, 2, 2, 50)) + data[at + len(span) :]


def cut_end(data: bytes, random: Random) -> bytes:
    """End the file early."""
    return data[: random.randrange(len(data) + 1)]


def move_line(data: bytes, random: Random) -> bytes:
    """Put a line elsewhere."""
    lines = data.split(b"\n")
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def shift_line(data: bytes, random: Random) -> bytes:
    """Indent a line differently."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    lines[at] = (
        random.choice((b" ", b"  ", b"\t", b"      ")) + lines[at] if random.random() < 0.5 else lines[at].lstrip()
    )
    return b"\n".join(lines)


def insert_yaml(data: bytes, random: Random) -> bytes:
    """Put a word of YAML's own between two words."""
    return _insert(data, random, _YAML)


def insert_markdown(data: bytes, random: Random) -> bytes:
    """Put a piece of Markdown or HTML between two words."""
    return _insert(data, random, _MARKDOWN)


def replace_value(data: bytes, random: Random) -> bytes:
    """Put another value after a colon or a dash."""
    places = [match.span(1) for match in re.finditer(rb"(?:: |- )([^\n]+)", data)]
    if not places:
        return data
    start, end = random.choice(places)
    return data[:start] + random.choice(_VALUES + _MARKDOWN).encode() + data[end:]


def change_structure(data: bytes, random: Random) -> bytes:
    """Read the values, change one or some, and write them again."""
    try:
        value = yaml.safe_load(data)
        for _ in range(random.choice((1, 1, 3))):
            value = _changed(value, random)
        return yaml.safe_dump(value, allow_unicode=True, sort_keys=random.random() < 0.1).encode("utf-8", "replace")
    except (yaml.YAMLError, ValueError, RecursionError, TypeError, OverflowError):
        return data  # spoiled before: other changes go on


def nest_deep(data: bytes, random: Random) -> bytes:
    """Put a value into many brackets, or name it again and again."""
    at = _start(data, random)
    bomb = "\n".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]" for n in range(1, 9))
    pieces = ("[" * 500, "{a: " * 120, "- " * 300, "[" * 30 + "]" * 30, f"\nb0: &b0 [x]\n{bomb}\n")
    return data[:at] + random.choice(pieces).encode() + data[at:]


_CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    spoil_byte, spoil_character, drop_span, repeat_span, cut_end, move_line, shift_line, insert_yaml, insert_yaml,
    insert_markdown, insert_markdown, replace_value, replace_value, replace_value, change_structure, change_structure,
    change_structure, change_structure, nest_deep,
)  # fmt: skip


def _start(data: bytes, random: Random) -> int:
    """Return a place between two characters of UTF-8, often before a word."""
    starts = [match.start() for match in re.finditer(rb"(?<=[\s:])\S", data)]
    return random.choice(starts) if starts else 0


def _insert(data: bytes, random: Random, pieces: list[str]) -> bytes:
    at = _start(data, random)
    return data[:at] + random.choice(pieces).encode() + data[at:]


def _changed(value: Any, random: Random) -> Any:  # noqa: ANN401 (any YAML value)
    """Return the value with one place in it changed, most often far inside."""
    if isinstance(value, dict) and value and random.random() < 0.85:
        key = random.choice(list(value))
        return _changed_mapping(dict(value), key, random)
    if isinstance(value, list) and value and random.random() < 0.85:
        at = random.randrange(len(value))
        what = random.random()
        if what < 0.1:
            return value[:at] + value[at + 1 :]
        if what < 0.2:
            return value[:at] + [value[at]] * random.choice((2, 40)) + value[at:]
        return [*value[:at], _changed(value[at], random), *value[at + 1 :]]
    return _another(value, random)


def _changed_mapping(value: dict[Any, Any], key: Any, random: Random) -> dict[Any, Any]:  # noqa: ANN401
    what = random.random()
    if what < 0.08:
        del value[key]
    elif what < 0.14:
        value[random.choice(("x", "", 7, None, True, 1.5, f"{key}s", str(key).upper()))] = value.pop(key)
    elif what < 0.2:
        other = random.choice(list(value))
        value[key], value[other] = value[other], value[key]
    else:
        value[key] = _changed(value[key], random)
    return value


def _another(value: Any, random: Random) -> Any:  # noqa: ANN401
    if isinstance(value, str) and random.random() < 0.5:
        at = random.randrange(len(value) + 1)
        return value[:at] + random.choice(_MARKDOWN + _CHARACTERS[1:]) + value[at:]
    others = (None, True, 0, -1, 10**30, 1.5, float("inf"), "", " ", "\n", "x", *_VALUES)
    held: tuple[Any, ...] = ([], [[]], {}, {"x": {}}, [value] * 3, {"a": value})
    return random.choice((*others, *held))
