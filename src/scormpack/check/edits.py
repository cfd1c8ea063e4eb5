"""Edits applied to the author's own text: comments, layout and line ends stay as they are."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from scormpack.errors import Edit, Finding
from scormpack.late_regex import compile_late
from scormpack.load import Source, parse_yaml

_LINE_END = compile_late("(\r\n|\r|\n)")  # YAML 1.2.2 §5.4
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class EditedFile:
    """One file before and after.

    Attributes:
        file: path from the course folder.
        target: where it really is: a link stays a link.
        before: its text, line ends as they are.
        after: the same, mended.
        edits: how many.
    """

    file: str
    target: Path
    before: str
    after: str
    edits: int

    @property
    def source(self) -> Source:
        """What it has become, as the rules read it."""
        return Source(self.file, _LINE_END.sub("\n", self.after.lstrip(_BOM)))


def edit_files(
    root: Path, findings: Iterable[Finding], earlier: Mapping[str, EditedFile] = MappingProxyType({})
) -> tuple[EditedFile, ...]:
    """Return what the findings' edits make of the files in the course folder ``root``; nothing is written.

    A file is left out where it leads outside, has changed since it was read, or would not be YAML as before. Files of
    ``earlier`` are edited further: the findings are about what those have become.
    """
    wanted: dict[str, list[tuple[Finding, Edit]]] = defaultdict(list)
    for finding in findings:
        if finding.edit is not None:
            wanted[finding.file].append((finding, finding.edit))
    real = Path(os.path.realpath(root))
    edited = (_edit_file(real, file, pairs, earlier.get(file)) for file, pairs in sorted(wanted.items()))
    return tuple(file for file in edited if file is not None)


def _edit_file(
    root: Path, file: str, pairs: Sequence[tuple[Finding, Edit]], earlier: EditedFile | None
) -> EditedFile | None:
    target = Path(os.path.realpath(root / file))
    if not target.is_relative_to(root):
        return None
    try:
        before = earlier.after if earlier else target.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    text = before.lstrip(_BOM)
    lines = _LINE_END.split(text)[::2]
    current = [edit for finding, edit in pairs if lines[edit.line - 1 : edit.line] == [_line(finding, edit, lines)]]
    mended, count = apply_edits(text, current)
    if count == 0 or len(_faults(file, mended)) > len(_faults(file, text)):
        return None
    after = before[: len(before) - len(text)] + mended
    if earlier is not None:
        return replace(earlier, after=after, edits=earlier.edits + count)
    return EditedFile(file, target, before, after, count)


def _line(finding: Finding, edit: Edit, lines: Sequence[str]) -> str:
    """The line as it was when the fault was found, as far as the finding tells."""
    return finding.source if finding.line == edit.line else lines[edit.line - 1]


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """Return the text with the edits made, and how many were: of those that overlap, the first."""
    parts = _LINE_END.split(text)
    taken: dict[int, int] = {}
    made: list[Edit] = []
    for edit in sorted(set(edits), key=lambda edit: (edit.line, edit.column, edit.length)):
        if edit.column - 1 >= taken.get(edit.line, 0):
            taken[edit.line] = edit.column - 1 + edit.length
            made.append(edit)
    for edit in reversed(made):  # from the end: the places before stay where they are
        line = parts[2 * (edit.line - 1)]
        start = edit.column - 1
        parts[2 * (edit.line - 1)] = line[:start] + edit.text + line[start + edit.length :]
    return "".join(parts), len(made)


def _faults(file: str, text: str) -> list[Finding]:
    """What keeps the text from being strict YAML."""
    return parse_yaml(Source(file, _LINE_END.sub("\n", text)))[1]
