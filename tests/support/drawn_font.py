"""A font of blocks, drawn when a test needs one: each letter is nine tenths of its size wide."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

WIDTH = 0.9
"""Of every letter, as a part of the font's size; no system's font has so wide an "i"."""
_EM = 1000


def draw_font(path: Path) -> None:
    """Write a TrueType font with the visible letters of ASCII to ``path``."""
    names = {code: f"u{code:04X}" for code in range(32, 127)}
    every = [".notdef", *names.values()]
    pen = TTGlyphPen(None)
    for corner, point in enumerate(((50, 0), (50, 700), (850, 700), (850, 0))):
        (pen.lineTo if corner else pen.moveTo)(point)
    pen.closePath()
    block = pen.glyph()
    font = FontBuilder(_EM, isTTF=True)
    font.setupGlyphOrder(every)
    font.setupCharacterMap(names)
    font.setupGlyf(dict.fromkeys(every, block))
    font.setupHorizontalMetrics(dict.fromkeys(every, (round(WIDTH * _EM), 50)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Blocks", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.save(path)
