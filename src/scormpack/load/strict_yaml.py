"""YAML read strictly: YAML 1.2's scalars, no duplicate keys, no tags, bounded size, depth and aliases.

PyYAML (libyaml where it is built in) parses to events; this module makes plain values of them: str, int, float, bool,
None, dict and tuple. Places are looked up only when there is a fault to show (``places.py``).
"""

from __future__ import annotations

import math
import re
from typing import Any, TypeAlias

import yaml

from scormpack.errors import Finding
from scormpack.late_regex import compile_late
from scormpack.load.source import Source
from scormpack.load.syntax_faults import explain_syntax

Value: TypeAlias = "str | int | float | bool | tuple[Value, ...] | dict[Any, Value] | None"

# PyYAML may be built without libyaml: the same meaning, ten times slower.
Parser: Any = yaml.cyaml.CParser if yaml.__with_libyaml__ else yaml.SafeLoader  # type: ignore[attr-defined]

Events: TypeAlias = Any
Event: TypeAlias = Any
"""PyYAML's parser and events carry what their stubs do not tell."""

MOST_VALUES = 200_000
"""Values in one file, aliases counted as often as they are used: an alias bomb stops here."""
MOST_DEPTH = 40

CHARACTERS_A_VALUE = 100
"""A long text counts as several values, so that an alias bomb cannot be made of one long text either."""

# YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#1032-tag-resolution): `no`, `on`, dates and 1:30 stay text.
# On purpose beside it: `.inf` and `.nan` stay text too, and so do numbers too large to be exact or finite;
# no field has a use for them.
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULL = {"", "~", "null", "Null", "NULL"}
_NUMBER_START = frozenset("+-.0123456789")
_NO_TEXT_START = _NUMBER_START | {word[:1] for word in (*_BOOL, *_NULL)}
"""What a plain scalar begins with that may be anything but text; "" among it."""
_INT = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}")
_FLOAT = compile_late(
    r"[-+]?(?:(?:\.[0-9]{1,30}|[0-9]{1,30}\.[0-9]{0,30})(?:[eE][-+]?[0-9]{1,3})?|[0-9]{1,30}[eE][-+]?[0-9]{1,3})"
)
# What XML 1.0 §2.2 has no way to write; libyaml refuses it in plain text, and an escape brings it in all the same.
_UNWRITABLE = compile_late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_yaml(source: Source) -> tuple[Value, list[Finding]]:
    """Return the file's values, and what in it is not strict YAML.

    The value is None where nothing can be read, and then there is a finding.
    """
    try:
        return _read_plain(source.text), []
    except (_LookCloserError, yaml.YAMLError):
        pass
    reader = _Reader(source)
    try:
        return reader.read_stream(Parser(source.text)), reader.findings
    except _StopReading:
        return None, reader.findings
    except yaml.YAMLError as fault:
        return None, [*reader.findings, explain_syntax(source, fault)]


def scalar_value(text: str) -> Value:
    """Return what a plain (unquoted) scalar means in YAML 1.2."""
    if text[:1] not in _NO_TEXT_START:  # nearly all
        return text
    if text in _NULL:
        return None
    if text[0] in _NUMBER_START:
        if _INT.fullmatch(text):
            return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        if _FLOAT.fullmatch(text) and math.isfinite(number := float(text)):
            return number
        return text
    return _BOOL.get(text, text)


def key_of(event: Event) -> str | int | None:
    """Return a mapping's key: a whole number, or the text as written; None for what can be no key."""
    if event.__class__ is not yaml.ScalarEvent:
        return None
    text: str = event.value
    value = scalar_value(text) if event.implicit[0] else text
    return value if isinstance(value, str | int) and not isinstance(value, bool) else text


_SURELY_FEW = 50_000
"""Characters that cannot hold too many values: where none is repeated, two of them make at most three."""
_KEYS = frozenset((str, int))
_STARTS = frozenset((yaml.MappingStartEvent, yaml.SequenceStartEvent))
_WORDS: dict[str, Value] = {**_BOOL, **dict.fromkeys(_NULL)}
"""What plain scalars that begin with a letter, or with ``~``, may mean but text; numbers begin with what is before."""


def _read_plain(text: str) -> dict[Any, Value]:
    """Return the values of a mapping in which nothing must be looked at closely, as in most files.

    Raises:
        _LookCloserError: where there is, or may be, anything wrong with it, or an alias in it: ``_Reader`` tells.
        yaml.YAMLError: where it is no YAML.
    """
    if len(text) > _SURELY_FEW:
        raise _LookCloserError
    has_escapes = "\\" in text
    next_event = Parser(text).get_event
    next_event()
    next_event()
    values: list[Any] = []  # of the innermost mapping or list, the keys among them
    around: list[list[Any]] = []
    while (kind := type(event := next_event())) is not yaml.DocumentEndEvent:
        if kind is yaml.ScalarEvent:
            value = event.value
            if event.implicit[0]:
                value = scalar_value(value) if value < "A" else _WORDS.get(value, value)
            if event.tag is not None or (has_escapes and event.style == '"' and not value.isprintable()):
                raise _LookCloserError
            values.append(value)
        elif kind is yaml.MappingEndEvent:
            value = _make_mapping(values)
            values = around.pop()
            values.append(value)
        elif kind is yaml.SequenceEndEvent:
            value = tuple(values)
            values = around.pop()
            values.append(value)
        elif kind not in _STARTS or event.tag is not None or len(around) == MOST_DEPTH:
            raise _LookCloserError
        else:
            around.append(values)
            values = []
    if type(next_event()) is not yaml.StreamEndEvent or type(values[0]) is not dict:
        raise _LookCloserError
    return values[0]


def _make_mapping(values: list[Any]) -> dict[Any, Value]:
    """Return the mapping of keys and values by turns."""
    keys = values[::2]
    if not _KEYS.issuperset(map(type, keys)):
        raise _LookCloserError
    mapping = dict(zip(keys, values[1::2], strict=True))
    if len(mapping) < len(keys):
        raise _LookCloserError
    return mapping


class _LookCloserError(Exception):
    """There is something in this file that is not read without a closer look."""


class _StopReading(Exception):  # noqa: N818 (a way out of the recursion, no error)
    """Nothing more in this file is worth reading."""


class _Reader:
    """Turns events into values, collecting findings."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.count = 0
        self.anchors: dict[str, tuple[Value, int]] = {}

    def read_stream(self, parser: Events) -> Value:
        """Return the one document's value."""
        parser.get_event()
        if parser.check_event(yaml.StreamEndEvent):
            self.findings.append(_empty(self.source))
            return None
        parser.get_event()
        value = self.read(parser, parser.get_event(), 0)
        if value is None and not self.findings:
            self.findings.append(_empty(self.source))
        parser.get_event()
        if not parser.check_event(yaml.StreamEndEvent):
            self.note("yaml-syntax", parser.peek_event(), "a second document begins here", "Take the `---` out.")
        return value

    def read(self, parser: Events, event: Event, depth: int) -> Value:
        """Return the value that begins with ``event``, and note all that is wrong with it."""
        kind = type(event)
        before = self.count
        self.count += 1
        if kind is yaml.AliasEvent:
            return self.alias(event)
        if before >= MOST_VALUES or depth > MOST_DEPTH:
            self.refuse_size(event, depth)
        if event.tag is not None:
            self.refuse_tag(event)
        if kind is yaml.ScalarEvent:
            text: str = event.value
            value: Value = scalar_value(text) if event.implicit[0] else text  # quoted, or in a block
            self.count += len(text) // CHARACTERS_A_VALUE
            if event.style == '"' and not text.isprintable():
                self.refuse_control_character(event)
        elif kind is yaml.SequenceStartEvent:
            value = self.sequence(parser, depth + 1)
        else:
            value = self.mapping(parser, depth + 1)
        if event.anchor is not None:
            self.anchors[event.anchor] = value, self.count - before
        return value

    def sequence(self, parser: Events, depth: int) -> tuple[Value, ...]:
        values = []
        while type(event := parser.get_event()) is not yaml.SequenceEndEvent:
            values.append(self.read(parser, event, depth))
        return tuple(values)

    def mapping(self, parser: Events, depth: int) -> dict[Any, Value]:
        values: dict[Any, Value] = {}
        entry_lost = False
        next_event = parser.get_event
        while type(event := next_event()) is not yaml.MappingEndEvent:
            value = self.read(parser, event, depth)
            key = value if type(value) is str and type(event) is yaml.ScalarEvent else key_of(event)
            if key is None:
                hint = "Write `name: value`; put text that begins with `{`, `[` or `*` in quotes."
                self.note("bad-key", event, "a key must be plain text", hint)
            elif key in values and not entry_lost:
                # Where all keys come again from the first on, it is the next entry of a list.
                entry_lost = len(values) > 1 and key == next(iter(values))
                hint = "Keep one of the two."
                if entry_lost:
                    hint = "Keep one of the two; or write `- ` before it, where an entry begins."
                self.note("duplicate-key", event, f"the key `{key}` is here twice", hint)
            value = self.read(parser, next_event(), depth)
            if key is not None:
                values.setdefault(key, value)
        return values

    def alias(self, event: Event) -> Value:
        if event.anchor not in self.anchors:
            hint = "Put text that begins with `*` in quotes."
            self.note("yaml-syntax", event, f"`*{event.anchor}` refers to nothing above it", hint)
            return f"*{event.anchor}"
        value, size = self.anchors[event.anchor]
        self.count += size
        if self.count > MOST_VALUES:
            self.refuse_size(event, 0)
        return value

    def refuse_size(self, event: Event, depth: int) -> None:
        if depth > MOST_DEPTH:
            self.note("too-deep", event, f"this is nested more than {MOST_DEPTH} deep", "Write it flatter.")
        else:
            hint = "Write values out instead of using aliases (`*name`), or split the file."
            self.note("too-many-values", event, "this file unfolds to too many values", hint)
        raise _StopReading

    def refuse_tag(self, event: Event) -> None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        hint = "Write the plain value, or put text that begins with `!` in quotes."
        self.note("yaml-tag", event, f"the tag `{tag}` is not allowed", hint)

    def refuse_control_character(self, event: Event) -> None:
        if found := _UNWRITABLE.search(event.value):  # tabs and line breaks are none
            message = f"this text holds the control character U+{ord(found[0]):04X}"
            self.note("control-character", event, message, "Take the escape out.")

    def note(self, code: str, event: Event, message: str, hint: str) -> None:
        span = self.source.span(event.start_mark.index, event.end_mark.index)
        self.findings.append(self.source.finding(code, span, message, hint))


def _empty(source: Source) -> Finding:
    return source.finding("empty-file", None, "this file is empty", "Start with `id:` and `title:`.")
