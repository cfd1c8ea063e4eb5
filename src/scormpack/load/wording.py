"""What pydantic says of a value, in words for an author: (code, what is wrong, what to write instead)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from scormpack.late_regex import compile_late
from scormpack.load.wrong_kinds import tell_kind
from scormpack.model import QUESTION_TYPES, named_language
from scormpack.model.base import ID_PATTERN, id_of
from scormpack.model.questions.other_names import OTHER_NAMES

_TYPES = ", ".join(QUESTION_TYPES)
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
_FORMS = {
    "one_line": "Write it in one line.",
    "no_correct_option": "Add `correct: true` to each option that is right.",
    "asked_nothing": "Copy words of the passage that answers; where the lesson leaves it open, take `quote` out.",
    "asked_twice": "Take `lesson` out; or `quote`, where this lesson leaves the questions open.",
    "empty_quiz": "Add `questions:` with a list, or `banks: [name]` to ask from `banks/name.yaml`.",
    "empty_section": "Add `body: |` with prose, or `points:` with a list.",
    "fill_in_form": (
        "One blank: `answers: [word, other word]`. Several: `text: … {{1}} … {{2}}` and `blanks: {1: [..], 2: [..]}`."
    ),
    "fill_in_blanks": "Write `{{1}}`, `{{2}}`, … in `text`, in this order, one for each key of `blanks`.",
    "numeric_form": "Write `answer: 42`, or `range: [40, 44]`.",
    "numeric_tolerance": "Take `tolerance` out, and widen the range instead.",
    "numeric_range": "Write the smaller number first: `range: [40, 44]`.",
    "matching_sources": "Give each source a text of its own.",
    "matching_distractors": "A distractor belongs to no source: write another, or take it out.",
    "matching_targets": "Add a pair with another target, or `distractors: [..]`.",
    "sequencing_items": "Give each item a text of its own.",
    "likert_points": "Take `points` out.",
    "long_fill_in_check": "Add `model_answer: |` for the learner to compare with, or take `points` out.",
    "font_weights": "Take the bold files out, or `weights`.",
    "font_weights_order": "Write the smaller number first: `weights: [200, 900]`.",
    "tutor_endpoint": "Write an address alone, `https://tutor.example.org/ask`; keys belong on the server.",
    "absolute_iri": "Begin with `https://` and a name that is yours, e.g. `https://example.org/courses/welcome`.",
}
_ID, _LANGUAGE = "a lower-case ASCII id", "a language tag"
# By the beginning of the pattern: what the value must be, and how it is written.
_PATTERNS = {
    r"\S": ("some text", "Write some text."),
    r"^[a-z0-9]": (
        _ID,
        "Use a-z, digits, `-`, `_` and `.`, as in `clear-briefs`: LMSs mangle other characters.",
    ),
    r"^[A-Za-z]{2,8}": (_LANGUAGE, "Write a BCP 47 tag: `en`, `pt-BR`, `ar`."),
    r"^(?:[a-z0-9](": (
        "a host name",
        "Write the exact name, lower case, without `https://` and path: `player.vimeo.com`.",
    ),
    r"^#": ("a colour", 'Write six hexadecimal digits in quotes: `"#2d5bff"`.'),
    r"^\s*(\d+": ("a percentage", 'Write a number, or a percentage in quotes: `"5 %"`.'),
}

_NUMBER = compile_late(r"[-+]?\d+(?:\.\d+)?")

Said = tuple[str, str, str]


def describe(faults: Sequence[ErrorDetails], name: str, written: str) -> Said:
    """Return code, message and hint for one value.

    Args:
        faults: what pydantic says of it: several where it could have been of several kinds.
        name: what to call it: its key, or its number in a list.
        written: the value as it stands in the file: `1.10` is a number no more once it is read.
    """
    fault = faults[0] if len(faults) == 1 else _telling(faults)
    if fault is None:
        return _no_kind(faults, name, written)
    kind = fault["type"]
    if kind in _KINDS:
        return _wrong_type(_KINDS[kind], fault["input"], name, written)
    if kind in _FORMS:
        return "bad-value", _named(fault["msg"], name), _FORMS[kind]
    code, message, hint = _TELLERS.get(kind, _other)(fault)
    return code, _named(message, name), hint


def show_value(value: Any, written: str = "") -> str:  # noqa: ANN401 (whatever stood in the file)
    """Return a value as its author wrote it, shortened."""
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, tuple):
        return "a list"
    text = value if isinstance(value, str) else written or str(value)
    if not text.strip():
        return "empty"
    line = text.strip().splitlines()[0]
    return f"`{line[:40]}…`" if len(line) > 40 or line != text.strip() else f"`{line}`"


def _named(message: str, name: str) -> str:
    return f"{name} {message.removeprefix('this ')}" if message.startswith("this ") else message


def _telling(faults: Sequence[ErrorDetails]) -> ErrorDetails | None:
    """Return the fault that fits the value's own kind: a number out of bounds, a word nearly right."""
    for fault in faults:
        if fault["type"] in ("greater_than_equal", "less_than_equal"):
            return fault
    return None


def _no_kind(faults: Sequence[ErrorDetails], name: str, written: str) -> Said:
    wanted: list[str] = []
    hints: list[str] = []
    for fault in faults:
        if fault["type"] == "string_pattern_mismatch":
            kind, hint = _pattern_of(fault)
            wanted.append(kind)
            hints.append(hint)
        elif fault["type"] == "literal_error":
            wanted.extend(f"`{choice}`" for choice in _expected(fault))
        else:
            wanted.append(_KINDS.get(fault["type"], "text"))
    if "a number" in wanted and "a whole number" in wanted:
        wanted.remove("a whole number")
    if "a number" in wanted and "text" in wanted:  # a tolerance; its text is a percentage
        wanted[wanted.index("text")] = "a percentage"
    either = " or ".join(dict.fromkeys(wanted))
    message = f"{name} must be {either}, and it is {show_value(faults[0]['input'], written)}"
    value = faults[0]["input"]
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()) and written != value:
        return "wrong-type", message, f"Take the quotes away: `{value.strip()}`."
    if "a number" in wanted and (hint := tell_kind("a number", value, name, written)) != "Write a number.":
        return "wrong-type", message, hint
    return "wrong-type", message, hints[0] if hints else f"Write {either}."


def _wrong_type(wanted: str, value: Any, name: str, written: str) -> Said:  # noqa: ANN401
    message = f"{name} must be {wanted}, and it is {show_value(value, written)}"
    return "wrong-type", message, tell_kind(wanted, value, name, written)


def _expected(fault: ErrorDetails) -> list[str]:
    return [choice.strip(" '") for choice in fault["ctx"]["expected"].replace(" or ", ",").split(",")]


def _choices(fault: ErrorDetails) -> Said:
    expected = _expected(fault)
    close = get_close_matches(str(fault["input"]).lower(), expected, n=1)
    hint = f"Did you mean `{close[0]}`?" if close else f"Write one of: {', '.join(expected)}."
    return "bad-value", f"this cannot be {show_value(fault['input'])}", hint


def _union_tag(fault: ErrorDetails) -> Said:
    tag = fault["input"].get("type") if isinstance(fault["input"], dict) else None
    if not isinstance(tag, str) or not tag.strip():
        return "wrong-type", f"`type` must be a question type, and it is {show_value(tag)}", f"Write one of: {_TYPES}."
    word = re.sub(r"[\W_]+", "-", tag.lower()).strip("-")
    close = [OTHER_NAMES[word]] if word in OTHER_NAMES else get_close_matches(word, QUESTION_TYPES, n=1)
    hint = f"Did you mean `{close[0]}`?" if close else f"Write one of: {_TYPES}."
    return "bad-value", f"there is no question type {show_value(tag)}", hint


def _no_tag(fault: ErrorDetails) -> Said:
    like = get_close_matches("type", [str(key) for key in fault["input"]], n=1)
    hint = f"Did you mean `type` by `{like[0]}`?" if like else f"Add `type: choice`, or another of: {_TYPES}."
    return "missing-key", "`type` is missing here", hint


def _pattern_of(fault: ErrorDetails) -> tuple[str, str]:
    pattern = fault["ctx"]["pattern"]
    return next((said for start, said in _PATTERNS.items() if pattern.startswith(start)), ("other text", "Change it."))


def _pattern(fault: ErrorDetails) -> Said:
    wanted, hint = _pattern_of(fault)
    if not fault["input"].strip():
        return "bad-value", "this is empty", hint
    if wanted == _ID and re.fullmatch(ID_PATTERN, near := id_of(fault["input"])):
        hint = f"Write `{near}`: LMSs mangle other characters than a-z, digits, `-`, `_` and `.`."
    if wanted == _LANGUAGE and (code := named_language(fault["input"])):
        hint = f"Write `{code}`."
    return "bad-value", f"this must be {wanted}, and it is {show_value(fault['input'])}", hint


def _count(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"


def _too_short(fault: ErrorDetails) -> Said:
    has = len(fault["input"])
    message = f"this needs at least {_count(fault['ctx']['min_length'])}, and has {has or 'none'}"
    return "bad-value", message, "Add what is missing."


def _too_long(fault: ErrorDetails) -> Said:
    message = f"this may have {_count(fault['ctx']['max_length'])} at most, and has {len(fault['input'])}"
    return "bad-value", message, "Take some out."


def _entry_missing(fault: ErrorDetails) -> Said:
    del fault
    return "bad-value", "this is missing", "Add it to the list."


def _text_too_short(fault: ErrorDetails) -> Said:
    del fault
    return "bad-value", "this is empty", "Write some text."


def _text_too_long(fault: ErrorDetails) -> Said:
    message = f"this has {len(fault['input'])} characters; the limit is {fault['ctx']['max_length']}"
    return "bad-value", message, "Shorten it."


def _bound(fault: ErrorDetails) -> Said:
    word, limit = next((word, fault["ctx"][sign]) for sign, word in _BOUNDS.items() if sign in fault["ctx"])
    message = f"this must be {word} {limit}, and it is {show_value(fault['input'])}"
    return "bad-value", message, f"Write a number that is {word} {limit}."


def _other(fault: ErrorDetails) -> Said:
    return "bad-value", f"this does not fit: {fault['msg']}", "See docs/lesson-format.md."


_BOUNDS = {"ge": "at least", "le": "at most"}
_TELLERS: dict[str, Callable[[ErrorDetails], Said]] = {
    "literal_error": _choices,
    "union_tag_invalid": _union_tag,
    "union_tag_not_found": _no_tag,
    "string_pattern_mismatch": _pattern,
    "missing": _entry_missing,
    "too_short": _too_short,
    "too_long": _too_long,
    "string_too_long": _text_too_long,
    "string_too_short": _text_too_short,
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
}
