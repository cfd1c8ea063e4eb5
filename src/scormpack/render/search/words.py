"""Texts to the words that are searched for: the same as ``runtime/course/words.ts``, character by character."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from string import ascii_lowercase

from scormpack.late_regex import compile_late
from scormpack.markup.searches import make_search

LONGEST = 40
"""Longer than any word that people type; what is longer is an address or a key."""

# Latin, Hebrew and Arabic marks, the tatweel, the soft hyphen: people search without them.
_LEFT_OUT = compile_late("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad]")
_SAME = str.maketrans(
    {
        "\u00df": "ss",  # sharp s
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00f8": "o",  # o with stroke
        "\u0111": "d",  # d with stroke
        "\u0142": "l",  # l with stroke
        "\u0131": "i",  # dotless i
        "\u03c2": "\u03c3",  # final sigma
        "\u0671": "\u0627",  # alef wasla: alef
        "\u0649": "\u064a",  # alef maksura: yeh
        "\u06cc": "\u064a",  # Persian yeh: yeh
        "\u06a9": "\u0643",  # Persian keheh: kaf
        "\u0629": "\u0647",  # teh marbuta: heh
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966) for digit in range(10)},
        **{chr(code): chr(code - 0x60) for code in (*range(0x30A1, 0x30F7), 0x30FD)},  # katakana: hiragana
    }
)
# Scripts that put no spaces between words: Thai, Lao, Myanmar, Khmer, kana (the long mark too), Han.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_RUN = compile_late(f"[{_UNSPACED}]+")
_ASCII = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256))
"""What each byte of ASCII is in words: a small letter, a digit or a space."""
_LETTERS = frozenset(ascii_lowercase)
_HAS_LONG = make_search(f"[a-z0-9]{{{LONGEST + 1}}}")


def fold(text: str) -> str:
    """Return ``text`` without what makes no difference to a search: case, accents, spellings of one letter."""
    if text.isascii():
        return text.lower()
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKD", text).lower()).translate(_SAME)


def split_words(text: str) -> list[str]:
    """Return the different words of a text: letters and digits, folded; pairs of neighbours in Chinese, Thai and such.

    They come in the order in which the text first has them. A single Latin letter is no word: it is what an apostrophe
    leaves over.
    """
    folded = text if text.isascii() else fold(text)
    if folded.isascii():
        plain = folded.encode().translate(_ASCII).decode()
        found = dict.fromkeys(plain.split())
        has_long = _HAS_LONG(plain)
    else:
        words = _any_word().findall(folded)
        found = dict.fromkeys(part for word in words for part in (_pair_up(word) if _RUN.search(word) else (word,)))
        has_long = True
    for letter in _LETTERS & found.keys():
        del found[letter]
    return [word for word in found if len(word) <= LONGEST] if has_long else list(found)


def _pair_up(word: str) -> list[str]:
    """Return the pairs of neighbours in each unspaced run, its last character alone, and what stands between runs."""
    parts = [part for part in _RUN.split(word) if part]
    return parts + [run[place : place + 2] for run in _RUN.findall(word) for place in range(len(run))]


@cache
def _any_word() -> re.Pattern[str]:
    """Return what matches letters, digits and the marks that belong to letters (Unicode L, N and M)."""
    marks = [code for code in range(0x300, 0x10000) if unicodedata.category(chr(code))[0] == "M"]
    return re.compile(rf"(?:[^\W_]|[{''.join(map(chr, marks))}])+")
