"""Zips that no honest tool writes: each field of PKWARE APPNOTE 4.3 can be set against the truth."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_UNIX = 3 << 8


@dataclass(frozen=True)
class Raw:
    """One member. What is None is as it should be.

    Attributes:
        name: in the directory.
        data: content.
        method: of compression, as the zip says; 8 is really deflated, all else stored.
        flags: general purpose bits; 0x800 says UTF-8.
        mode: Unix mode.
        stands: bytes that are really there.
        size, crc, packed: as both headers say.
        local_name, local_size: as the member's own header says.
        at: where the directory says that it begins.
    """

    name: bytes
    data: bytes = b"x"
    method: int = 8
    flags: int = 0
    mode: int = 0o100644
    stands: bytes | None = None
    size: int | None = None
    crc: int | None = None
    packed: int | None = None
    local_name: bytes | None = None
    local_size: int | None = None
    at: int | None = None


def raw_zip(*members: Raw, prefix: bytes = b"", count: int | None = None, zip64: bool = False) -> bytes:
    """Return the zip of these members, with a directory that says ``count`` of them."""
    body, directory = bytearray(), bytearray()
    for member in members:
        packed = _deflate(member.data) if member.method == 8 else member.data
        packed = packed if member.stands is None else member.stands
        crc = zlib.crc32(member.data) if member.crc is None else member.crc
        size = len(member.data) if member.size is None else member.size
        length = len(packed) if member.packed is None else member.packed
        offset = len(body) if member.at is None else member.at
        local_name = member.name if member.local_name is None else member.local_name
        local_size = min(size, 0xFFFFFFFF) if member.local_size is None else member.local_size
        extra = struct.pack("<2H3Q", 1, 24, size, length, offset) if zip64 else b""
        sizes = (0xFFFFFFFF,) * 2 if zip64 else (length, size)
        directory += _CENTRAL.pack(
            b"PK\1\2", _UNIX | 20, 20, member.flags, member.method, 0, 0x21, crc, *sizes, len(member.name), len(extra),
            0, 0, 0, member.mode << 16, 0xFFFFFFFF if zip64 else offset,
        ) + member.name + extra  # fmt: skip
        body += _LOCAL.pack(
            b"PK\3\4", 20, member.flags, member.method, 0, 0x21, crc, length, local_size, len(local_name), 0
        ) + local_name + packed  # fmt: skip
    number = len(members) if count is None else count
    end = _END.pack(b"PK\5\6", 0, 0, min(number, 0xFFFF), min(number, 0xFFFF), len(directory), len(body), 0)
    if zip64:
        record = _END64.pack(b"PK\6\6", 44, 45, 45, 0, 0, number, number, len(directory), len(body))
        locator = _LOCATOR.pack(b"PK\6\7", 0, len(body) + len(directory), 1)
        end = record + locator + _END.pack(b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return prefix + bytes(body) + bytes(directory) + end


def _deflate(data: bytes) -> bytes:
    deflater = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflater.compress(data) + deflater.flush()
