"""Which way a language is written."""

from __future__ import annotations

from typing import Literal

# Languages written from right to left by default, and the scripts that are (BCP 47 subtags).
_LANGUAGES = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_SCRIPTS = frozenset(["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])


def direction_of(language: str) -> Literal["ltr", "rtl"]:
    """Return the value of ``dir`` for a BCP 47 language; a script subtag decides over the language's custom."""
    primary, *others = language.lower().split("-")
    # RFC 5646 §2.2.3: the script is the subtag of four letters.
    script = next((subtag for subtag in others if len(subtag) == 4 and subtag.isalpha()), None)
    rtl = primary in _LANGUAGES if script is None else script in _SCRIPTS
    return "rtl" if rtl else "ltr"
