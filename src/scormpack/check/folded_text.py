"""Texts made alike where learners cannot tell them apart."""

from __future__ import annotations

from scormpack.late_regex import compile_late
from scormpack.markup.searches import make_search

_EMPHASIS = compile_late(r"(\*{1,3}|_{1,3})(?=\S)(.*\S)\1")
_ENDS = frozenset(".,;:!?\u2026\u3002\uff0c\uff01\uff1f\u060c\u061b\u061f\u0964")
_END = compile_late(rf"(?<=[^\W\d]|\*)[{''.join(_ENDS)}]+$")

# Words and marks of ASCII with single spaces between them, and none of what is taken off below but one mark at the end
# of a word: most texts.
_WORDS = r"[!-#%-)+-^a-~](?: ?[!-#%-_a-~])*"
_SIMPLE = rf"[!-~]|{_WORDS} ?[\"-#%-+\-/-9<->@-_a-~]"
_IS_SIMPLE = make_search(rf"\A(?:{_SIMPLE})\z")
_ARE_SIMPLE = make_search(rf"\A(?:{_SIMPLE})(?:\n(?:{_SIMPLE}))*\z")
_IS_SENTENCE = make_search(rf"\A{_WORDS}[A-Za-z][!,.:;?]\z")


def fold(text: str) -> str:
    """Return a text without what does not tell it from another: capitals, spaces, emphasis, the mark at its end.

    In code and formulas all but spaces counts.
    """
    if _IS_SIMPLE(text):
        return text.casefold()
    if _IS_SENTENCE(text):
        return text[:-1].casefold()
    if "`" in text or "$" in text:
        return " ".join(text.split())
    plain = text.casefold().strip()
    if "  " in plain or not plain.isprintable():  # line breaks, tabs and other spaces are not
        plain = " ".join(plain.split())
    if plain[-1:] in _ENDS:
        plain = _END.sub("", plain)
    if plain[:1] in ("*", "_") and (emphasis := _EMPHASIS.fullmatch(plain)):
        plain = _END.sub("", emphasis[2])
    return plain


def fold_all(texts: list[str]) -> list[str]:
    """Return each text folded."""
    joined = "\n".join(texts)
    if _ARE_SIMPLE(joined):  # nearly all are
        folded = joined.casefold().split("\n")
        if len(folded) == len(texts):  # no text has several lines
            return folded
    return list(map(fold, texts))


def width(text: str) -> int:
    """Return about how long a text looks, in small Latin letters: a Chinese character takes two."""
    return len(text) if text.isascii() else sum(2 if letter >= "\u2e80" else 1 for letter in text)
