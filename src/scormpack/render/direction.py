"""Which way a language is written, and texts of the other way within it."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Literal

# Languages written from right to left by default, and the scripts that are (BCP 47 subtags).
_LANGUAGES = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_SCRIPTS = frozenset(["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])


@cache
def direction_of(language: str) -> Literal["ltr", "rtl"]:
    """Return the value of ``dir`` for a BCP 47 language; a script subtag decides over the language's custom."""
    primary, *others = language.lower().split("-")
    # RFC 5646 §2.2.3: the script is the subtag of four letters, before any extension.
    plain = others[: next((at for at, subtag in enumerate(others) if len(subtag) == 1), len(others))]
    script = next((subtag for subtag in plain if len(subtag) == 4 and subtag.isalpha()), None)
    rtl = primary in _LANGUAGES if script is None else script in _SCRIPTS
    return "rtl" if rtl else "ltr"


def isolate(text: str, language: str) -> str:
    """Return ``text`` so that it may stand in a sentence of ``language``.

    One with letters of the other direction is put between U+2068 and U+2069 (UAX #9 §2.4.1), or it would take the
    sentence's marks and numbers with it; ``runtime/messages.ts`` does the same.
    """
    if text.isascii() and direction_of(language) == "ltr":
        return text
    other = {"L"} if direction_of(language) == "rtl" else {"R", "AL"}
    turns = any(unicodedata.bidirectional(character) in other for character in text)
    return f"\u2068{text}\u2069" if turns else text
