"""What pydantic says of a value, in words for an author: (code, what is wrong, what to write instead)."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "`true` or `false`",
    "tuple_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
}
_OLD_BOOLEANS = {"no": "false", "off": "false", "yes": "true", "on": "true"}
_FORMS = {
    "one_line": "Write it in one line; longer text belongs in `body`.",
    "no_correct_option": "Add `correct: true` to each option that is right.",
    "empty_section": "Add `body: |` with prose, or `points:` with a list.",
    "fill_in_form": (
        "One blank: `answers: [word, other word]`. Several: `text: … {{1}} … {{2}}` and `blanks: {1: [..], 2: [..]}`."
    ),
    "fill_in_blanks": "Write a `{{1}}` in `text` for each key of `blanks`.",
    "numeric_form": "Write `answer: 42`, or `range: [40, 44]`.",
    "numeric_tolerance": "Widen the range instead.",
    "numeric_range": "Write the smaller number first: `range: [40, 44]`.",
    "absolute_iri": "Begin with `https://` and a name that is yours, e.g. `https://example.org/courses/welcome`.",
}
_PATTERNS = {
    r"\S": ("this is empty", "Write some text, or take the key out."),
    r"^[a-z0-9]": (
        "this id has characters that an LMS may mangle",
        "Use lower-case ASCII letters, digits and `-`: `clear-briefs`.",
    ),
    r"^[A-Za-z]{2,8}": ("this is not a language tag", "Write a BCP 47 tag: `en`, `pt-BR`, `ar`."),
    r"^#": ("this is not a colour", 'Write six hexadecimal digits in quotes: `"#2d5bff"`.'),
    r"^\s*(\d+": ("this is not a tolerance", 'Write a number, or a percentage in quotes: `"5 %"`.'),
}

Said = tuple[str, str, str]


def describe(fault: ErrorDetails) -> Said:
    """Return code, message and hint for one of pydantic's errors."""
    kind = fault["type"]
    if kind in _KINDS:
        return _wrong_type(_KINDS[kind], fault["input"])
    if kind in _FORMS:
        return "bad-value", fault["msg"], _FORMS[kind]
    return _TELLERS.get(kind, _other)(fault)


def show_value(value: Any) -> str:  # noqa: ANN401 (whatever stood in the file)
    """Return a value as its author wrote it, shortened."""
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, tuple):
        return "a list"
    text = str(value)
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"


def _wrong_type(wanted: str, value: Any) -> Said:  # noqa: ANN401
    message = f"this must be {wanted}, and it is {show_value(value)}"
    if isinstance(value, str) and value.lower() in _OLD_BOOLEANS and "true" in wanted:
        return "wrong-type", message, f"In YAML 1.2 `{value}` is text. Write `{_OLD_BOOLEANS[value.lower()]}`."
    if wanted == "text" and isinstance(value, bool | int | float):
        return (
            "wrong-type",
            message,
            f'Put it in quotes: `"{str(value).lower() if isinstance(value, bool) else value}"`.',
        )
    if wanted == "a list" and isinstance(value, str):
        return "wrong-type", message, "Write each entry on a line of its own that begins with `- `."
    if value is None:
        return "wrong-type", message, f"Write {wanted} after the key, or take the key out."
    return "wrong-type", message, f"Write {wanted}."


def _choices(fault: ErrorDetails) -> Said:
    expected = [choice.strip(" '") for choice in fault["ctx"]["expected"].replace(" or ", ",").split(",")]
    close = get_close_matches(str(fault["input"]), expected, n=1)
    hint = f"Did you mean `{close[0]}`?" if close else f"Write one of: {', '.join(expected)}."
    return "bad-value", f"{show_value(fault['input'])} is not known here", hint


def _union_tag(fault: ErrorDetails) -> Said:
    expected = [tag.strip(" '") for tag in fault["ctx"]["expected_tags"].split(",")]
    close = get_close_matches(str(fault["ctx"]["tag"]), expected, n=1)
    hint = f"Did you mean `{close[0]}`?" if close else f"Question types: {', '.join(expected)}."
    return "bad-value", f"there is no question type `{fault['ctx']['tag']}`", hint


def _no_tag(fault: ErrorDetails) -> Said:
    del fault
    return "missing-key", "this question has no `type`", "Add `type: choice` (or true-false, fill-in, numeric)."


def _pattern(fault: ErrorDetails) -> Said:
    pattern = fault["ctx"]["pattern"]
    for start, (message, hint) in _PATTERNS.items():
        if pattern.startswith(start):
            return (
                "bad-value",
                f"{message}: {show_value(fault['input'])}" if str(fault["input"]).strip() else message,
                hint,
            )
    return _other(fault)


def _too_short(fault: ErrorDetails) -> Said:
    least = fault["ctx"]["min_length"]
    return "bad-value", f"this needs at least {least} {'entry' if least == 1 else 'entries'}", "Add what is missing."


def _too_long(fault: ErrorDetails) -> Said:
    return "bad-value", f"this has more than {fault['ctx']['max_length']} entries", "Take some out, or split it."


def _text_length(fault: ErrorDetails) -> Said:
    if "max_length" in fault["ctx"]:
        most = fault["ctx"]["max_length"]
        return "bad-value", f"this has {len(fault['input'])} characters; the limit is {most}", "Shorten it."
    return "bad-value", "this is empty", "Write some text, or take the key out."


def _bound(fault: ErrorDetails) -> Said:
    (name, limit), *_ = ((n, v) for n, v in fault["ctx"].items() if n in ("ge", "le", "gt", "lt"))
    word = {"ge": "at least", "le": "at most", "gt": "more than", "lt": "less than"}[name]
    return (
        "bad-value",
        f"this must be {word} {limit}, and it is {show_value(fault['input'])}",
        f"Write a number that is {word} {limit}.",
    )


def _other(fault: ErrorDetails) -> Said:
    return "bad-value", f"this does not fit: {fault['msg']}", "See docs/lesson-format.md."


_TELLERS: dict[str, Callable[[ErrorDetails], Said]] = {
    "literal_error": _choices,
    "union_tag_invalid": _union_tag,
    "union_tag_not_found": _no_tag,
    "string_pattern_mismatch": _pattern,
    "too_short": _too_short,
    "too_long": _too_long,
    "string_too_long": _text_length,
    "string_too_short": _text_length,
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
}
