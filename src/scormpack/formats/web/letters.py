"""Letters in squares, five wide and seven high: enough for an icon where no font can be had."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 5, 7
_ROWS = {
    "A": "0e 11 11 1f 11 11 11", "B": "1e 11 11 1e 11 11 1e", "C": "0e 11 10 10 10 11 0e", "D": "1e 11 11 11 11 11 1e",
    "E": "1f 10 10 1e 10 10 1f", "F": "1f 10 10 1e 10 10 10", "G": "0e 11 10 17 11 11 0e", "H": "11 11 11 1f 11 11 11",
    "I": "0e 04 04 04 04 04 0e", "J": "07 02 02 02 02 12 0c", "K": "11 12 14 18 14 12 11", "L": "10 10 10 10 10 10 1f",
    "M": "11 1b 15 15 11 11 11", "N": "11 11 19 15 13 11 11", "O": "0e 11 11 11 11 11 0e", "P": "1e 11 11 1e 10 10 10",
    "Q": "0e 11 11 11 15 12 0d", "R": "1e 11 11 1e 14 12 11", "S": "0f 10 10 0e 01 01 1e", "T": "1f 04 04 04 04 04 04",
    "U": "11 11 11 11 11 11 0e", "V": "11 11 11 11 11 0a 04", "W": "11 11 11 15 15 15 0a", "X": "11 11 0a 04 0a 11 11",
    "Y": "11 11 11 0a 04 04 04", "Z": "1f 01 02 04 08 10 1f", "0": "0e 11 13 15 19 11 0e", "1": "04 0c 04 04 04 04 0e",
    "2": "0e 11 01 02 04 08 1f", "3": "1f 02 04 02 01 11 0e", "4": "02 06 0a 12 1f 02 02", "5": "1f 10 1e 01 01 11 0e",
    "6": "06 08 10 1e 11 11 0e", "7": "1f 01 02 04 08 08 08", "8": "0e 11 11 0e 11 11 0e", "9": "0e 11 11 0f 01 02 0c",
}  # fmt: skip
_LINES = "1f 00 1f 00 1f 00 1c"
"""A page of text: for a script that is not here."""


def draw_letters(letters: str) -> tuple[Sequence[bool], ...]:
    """Return rows of squares, True where there is ink, one empty column between letters.

    Where one of them is neither a Latin capital nor a digit, a page of text is drawn instead.
    """
    known = [_ROWS[letter] for letter in letters] if letters and set(letters) <= _ROWS.keys() else [_LINES]
    drawn = [[_bits(row) for row in rows.split()] for rows in known]
    return tuple(_joined([letter[row] for letter in drawn]) for row in range(HEIGHT))


def _bits(row: str) -> list[bool]:
    return [bool(int(row, 16) >> place & 1) for place in range(WIDTH - 1, -1, -1)]


def _joined(parts: Sequence[list[bool]]) -> list[bool]:
    line = list(parts[0])
    for part in parts[1:]:
        line += [False, *part]
    return line
