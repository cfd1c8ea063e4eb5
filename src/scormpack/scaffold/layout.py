"""A YAML file to which something is added as text: comments, quotes and order stay as their author left them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from scormpack.archive import replace_file
from scormpack.errors import OptionError
from scormpack.scaffold.starter import as_scalar

_BOM = "\ufeff"
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A file's text with line feeds, and how it is written back.

    Attributes:
        path: the file.
        text: without byte order mark, lines ending in a line feed.
        before: the byte order mark, or "".
        line_end: of the file: that of its first line.
    """

    path: Path
    text: str
    before: str = ""
    line_end: str = "\n"

    @classmethod
    def read(cls, path: Path) -> Layout:
        """Read a file that loading has found to be YAML."""
        data = path.read_bytes().decode("utf-8")
        before = data[: len(data) - len(data.lstrip(_BOM))]
        first = re.search(r"\r\n|\n|\r", data)
        text = re.sub(r"\r\n|\r", "\n", data.removeprefix(before))
        return cls(path, text, before, first.group() if first else "\n")

    def write(self) -> None:
        """Put the text into the file's place, whole or not at all."""
        replace_file(self.path, (self.before + self.text.replace("\n", self.line_end)).encode())

    def with_item(self, place: Place, item: str) -> Layout:
        """Return the file with a word more at the end of the list at ``place``.

        Raises:
            OptionError: where the list is written in a way that a line cannot be added to safely.
        """
        node = self._node(place)
        listed = _value(node)
        if not isinstance(node, yaml.SequenceNode) or not listed:
            raise self._refused(item)
        written = as_scalar(item)
        wanted = [*listed, item]
        last = node.value[-1].end_mark.index
        end = self._line_end_after(last)
        if not node.flow_style:
            indent = " " * node.start_mark.column
            return self._checked(place, wanted, self._spliced(end, f"\n{indent}- {written}"), item)
        closing = node.end_mark.index - 1
        if end > closing:  # on one line: before the bracket
            return self._checked(place, wanted, self._spliced(last, f", {written}"), item)
        comma = re.match(r"[ \t]*,", self.text[last:])
        indent = " " * node.value[-1].start_mark.column
        line = f"\n{indent}{written}{',' if comma else ''}"
        spliced = self.text[:last] + ("" if comma else ",") + self.text[last:end] + line + self.text[end:]
        return self._checked(place, wanted, spliced, item)

    def with_block(self, place: Place, block: str) -> Layout:
        """Return the file with ``block``, one entry of a list as YAML, at the end of the list at ``place``.

        Where there is no such list, it is made, and what is around it too.

        Raises:
            OptionError: where the file is written in a way that lines cannot be added to safely.
        """
        depth, node = self._deepest(place)
        entry = yaml.safe_load(block)
        wanted = [*(_value(node) or []), *entry] if depth == len(place) else entry
        indent = node.start_mark.column
        if getattr(node, "flow_style", True) or (depth == len(place) and not isinstance(node, yaml.SequenceNode)):
            raise self._refused(block)
        lines: list[str] = []
        for step in place[depth:]:
            lines.append(f"{' ' * indent}{step}:")
            indent += 2
        lines += [f"{' ' * indent}{line}" if line else "" for line in block.rstrip("\n").split("\n")]
        end = _content_end(node)
        added = "\n".join(lines)
        tight = self._spliced(self._line_end_after(len(self.text[:end].rstrip())), f"\n{added}")
        # A literal block may keep the blank lines at its end (YAML 1.2.2, 8.1.1.2): they are its own.
        loose = f"{self.text[:end]}{added}\n{self.text[end:]}"
        for text in (tight, loose):
            if self._reads_as(text, place, wanted):
                return Layout(self.path, text, self.before, self.line_end)
        raise self._refused(block)

    def _checked(self, place: Place, wanted: list[Any], text: str, what: str) -> Layout:
        if not self._reads_as(text, place, wanted):
            raise self._refused(what)
        return Layout(self.path, text, self.before, self.line_end)

    def _reads_as(self, text: str, place: Place, wanted: list[Any]) -> bool:
        """Return whether the new text is the old one with ``wanted`` at ``place``, and nothing else changed."""
        try:
            before, after = yaml.safe_load(self.text), yaml.safe_load(text)
        except yaml.YAMLError:
            return False
        holder = before
        for step, following in pairwise(place):
            if isinstance(holder, dict):
                holder = holder.setdefault(step, [] if isinstance(following, int) else {})
            else:
                holder = holder[step]
        holder[place[-1]] = wanted
        return bool(before == after)

    def _node(self, place: Place) -> yaml.Node:
        depth, node = self._deepest(place)
        if depth < len(place):
            raise self._refused(".".join(map(str, place)))
        return node

    def _deepest(self, place: Place) -> tuple[int, yaml.Node]:
        """Return the node at ``place``, or the last one on the way to it, and how many steps lead there."""
        node: yaml.Node = yaml.compose(self.text, Loader=yaml.SafeLoader) or self._nothing()
        for depth, step in enumerate(place):
            inner: yaml.Node | None = None
            if isinstance(node, yaml.MappingNode):
                inner = next((value for key, value in node.value if key.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                inner = node.value[step]
            if inner is None:
                return depth, node
            node = inner
        return len(place), node

    def _nothing(self) -> yaml.Node:
        raise self._refused("its first key")

    def _spliced(self, at: int, added: str) -> str:
        return self.text[:at] + added + (self.text[at:] or "\n")

    def _line_end_after(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _refused(self, what: str) -> OptionError:
        return OptionError(
            f"{self.path.name} is written in a way that nothing can be added to safely; add this by hand:\n{what}"
        )


def _value(node: yaml.Node) -> Any:  # noqa: ANN401 (any YAML value)
    return yaml.SafeLoader("").construct_document(node)


def _content_end(node: yaml.Node) -> int:
    """Return where the last thing in a node ends: a block's own end mark stands at what follows it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = node.end_mark.index
    return end
