"""Brackets that a formula opens and never closes: the library's work doubles with each (math-core 0.9.0)."""

from __future__ import annotations

import re

from scormpack.late_regex import compile_late

MOST_OPEN = 8
"""Intervals such as ``[0, 1[`` leave a few open; ten times as long with three more, an hour with thirty."""
MOST_CHARACTERS = 4000

_TOKEN = compile_late(r"\\(?:[A-Za-z]+|.)|[\[\](){}&]", re.DOTALL)
_NAMES = (
    *("brack", "brace", "angle", "floor", "ceil", "vert", "Vert", "group", "moustache", "paren", "ang"),
    *("Brack", "Brace", "Angle", "Paren", "bbrk", "lbracket", "lparenthesis", "lcorner"),
)
_OPENING = frozenset(["[", "(", r"\{", r"\ulcorner", *(rf"\l{name}" for name in _NAMES)])
# `\llbracket` is closed by `\rrbracket`, the others by the same name with an r.
_CLOSING = frozenset(["]", ")", r"\}", r"\urcorner", *(rf"\r{re.sub('^l', 'r', name)}" for name in _NAMES)])


def count_open(latex: str) -> int:
    """Return how many brackets stay open at the end of the group, or of the table's cell, that they stand in.

    Brackets of any two kinds close each other, as the library has it.
    """
    left = 0
    groups = [0]
    for mark in _TOKEN.findall(latex):
        if mark in _OPENING:
            groups[-1] += 1
        elif mark in _CLOSING:
            groups[-1] = max(0, groups[-1] - 1)
        elif mark == "{":
            groups.append(0)
        elif mark in ("}", "&", r"\\"):
            left += groups[-1]
            groups[-1] = 0
            if mark == "}" and len(groups) > 1:
                groups.pop()
    return left + sum(groups)
