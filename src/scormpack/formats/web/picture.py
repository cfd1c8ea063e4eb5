"""A PNG of two colours (PNG, third edition; sections cited at the lines)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

import deflate

_LEVEL = 9


def write_png(size: int, squares: Sequence[Sequence[bool]], ground: str, ink: str) -> bytes:
    """Return a square picture with ``squares`` in its middle.

    Args:
        size: of each side, pixels.
        squares: rows of equal length, True where there is ink.
        ground: ``#rrggbb``, to the very edge: a phone cuts the shape that it likes.
        ink: ``#rrggbb``.
    """
    across = len(squares[0])
    # Within the circle of 80 % that no phone cuts off (Web Application Manifest, 9.3).
    side = size * 7 // 10 // max(across, len(squares))
    left, top = (size - side * across) // 2, (size - side * len(squares)) // 2
    blank = b"\0" * (size + 1)  # each line begins with its filter: none (7.3)
    lines = [blank] * top
    for row in squares:
        inked = b"".join((b"\1" if one else b"\0") * side for one in row)
        lines += [(b"\0" * (left + 1) + inked).ljust(size + 1, b"\0")] * side
    lines += [blank] * (size - len(lines))
    packed = bytes(deflate.zlib_compress(b"".join(lines), _LEVEL))  # the same bytes with every system's zlib
    head = struct.pack(">2I5B", size, size, 8, 3, 0, 0, 0)  # 8 bits a pixel, by palette (11.2.1)
    palette = bytes.fromhex(ground[1:] + ink[1:])
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))  # 5.3
