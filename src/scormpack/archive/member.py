"""One file of a package, compressed: the same bytes on every machine."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache

import deflate

LEVEL = 6
STORED, DEFLATED = 0, 8
_PACKED_ALREADY = {
    *(".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".woff2", ".zip"),
    *(".mp3", ".m4a", ".ogg", ".mp4", ".webm"),
}


@dataclass(frozen=True, slots=True)
class Member:
    """A file as it stands in a zip.

    Attributes:
        data: as stored: raw deflate, or the bytes themselves.
        size: of the file itself, bytes.
        crc: CRC-32 of the file itself.
        method: 0 stored, 8 deflated (APPNOTE 4.4.5).
    """

    data: bytes
    size: int
    crc: int
    method: int


def compress(path: str, data: bytes) -> Member:
    """Return ``data`` as a zip's member; stored where compressing gains nothing."""
    if path[path.rfind(".") :] in _PACKED_ALREADY:
        return Member(data, len(data), zlib.crc32(data), STORED)
    return (_compress_page if path.endswith(".html") else _compress_shared)(data)


def _compress(data: bytes) -> Member:
    packed = bytes(deflate.deflate_compress(data, LEVEL))
    if len(packed) >= len(data):
        return Member(data, len(data), zlib.crc32(data), STORED)
    return Member(packed, len(data), zlib.crc32(data), DEFLATED)


# A page stands in a package of each format; the style sheet, the runtime and the schemas in those of every unit.
_compress_page = lru_cache(maxsize=2)(_compress)
_compress_shared = lru_cache(maxsize=64)(_compress)
