"""What libyaml says of broken YAML, in words that tell an author what to write instead."""

from __future__ import annotations

import yaml

from scormpack.errors import Finding
from scormpack.load.source import Source, Span

# (a part of libyaml's or PyYAML's message, what is wrong, what to write)
_EXPLANATIONS = (
    (
        "character that cannot start any token",
        "this line cannot be read here",
        "Put text that begins with a special character in quotes.",
    ),
    ("cannot start any token", "this character cannot begin a value", "Put the text in quotes."),
    ("mapping values are not allowed", "there is a second `: ` in this line", "Put text that holds `: ` in quotes."),
    (
        "could not find expected ':'",
        "a `:` is missing after this key",
        "Write `key: value`; close any quote opened above.",
    ),
    (
        "did not find expected key",
        "a key was expected here",
        "Check the indentation, and quotes opened in the lines above.",
    ),
    (
        "did not find expected '-' indicator",
        "the list ends unexpectedly here",
        "Indent this line like the list's other `-` lines.",
    ),
    ("did not find expected ',' or ']'", "this `[` is never closed", "Close it with `]`, or put the text in quotes."),
    ("did not find expected ',' or '}'", "this `{` is never closed", "Close it with `}`, or put the text in quotes."),
    ("unexpected end of stream", "a quote is opened and never closed", "Close the quote."),
    (
        "block sequence entries are not allowed",
        "a list item cannot begin here",
        "Begin the list on the line after its key.",
    ),
    ("undefined alias", "this alias names no anchor", "Put text that begins with `*` in quotes."),
    ("but found another document", "a second document begins here", "Keep one document a file: take `---` out."),
    (
        "unknown escape character",
        "this backslash escape is unknown",
        "Use single quotes, or write `\\\\` for a backslash.",
    ),
    ("control characters are not allowed", "there is a control character here", "Delete it."),
    ("unacceptable character", "there is a control character here", "Delete it."),
    ("undefined tag handle", "this tag is unknown", "Put text that begins with `!` in quotes."),
)


def explain_syntax(source: Source, fault: yaml.YAMLError) -> Finding:
    """Return the finding for a fault of the parser, at the place it names."""
    said = str(getattr(fault, "problem", None) or getattr(fault, "reason", None) or fault)
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else _control_character(source)
    line = min(line, len(source.lines) - 1)
    text = source.lines[line]
    span = Span(line + 1, column + 1, 1)
    indent = text[: len(text) - len(text.lstrip())]
    if "\t" in indent:
        place = Span(line + 1, indent.index("\t") + 1, 1)
        return source.finding("yaml-tab", place, "this line is indented with a tab", "Indent with spaces.")
    for part, message, hint in _EXPLANATIONS:
        if part in said:
            return source.finding("yaml-syntax", span, message, hint)
    return source.finding("yaml-syntax", span, f"this is not YAML: {said}", "Check this line and the one above it.")


def _control_character(source: Source) -> tuple[int, int]:
    for number, line in enumerate(source.lines):
        for column, character in enumerate(line):
            if not character.isprintable() and character not in "\t\u00a0\u200b\u200e\u200f" and ord(character) < 0xA0:
                return number, column
    return 0, 0
