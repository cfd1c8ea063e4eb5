"""What libyaml says of broken YAML, in words that tell an author what to write instead."""

from __future__ import annotations

import re

import yaml

from scormpack.errors import Finding
from scormpack.late_regex import compile_late
from scormpack.load.late_quotes import explain_late_quote
from scormpack.load.lines_around import (
    Said,
    explain_bar,
    explain_comment,
    explain_dash,
    explain_late_colon,
    explain_left_text,
    explain_no_pair,
)
from scormpack.load.quoting import quote
from scormpack.load.source import Source, Span

_AT, _OPENED = "problem_mark", "context_mark"  # where the parser stopped; where what it was reading began

# (a part of libyaml's message, the place to show, what is wrong, what to write); the first that fits is taken.
_EXPLANATIONS = (
    (
        "scanning an alias",
        _OPENED,
        "plain text cannot begin with `*`",
        "Put the text in quotes; for a list, begin lines with `- `.",
    ),
    ("scanning an anchor", _OPENED, "plain text cannot begin with `&`", "Put the text in quotes."),
    (
        "cannot start any token",
        _AT,
        "plain text cannot begin with this character",
        "Put the text in quotes.",
    ),
    ("while scanning a tag", _OPENED, "plain text cannot begin with `!`", "Put the text in quotes."),
    ("undefined tag handle", _AT, "plain text cannot begin with `!`", "Put the text in quotes."),
    (
        "scanning a block scalar",
        _AT,
        "nothing can follow `|` or `>` in its line",
        "Begin the text in the next line, indented; or put it in quotes.",
    ),
    (
        "could not find expected ':'",
        _OPENED,
        "this line is no `key: value`",
        "Add the `:` and a space; indent the line if it goes on with the text above.",
    ),
    ("expected ',' or ']'", _OPENED, "this `[` is never closed", "Close it with `]`, or put the text in quotes."),
    ("expected ',' or '}'", _OPENED, "this `{` is never closed", "Close it with `}`, or put the text in quotes."),
    ("unexpected end of stream", _OPENED, "this quote is never closed", "Close it at the end of the text."),
    (
        "unexpected document indicator",
        _OPENED,
        "this quote is not closed before a line `---`",
        "Close it at the end of the text.",
    ),
    (
        "block sequence entries are not allowed",
        _AT,
        "a list cannot begin in the line of its key",
        "Begin the list in the next line; put text that begins with `- ` in quotes, or in a line below `key: |`.",
    ),
    ("mapping keys are not allowed", _AT, "plain text cannot begin with `? `", "Put the text in quotes."),
    (
        "expected '-' indicator",
        _AT,
        "this line stands among the entries of a list and is none",
        "Begin it with `- `, or indent it to where it belongs.",
    ),
    (
        "expected node content",
        _AT,
        "a value was expected here",
        "Write a value before it, or put text that holds `,`, `[`, `]`, `{` or `}` in quotes.",
    ),
    ("<document start>", _AT, "a second document begins here", "Take `...` and what follows it out."),
    ("scanning a directive", _AT, "a line cannot begin with `%`", "Put text that begins with `%` in quotes."),
    ("incompatible YAML document", _AT, "this is a version of YAML that is not known", "Take the `%YAML` line out."),
    (
        "parsing a quoted scalar",
        _AT,
        "this is no escape that YAML knows",
        "Write `\\\\` for a backslash, or use single quotes.",
    ),
)
_MISPLACED = ("mapping values are not allowed", "expected <block end>", "expected key", "expected '-' indicator")
"""What may be said of a line that is indented too far, or not far enough."""
_BRACKETS = compile_late(r"(?:- +)*(?:[\w-]+: +)?(\[.*\]|\{.*\})")
_CURVED = compile_late(r"[:-] [\u201c-\u201e\u2018-\u201a\u00ab\u00bb\u300c]")
# YAML 1.2.2 §5.1; compiled when it is first needed, for that takes long.
_UNREADABLE = "[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def explain_syntax(source: Source, fault: yaml.YAMLError) -> Finding:
    """Return the finding for a fault of the parser, at the place that an author would mend."""
    said = " ".join(str(part) for part in (getattr(fault, "context", None), getattr(fault, "problem", None)) if part)
    stopped, opened = _place(source, fault, _AT), _place(source, fault, _OPENED)
    if stopped is None:
        return _control_character(source)
    for place in (stopped, opened):
        if place is not None and (finding := _odd_indent(source, place)):
            return finding
    around = _explain_around(source, said, stopped, opened)
    if around is None and ("expected key" in said or "expected <block end>" in said):
        around = stopped, *_no_key(source, stopped)
    elif around is None and "mapping values are not allowed" in said:
        around = stopped, *_no_value(source, stopped)
    if around is not None:
        return source.finding("yaml-syntax", *around)
    return _explain_as_told(source, said, stopped, opened)


def _explain_as_told(source: Source, said: str, stopped: Span, opened: Span | None) -> Finding:
    """What the parser's own words tell."""
    where, message, hint = next(
        (told for part, *told in _EXPLANATIONS if part in said),
        (_AT, f"this is not YAML: {said}", "Check this line and the one above it."),
    )
    place = opened if where == _OPENED and opened else stopped
    character = source.lines[place.line - 1][place.column - 1 :][:1]
    if character == "\t" and "cannot start" in said:
        return source.finding("yaml-tab", place, "a tab stands here", "Write spaces instead.")
    named = "a back-tick" if character == "`" else f"`{character}`"
    return source.finding("yaml-syntax", place, message.replace("this character", named), hint)


def _explain_around(source: Source, said: str, stopped: Span, opened: Span | None) -> Said | None:
    """What the lines around tell, where they tell more than the parser does."""
    told = explain_late_quote(source, stopped)
    if told is None and any(part in said for part in _MISPLACED):
        told = explain_dash(source, stopped.line)
        if told is None and ": " not in source.lines[stopped.line - 1]:
            told = explain_left_text(source, stopped.line)
    if told is not None:
        return told
    if "could not find expected ':'" in said and opened is not None:
        return explain_no_pair(source, opened.line)
    if "mapping values are not allowed" in said:
        return explain_late_colon(source, stopped)
    if "expected <block end>" in said or "expected key" in said:
        return explain_comment(source, stopped.line)
    return explain_bar(source, stopped.line) if "scanning a block scalar" in said else None


def _control_character(source: Source) -> Finding:
    """The one fault that has no mark."""
    found = re.search(_UNREADABLE, source.text)
    start = found.start() if found else 0
    message = f"this file holds the control character U+{ord(source.text[start]):04X}"
    return source.finding("control-character", source.span(start, start + 1), message, "Delete it.")


def _place(source: Source, fault: yaml.YAMLError, which: str) -> Span | None:
    mark = getattr(fault, which, None)
    if mark is None:
        return None
    # A fault at the very end is shown at the last line that has something in it.
    return source.span(min(mark.index, max(0, len(source.text.rstrip()) - 1)), mark.index + 1)


def _odd_indent(source: Source, place: Span) -> Finding | None:
    line = source.lines[place.line - 1]
    indent = line[: len(line) - len(line.lstrip())]
    for column, character in enumerate(indent, 1):
        if character == "\t":
            span = Span(place.line, column, 1)
            return source.finding("yaml-tab", span, "this line is indented with a tab", _untab(source, place.line))
        if character != " ":
            message = f"this line is indented with U+{ord(character):04X}, which only looks like a space"
            return source.finding("yaml-syntax", Span(place.line, column, 1), message, "Indent with plain spaces.")
    return None


def _untab(source: Source, line: int) -> str:
    more = sum("\t" in text[: len(text) - len(text.lstrip())] for text in source.lines[line:])
    return (
        f"Indent with spaces, here and in {more} more line{'s' if more > 1 else ''}." if more else "Indent with spaces."
    )


def _no_key(source: Source, place: Span) -> tuple[str, str]:
    line = source.lines[place.line - 1].strip()
    before = line[: len(line) - len(source.lines[place.line - 1][place.column - 1 :].rstrip())].strip()
    if opened := _BRACKETS.fullmatch(before):
        quoted = quote(line[opened.start(1) :])
        wanted = f"Put the whole text in quotes: `{quoted}`." if quoted else "Put the whole text in quotes."
        return f"the value has ended before this, for it begins with `{opened[1][0]}`", wanted
    if before:
        escape = (
            '`\\"` for a `"` inside double quotes' if before.endswith('"') else "`''` for a `'` inside single quotes"
        )
        return "the value has ended before this", f"Put the whole text in quotes; write {escape}."
    hint = "Indent it like the lines that it belongs with; close any quote opened above."
    return "this line does not fit what stands above it", hint


def _no_value(source: Source, place: Span) -> tuple[str, str]:
    before = source.lines[place.line - 1][: place.column - 1]
    if ": " in before:
        curved = "; curved quotes are none to YAML" if _CURVED.search(before) else ""
        return (
            "there is a second `: ` in this line",
            f"Put text that holds `: ` in {'straight ' if curved else ''}quotes{curved}.",
        )
    return "a key cannot stand here: the line above has its value already", "Indent this line like the keys around it."
