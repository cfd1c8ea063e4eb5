"""How large a picture is, from its first bytes: a page that knows it never moves its text when a picture arrives."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scormpack.late_regex import compile_late

if TYPE_CHECKING:
    from lxml import etree

Size = tuple[int, int]
"""Width and height in CSS pixels."""

COLUMN = 672
"""CSS pixels: ``--measure`` of ``templates/style/tokens.css``."""

_LENGTH = compile_late(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
_TURNED = range(5, 9)
"""EXIF 2.3, orientations in which width and height change places."""


def picture_size(data: bytes) -> Size | None:
    """Return the size of a PNG, JPEG, GIF, WebP or AVIF; None where it is none of them, or cut short."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):  # PNG 3rd edition, 11.2.1 IHDR
            size = struct.unpack(">II", data[16:24])
        elif data.startswith((b"GIF87a", b"GIF89a")):
            size = struct.unpack("<HH", data[6:10])
        elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            size = _webp_size(data)
        elif data.startswith(b"\xff\xd8"):
            size = _jpeg_size(data)
        elif data[4:12] in (b"ftypavif", b"ftypavis"):  # ISO/IEC 23008-12 §6.5.3, the property `ispe`
            at = data.index(b"ispe", 0, 4096)
            size = struct.unpack(">II", data[at + 8 : at + 16])
        else:
            return None
    except (struct.error, IndexError, ValueError):
        return None
    return (size[0], size[1]) if min(size) > 0 else None


def drawing_size(root: etree._Element) -> Size | None:
    """Return the size of an SVG by its ``width`` and ``height`` (SVG 2, 8.2).

    One that has none fills the column of text; its ``viewBox`` says how high it is then (SVG 2, 8.6).
    """
    lengths = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if lengths[0] and lengths[1]:
        width, height = float(lengths[0][1]), float(lengths[1][1])
        return (max(1, round(width)), max(1, round(height))) if min(width, height) > 0 else None
    try:
        _, _, width, height = (float(number) for number in re.split(r"[\s,]+", root.get("viewBox", "").strip()))
    except ValueError:
        return None
    return (COLUMN, max(1, round(COLUMN * height / width))) if min(width, height) > 0 else None


def _webp_size(data: bytes) -> tuple[int, ...]:
    """RFC 9649 §2.5 to §2.7."""
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF


def _jpeg_size(data: bytes) -> tuple[int, ...]:
    turned = False
    for marker, segment in _jpeg_segments(data):
        if marker == 0xE1 and segment.startswith(b"Exif\0\0"):
            turned = _orientation(segment[6:]) in _TURNED
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # ITU T.81, table B.1: frame headers
            height, width = struct.unpack(">HH", segment[1:5])
            return (height, width) if turned else (width, height)
    return (0, 0)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + length


def _orientation(tiff: bytes) -> int:
    order = "<" if tiff.startswith(b"II") else ">"
    (start,) = struct.unpack(f"{order}I", tiff[4:8])
    (count,) = struct.unpack(f"{order}H", tiff[start : start + 2])
    for index in range(min(count, 64)):
        at = start + 2 + 12 * index
        tag, _, _, value = struct.unpack(f"{order}HHIH", tiff[at : at + 10])
        if tag == 0x0112:
            return int(value)
    return 1
