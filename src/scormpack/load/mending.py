"""What can only have been meant: values and keys that are mended without a judgement of the author's.

Each answer is the text to write in place of what stands in the file. Where more than one thing can be meant, or the
thing meant is not sure, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from scormpack.late_regex import compile_late
from scormpack.load.strict_yaml import scalar_value
from scormpack.model import QUESTION_TYPES

OLD_BOOLEANS = {"no": "false", "off": "false", "n": "false", "yes": "true", "on": "true", "y": "true"}
"""YAML 1.1's, which are text in YAML 1.2."""
_BOOLEANS = OLD_BOOLEANS | {"true": "true", "false": "false"}
_PERCENTS = {"pass_mark"}
"""Keys that hold whole percents."""
_PERCENT = compile_late(r"(\d{1,3})(?:[.,]0+)?\s*%")
_WHOLE = compile_late(r"[-+]?\d{1,18}")
_NUMBER = compile_late(r"([-+]?\d{1,18})(?:([.,])(\d{1,18}))?")
_HOST = compile_late(r"https?://([a-z0-9.-]+)/?", re.IGNORECASE)
_COLOUR = compile_late(r"[0-9a-fA-F]{6}")
_PLAIN_KEY = compile_late(r"[A-Za-z_][\w -]*")
_SURE = 0.8
"""How like a known key must be what stands for it."""


def mend_key(key: str, known: Collection[str], beside: Collection[str]) -> str | None:
    """Return the one known key that ``key`` can be; None where it is not sure, or stands beside it already."""
    if not _PLAIN_KEY.fullmatch(key):
        return None
    close = get_close_matches(_folded(key), sorted(known), n=2, cutoff=_SURE)
    exact = [name for name in close if name == _folded(key)]
    found = exact or (close if len(close) == 1 else [])
    return found[0] if found and found[0] not in beside else None


def mend_value(faults: Sequence[ErrorDetails], key: str | int, written: str) -> str | None:
    """Return what to write in place of a value, as YAML.

    Args:
        faults: what pydantic says of it: several where it could have been of several kinds.
        key: of the value, or its number in a list.
        written: the value as it stands in the file, in one line.
    """
    value, kinds = faults[0]["input"], {fault["type"] for fault in faults}
    mended = None
    if isinstance(value, bool | int | float):
        # Quoting keeps it to the letter: `1.10`, which a number would lose its zero of.
        mended = f'"{written}"' if kinds == {"string_type"} and not re.search(r"[\"'\\#]", written) else None
    elif kinds == {"union_tag_invalid"} and isinstance(value, dict):
        mended = _same_word(value.get("type"), QUESTION_TYPES)
    elif isinstance(value, str):
        mended = _mend_text(value.strip(), faults[0], kinds, key)
    return mended


def _mend_text(text: str, fault: ErrorDetails, kinds: Collection[str], key: str | int) -> str | None:
    if kinds == {"bool_type"}:
        return _BOOLEANS.get(text.lower())
    if kinds == {"literal_error"}:
        return _same_word(text, [choice.strip(" '") for choice in re.split(",| or ", fault["ctx"]["expected"])])
    if "int_type" in kinds or "float_type" in kinds:
        return _number(text, key, whole="float_type" not in kinds)
    return _in_form(text, fault["ctx"]["pattern"]) if kinds == {"string_pattern_mismatch"} else None


def _number(text: str, key: str | int, *, whole: bool) -> str | None:
    if key in _PERCENTS and (percent := _PERCENT.fullmatch(text)):
        return str(int(percent[1]))
    found = _NUMBER.fullmatch(text)
    if found is None or (whole and not _WHOLE.fullmatch(text)):
        return None
    if found[2] == "," and len(found[3]) == 3 and found[1].strip("+-0"):
        return None  # `1,000`: a thousand, or one?
    number = text.replace(",", ".")
    return number if isinstance(scalar_value(number), int | float) else None


def _in_form(text: str, pattern: str) -> str | None:
    if pattern.startswith("^[A-Za-z]{2,8}"):  # a language
        mended = text.replace("_", "-")
    elif pattern.startswith("^(?:[a-z0-9]("):  # a host
        host = _HOST.fullmatch(text)
        mended = (host[1] if host else text).lower()
    elif pattern.startswith("^#") and _COLOUR.fullmatch(text):
        return f'"#{text}"'
    else:
        return None
    return mended if mended != text and re.fullmatch(pattern, mended) else None


def _same_word(word: Any, known: Collection[str]) -> str | None:  # noqa: ANN401 (whatever stood in the file)
    """Return the known word that differs in case, spaces and dashes only."""
    if not isinstance(word, str):
        return None
    return next((name for name in known if _folded(name) == _folded(word) and name != word), None)


def _folded(word: str) -> str:
    return re.sub(r"[\s-]+", "_", word.strip().lower())
