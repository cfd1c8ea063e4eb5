"""What the lines around a fault of YAML tell of what its author meant."""

from __future__ import annotations

from scormpack.late_regex import compile_late
from scormpack.load.source import Source, Span

Said = tuple[Span, str, str]
"""The place to show, what is wrong, and what to write instead."""

ENTRY = compile_late(r"-(?: |$)")
"""What an entry of a list begins with."""
_TIGHT_DASH = compile_late(r"-[^\s-]")
_EMPTY_KEY = compile_late(r"(?:- +)*[^\s:#]+:(?: +[&#].*)?")
_KEY = compile_late(r"(?:- +)*([A-Za-z_][\w-]*):(?: +(.*))?")
_TIGHT_KEY = compile_late(r"(?:- +)*([a-z_]+):(?!//)[^\s:]\S*(?: [^:]*)?")
_LONG = {"body", "definition", "explanation", "feedback", "hint", "intro", "model_answer", "prompt", "summary", "text"}
"""Keys of texts that may have several lines."""
_BAR = compile_late(r"[|>][-+0-9]*")


def explain_no_pair(source: Source, line: int) -> Said | None:
    """Return what to say of a line (from 1) that is no ``key: value``; None where the lines around it tell nothing."""
    text, indent = _split(source.lines[line - 1])
    if _TIGHT_DASH.match(text):
        return Span(line, indent + 1, 1), "a space is missing after this `-`", f"Write `- {text[1:].strip()}`."
    if tight := _explain_tight_key(source, line):
        return tight
    number, above = _above(source, line, indent)
    if (left := explain_left_text(source, line)) and (ENTRY.match(above) or (indent == 0 and " " in text)):
        return left
    if ENTRY.match(above):
        said: tuple[str, str] | None = (
            "this line stands among the entries of a list and is none",
            "Begin it with `- `.",
        )
    else:
        is_first = not any(between.strip() for between in source.lines[number : line - 1])
        said = _explain_loose_text(above, is_first=is_first)
    return (Span(line, indent + 1, max(1, len(text))), *said) if said else None


def explain_left_text(source: Source, line: int) -> Said | None:
    """Return what to say of a line (from 1) less deep than the text below ``key: |`` right above it; None as above."""
    text, indent = _split(source.lines[line - 1])
    number, above = _before(source, line)
    least = 0
    while number:
        column = column_of(source.lines[number - 1])
        pair = _KEY.fullmatch(above)
        if pair and _BAR.fullmatch((pair[2] or "").strip()) and column < least:
            hint = "Indent it like the lines of the text above it."
            return Span(line, indent + 1, len(text)), f"the text of `{pair[1]}` ends before this line", hint
        least = min(least or column, column)
        if least == 0:
            break
        number, above = _before(source, number)
    return None


def _explain_loose_text(above: str, *, is_first: bool) -> tuple[str, str] | None:
    """What is wrong with a line of text below the line ``above``, which is indented like it, and what to write."""
    pair = _KEY.fullmatch(above)
    if pair is None:
        return None
    key = pair[1]
    if _BAR.fullmatch((pair[2] or "").strip()):
        if is_first:
            return f"the text of `{key}` is not indented", f"Indent all of it by two spaces more than `{key}`."
        return f"the text of `{key}` ends before this line", "Indent it like the lines of the text above it."
    if key not in _LONG:
        return None
    hint = f"Write `{key}: |`, and the whole text in the lines below it, indented; or add the `:` of a key."
    return f"this line is no `key: value`, and the text of `{key}` has ended above it", hint


def explain_late_colon(source: Source, colon: Span) -> Said | None:
    """Return what to say of a ``:`` where no key can stand; None as above."""
    indent = column_of(source.lines[colon.line - 1])
    number, above = _before(source, colon.line)
    if tight := _explain_tight_key(source, number):
        return tight
    while number and (found := _KEY.fullmatch(above)) is None:  # text that goes on
        number, above = _before(source, number)
    if number and found and found[1] in _LONG and found[2] and column_of(source.lines[number - 1]) < indent:
        message = "a key cannot stand here: the line above has its value already"
        hint = (
            f"Indent this line like the keys around it; where it goes on with the text of `{found[1]}`, write "
            f"`{found[1]}: |`, and the whole text in the lines below it, indented."
        )
        return colon, message, hint
    return None


def explain_dash(source: Source, line: int) -> Said | None:
    """Return what to say of a line (from 1) whose ``-`` stands below none of those above; None as above."""
    text, indent = _split(source.lines[line - 1])
    if not ENTRY.match(text):
        return None
    number, above = _above(source, line, indent)
    is_entry, column = ENTRY.match(above), column_of(source.lines[number - 1]) if number else indent
    is_first = not any(between.strip() for between in source.lines[number : line - 1])
    if (is_entry and column == indent) or not number or (_EMPTY_KEY.fullmatch(above) and is_first):
        return None
    if not is_entry and not _EMPTY_KEY.fullmatch(above):
        return None
    span = Span(line, indent + 1, len(text))
    return (
        span,
        "this `-` does not stand below those above it",
        "Indent it as the `-` of the entries that it belongs to.",
    )


def explain_comment(source: Source, line: int) -> Said | None:
    """Return what to say of a line (from 1) after one with a ``#`` that was to be text; None as above."""
    number, above = _before(source, line)
    if not above.startswith("#"):
        return None
    row = source.lines[number - 1]
    if column_of(row) == 0:
        return None
    hint = "Where it is text, write `key: |`, and the whole text in the lines below it, indented."
    return Span(number, column_of(row) + 1, len(above)), "this is a comment, and ends the text above it", hint


def explain_bar(source: Source, line: int) -> Said | None:
    """Return what to say of a line (from 1) that begins with ``|``: a table, mostly; None as above."""
    text, indent = _split(source.lines[line - 1])
    if not text.startswith("|") or text.count("|") < 2:
        return None
    key = _KEY.fullmatch(_above(source, line, indent - 1)[1])
    name = key[1] if key else "body"
    hint = f"Write `{name}: |`, and the table in the lines below it, indented."
    return Span(line, indent + 1, len(text)), f"a table cannot begin the text of `{name}` without a `|` after it", hint


def _explain_tight_key(source: Source, line: int) -> Said | None:
    row = source.lines[line - 1]
    tight = _TIGHT_KEY.fullmatch(row.strip())
    if tight is None:
        return None
    start = row.index(f"{tight[1]}:")
    key, _, value = row[start:].partition(":")
    return Span(line, start + 1, len(key) + 1), "a space is missing after this `:`", f"Write `{key}: {value.strip()}`."


def _split(line: str) -> tuple[str, int]:
    text = line.strip()
    return text, column_of(line)


def column_of(line: str) -> int:
    """Return the place of a line's first character that is no space, from 0."""
    return len(line) - len(line.lstrip())


def _before(source: Source, line: int) -> tuple[int, str]:
    """Return number and text of the nearest line above that holds something; 0 where there is none."""
    for number in range(line - 1, 0, -1):
        if text := source.lines[number - 1].strip():
            return number, text
    return 0, ""


def _above(source: Source, line: int, indent: int) -> tuple[int, str]:
    """Return number and text of the nearest line above that is indented no more than ``indent``."""
    number, text = _before(source, line)
    while number and column_of(source.lines[number - 1]) > indent:
        number, text = _before(source, number)
    return number, text
