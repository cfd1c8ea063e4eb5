"""The words of a text, alike whether capital or small, one or many: in languages with spaces and without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from scormpack.late_regex import compile_late

# Scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, hiragana, Han. Katakana stands in runs.
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KATAKANA = r"\u30a1-\u30ff"
# Letters and digits of all other scripts, and the marks that `\w` does not know.
_LETTER = rf"[^\W_{_UNSPACED}{_KATAKANA}]"
_MARK = r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff]"
_LETTERS = rf"{_LETTER}+(?:{_MARK}+{_LETTER}*)*"
WORD = rf"{_LETTERS}(?:['\u2019]{_LETTERS})*[+#]*|&#?\w+;|[{_KATAKANA}]+|[{_UNSPACED}]"  # C++, C#
"""A word of a text, or a character where its script has no spaces; also of HTML, where `&amp;` is one. Compiled when
it is first needed, for that takes long."""
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*[+#]*|&#?\w+;")
"""What ``WORD`` is in ASCII: three times as quick."""

_ARABIC_MARKS = compile_late("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_POSSESSIVE = re.compile("['\u2019]s?$")
_SHORTEST = 3
"""Letters that must be left of a word."""

# What a language puts before a word and after it, and what stays there. Taken off both what is looked for and the text.
_PREFIXES: Mapping[str, re.Pattern[str]] = {
    "ar": re.compile("^[وف]?(?:[بك]?ال|لل)"),
}
_ENDINGS: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    language: tuple((re.compile(f"(?:{ending})$"), rest) for ending, rest in endings)
    for language, endings in {
        "en": [("ie[sd]", "y"), ("(?<=ss|ch|sh|.x|.z)es", ""), ("(?<![siu])s|ed?|es", "")],
        "de": [("e[nrsm]?|ern|n|s", "")],
        "fr": [("aux", "al"), ("e?s|e|x", "")],
        "es": [("ces", "z"), ("[aoe]?s|[aoe]", "")],
        "pt": [("ões|ães|ãos|ão", "ã"), ("[aeé]is|al", "el"), ("ns", "m"), ("[aoe]?s|[aoe]", "")],
        "it": [("[aeiou]", "")],
        "ar": [("ات|ة|ين|ون", "")],
        "hi": [("ियों|ियाँ|ओं|ों|ें|[ेाी]", "")],
    }.items()
}
_PARTICLES = compile_late("(?:에서|으로|[은는이가을를의에로와과도만])$")


def word_pattern(text: str) -> re.Pattern[str]:
    """Return what finds the words of a text: ``WORD``, or what is the same and quicker for this one."""
    return _ASCII_WORD if text.isascii() else re.compile(WORD)


@lru_cache(maxsize=65536)
def stem_of(word: str, language: str) -> str:
    """Return what a word has in common with its other forms.

    Args:
        word: as ``WORD`` finds it.
        language: the first subtag of BCP 47, small; one without rules here gets its letters made small, no more.
    """
    if is_acronym(word):  # RAG, JSON: "rag" is another word
        return word.removesuffix("s")
    stem = _POSSESSIVE.sub("", word.lower())
    if language == "ar":
        stem = _ARABIC_MARKS.sub("", stem)
    if prefix := _PREFIXES.get(language):
        stem = _long_enough(prefix.sub("", stem), stem)
    for ending, rest in _ENDINGS.get(language, ()):
        shorter = ending.sub(rest, stem)
        if shorter != stem:
            return _long_enough(shorter, stem)
    return stem


@lru_cache(maxsize=65536)
def stems_in_text(word: str, language: str) -> tuple[str, ...]:
    """Return all that a word of a text may be a form of: in capitals it may be itself, or any word."""
    stems = [stem_of(word, language)]
    if is_acronym(word):
        stems.append(stem_of(word.lower(), language))
    if language == "ko":
        stems.append(_PARTICLES.sub("", word))
    return tuple(dict.fromkeys(stems))


@lru_cache(maxsize=4096)
def opening_of(stem: str, language: str) -> str:
    """Return the small letters that every word begins with that is a form of ``stem``; "" where there may be none."""
    if language in _PREFIXES:
        return ""
    added = max((len(rest) for _, rest in _ENDINGS.get(language, ()) if stem.endswith(rest)), default=0)
    return stem[: len(stem) - added].lower()


def is_acronym(word: str) -> bool:
    """Whether a word has a capital letter other than its first."""
    return word[1:] != word[1:].lower()


def _long_enough(shorter: str, word: str) -> str:
    return shorter if len(shorter) >= _SHORTEST else word
