"""Where the value at a path stands in its file: looked up only when there is a fault to show."""

from __future__ import annotations

import contextlib
from typing import TypeAlias

import yaml
from yaml.resolver import Resolver

from scormpack.load.source import Source, Span
from scormpack.load.strict_yaml import Parser

Path: TypeAlias = tuple[str | int, ...]


class _Composer(Parser, Resolver):  # type: ignore[misc]
    """Composes nodes with marks; only for files that ``parse_yaml`` has found bounded in depth and size."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, object]]] = {}  # noqa: RUF012 (PyYAML's own form)

    def __init__(self, text: str) -> None:
        Parser.__init__(self, text)
        Resolver.__init__(self)


class Places:
    """The places of one file's values."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._root: yaml.Node | None = None
        with contextlib.suppress(yaml.YAMLError):
            self._root = _Composer(source.text).get_single_node()

    def value(self, path: Path) -> Span:
        """Return the place of the value at ``path``, or of the nearest one around it that exists."""
        return self._find(path)[1]

    def key(self, path: Path) -> Span:
        """Return the place of the key that ``path`` ends in."""
        return self._find(path)[0]

    def within(self, path: Path, text: str) -> Span:
        """Return the first place of ``text`` inside the value at ``path``."""
        node = self._node(path)[1]
        if node is None:
            return Span(1, 1, 1)
        start = self._source.text.find(text, node.start_mark.index, node.end_mark.index)
        return self._span(node) if start < 0 else self._source.span(start, start + len(text))

    def _find(self, path: Path) -> tuple[Span, Span]:
        key, value = self._node(path)
        return self._span(key or value), self._span(value)

    def _node(self, path: Path) -> tuple[yaml.Node | None, yaml.Node | None]:
        key, node = None, self._root
        for step in path:
            found = None if node is None else _child(node, step)
            if found is not None:  # the models' own steps (a union's tag) are not in the file
                key, node = found
        return key, node

    def _span(self, node: yaml.Node | None) -> Span:
        return Span(1, 1, 1) if node is None else self._source.span(node.start_mark.index, node.end_mark.index)


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == str(step):
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
