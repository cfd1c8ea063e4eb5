"""Texts whose first word YAML takes for an anchor: learners never read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredFile
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.load import Places

_ANCHOR = compile_late(r"(?<=[:-][ \t])[ \t]*(&([^\s,\[\]{}]+))[ \t]+(?=[^\s#|>\"'\[{&*!])")
"""YAML 1.2.2 §6.9.2; in front of plain text, in the same line."""


def check_texts_as_anchors(file: AuthoredFile) -> Iterator[Fault]:
    """Yield the anchors in front of a text to which nothing in the file refers."""
    if "&" not in file.written or " &" not in file.written:  # a rare letter is looked for ten times as quickly as two
        return
    source = file.source
    if source is None or not (found := list(_ANCHOR.finditer(source.text))):
        return
    places = Places(source)
    starts = {}
    for path, text in (*file.lines, *file.texts):
        span = places.value(path)
        starts[span.line, span.column] = path, text
    for match in found:
        word, name = match[1], match[2]
        ends = [source.span(at, at + 1) for at in (match.start(1), match.end())]
        meant = next((starts[end.line, end.column] for end in ends if (end.line, end.column) in starts), None)
        if meant is not None and not re.search(rf"\*{re.escape(name)}(?![^\s,\[\]{{}}])", source.text):
            path, text = meant
            shown = text.partition("\n")[0]
            message = f"YAML takes `{word}` for a mark of its own, so learners read no more than `{shown}`"
            hint = "Put the text in quotes."
            yield Fault(file.file, path, message, hint, span=source.span(match.start(1), match.end(1)))
