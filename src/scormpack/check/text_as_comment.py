"""Texts that YAML ends at a ``#``: what follows it is a comment, and nobody reads it."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredFile
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.load import Places

_COMMENT = compile_late(r"(?<=[^\s#])[ \t]+#\w[^\n]*")
"""Comments begin with `# `; a `#` before a letter or a digit is mostly a number, a tag or a colour."""


def check_texts_as_comments(file: AuthoredFile) -> Iterator[Fault]:
    """Yield the comments that stand behind a text, in its line, and look like its end."""
    if "#" not in file.written or (" #" not in file.written and "\t#" not in file.written):
        return
    source = file.source
    if source is None or not (found := list(_COMMENT.finditer(source.text))):
        return
    places = Places(source)
    ends = {}
    for path, text in (*file.lines, *file.texts):
        span = places.value(path)
        ends[span.line, span.column + span.length - 1] = path, text
    for match in found:
        end = source.span(match.start(), match.end())
        if (end.line, end.column - 1) in ends:
            path, text = ends[end.line, end.column - 1]
            lost = match[0].strip()
            message = f"`{lost}` is a comment here, so learners read no more than `{text}`"
            hint = "Put the text in quotes; where a comment is meant, write a space after `#`."
            start = source.span(match.end() - len(match[0].lstrip()), match.end())
            yield Fault(file.file, path, message, hint, span=start)
