"""One file of a package, compressed: the same bytes on every machine."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import deflate

from scormpack.render.build_id import split_page

LEVEL = 6
STORED, DEFLATED = 0, 8
_STORED_BLOCK = struct.Struct("<BHH")
_ONES = 0xFFFFFFFF
_PACKED_ALREADY = {
    *(".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".woff2", ".zip"),
    *(".mp3", ".m4a", ".ogg", ".mp4", ".webm"),
}


class Member(NamedTuple):
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
    if not path.endswith(".html"):
        return _compress_shared(data)
    beginning, rest = split_page(data)
    packed = _compress_page(rest)
    if not beginning:
        return packed
    return prepend(beginning, [packed])[0] if packed.method == DEFLATED else _compress_page(data)


def prepend(beginning: bytes, members: Sequence[Member]) -> list[Member]:
    """Return members with the same few bytes before the file of each; what is compressed is not looked at again.

    Args:
        beginning: at most 65,535 bytes: a block of its own that is stored (RFC 1951, 3.2.4).
        members: all deflated.
    """
    block = _STORED_BLOCK.pack(0, len(beginning), len(beginning) ^ 0xFFFF) + beginning
    checks = _checks_after(zlib.crc32(beginning), members)
    return [
        Member(block + member.data, len(beginning) + member.size, check, DEFLATED)
        for member, check in zip(members, checks, strict=True)
    ]


def _checks_after(check: int, members: Sequence[Member]) -> list[int]:
    """Return the CRC-32 of each member's file after bytes whose own is ``check``.

    It is the exclusive or of its own and ``check`` carried on over as many zeros, which is done once for all of them.
    """
    zeros = bytes(max((member.size for member in members), default=0))
    checks = [0] * len(members)
    carried, size = check ^ _ONES, 0
    for place, member in sorted(enumerate(members), key=lambda one: one[1].size):
        carried = zlib.crc32(zeros[: member.size - size], carried)
        size = member.size
        checks[place] = carried ^ _ONES ^ member.crc
    return checks


def expand(member: Member) -> bytes:
    """Return the bytes of a member's file."""
    return member.data if member.method == STORED else zlib.decompress(member.data, -zlib.MAX_WBITS, member.size)


def _compress(data: bytes) -> Member:
    packed = bytes(deflate.deflate_compress(data, LEVEL))
    if len(packed) >= len(data):
        return Member(data, len(data), zlib.crc32(data), STORED)
    return Member(packed, len(data), zlib.crc32(data), DEFLATED)


# A page stands in a package of each format; the style sheet, the runtime and the schemas in those of every unit.
_compress_page = lru_cache(maxsize=2)(_compress)
_compress_shared = lru_cache(maxsize=64)(_compress)
