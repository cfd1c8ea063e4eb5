"""Where the value at a path stands in its file: looked up only when there is a fault to show."""

from __future__ import annotations

import contextlib
import re
from typing import TypeAlias

import yaml

from scormpack.late_regex import compile_late
from scormpack.load.source import Source, Span
from scormpack.load.strict_yaml import Events, Parser, key_of

Path: TypeAlias = tuple[str | int, ...]

_ANCHOR = compile_late(r"&\S+\s+")


class _Node:
    """A value's place: characters from ``start`` to ``end``, and the places of what it holds."""

    __slots__ = ("end", "items", "keys", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.items: list[_Node] = []
        self.keys: dict[str | int, tuple[_Node, _Node]] = {}


class Places:
    """The places of one file's values; only for files that ``parse_yaml`` has found bounded in depth and size."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._root: _Node | None = None
        self._anchors: dict[str, _Node] = {}
        with contextlib.suppress(yaml.YAMLError):
            parser = Parser(source.text)
            parser.get_event()
            if not parser.check_event(yaml.StreamEndEvent):
                parser.get_event()
                self._root = self._compose(parser, parser.get_event())

    def value(self, path: Path) -> Span:
        """Return the place of the value at ``path``, or of the nearest one around it that exists.

        A value that is left empty stands where its key does; the value of an alias where its anchor is.
        """
        key, value = self._find(path)
        return self._span(key if key is not None and value is not None and value.start == value.end else value)

    def key(self, path: Path) -> Span:
        """Return the place of the key that ``path`` ends in."""
        key, value = self._find(path)
        return self._span(key or value)

    def within(self, path: Path, *texts: str, number: int = 0) -> Span:
        """Return a place inside the value at ``path``: of the first of ``texts`` that stands there.

        Where it stands there more than once, the place after ``number`` others.
        """
        node = self._find(path)[1]
        if node is not None:
            inside = self._source.text[node.start : node.end]
            for text in texts:
                starts = [match.start() for match in re.finditer(re.escape(text), inside)] if text else []
                if starts:
                    start = node.start + starts[min(number, len(starts) - 1)]
                    return self._source.span(start, start + len(text))
        return self.value(path)

    def written(self, path: Path) -> str:
        """Return the value at ``path`` as it stands in the file."""
        node = self._find(path)[1]
        return "" if node is None else _ANCHOR.sub("", self._source.text[node.start : node.end], count=1)

    def _find(self, path: Path) -> tuple[_Node | None, _Node | None]:
        key, node = None, self._root
        for step in path:
            if node is None:
                break
            if step in node.keys:
                key, node = node.keys[step]
            elif isinstance(step, int) and step < len(node.items):
                key, node = None, node.items[step]
        return key, node

    def _span(self, node: _Node | None) -> Span:
        return Span(1, 1, 1) if node is None else self._source.span(node.start, node.end)

    def _compose(self, parser: Events, event: Events) -> _Node:
        node = _Node(event.start_mark.index, _end(event))
        kind = event.__class__
        if kind is yaml.AliasEvent:
            return self._anchors.get(event.anchor, node)
        if kind is yaml.SequenceStartEvent:
            while (inner := parser.get_event()).__class__ is not yaml.SequenceEndEvent:
                node.items.append(self._compose(parser, inner))
            node.end = _end(inner)
        elif kind is yaml.MappingStartEvent:
            while (inner := parser.get_event()).__class__ is not yaml.MappingEndEvent:
                key, value = self._compose(parser, inner), self._compose(parser, parser.get_event())
                name = key_of(inner)
                if name is not None:
                    node.keys.setdefault(name, (key, value))
            node.end = _end(inner)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node


def _end(event: Events) -> int:
    end: int = event.end_mark.index
    return end
