"""What a learner types, as the marking sees it: the same steps as runtime/questions/text_match.ts."""

from __future__ import annotations

import re
import unicodedata

from scormpack.late_regex import compile_late
from scormpack.model.questions.fill_in import Match

_ACCENTS = compile_late("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]")
_UNSEEN = "\u200b\u200e\u200f\u061c\u2066\u2067\u2068\u2069\ufeff"
_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013", "-"),
        **dict.fromkeys(_UNSEEN, None),
    }
)


def as_marked(text: str, match: Match) -> str:
    """Return ``text`` without what does not matter under ``match``: two texts are one answer where these are equal."""
    plain = unicodedata.normalize("NFC", text).translate(_STRAIGHT).strip()
    if not match.spaces:
        plain = re.sub(r"\s+", " ", plain)
    if not match.case:
        plain = plain.upper().lower()
    if not match.accents:
        plain = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", plain)))
    return plain
