"""The directory of a zip: what it says of its members (PKWARE APPNOTE 6.3.10; sections cited at the lines)."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from scormpack.archive.reading.end_record import EndRecord, read_end_record

_CENTRAL = struct.Struct("<4s6H3L5H2L")  # 4.3.12
_ENCRYPTED, _UTF8 = 1 << 0, 1 << 11  # 4.4.4
_UNIX, _DARWIN = 3, 19  # 4.4.2
_ALL32 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Entry:
    """One member, as the directory has it.

    Attributes:
        name: decoded; what is not UTF-8 where it should be comes out as U+FFFD.
        raw: the name's bytes.
        is_utf8: whether the zip says that names are UTF-8.
        is_encrypted: whether it wants a password.
        method: of compression: 0 stored, 8 deflated.
        crc: CRC-32 of the content.
        packed: bytes in the zip.
        size: bytes of the content.
        offset: of its local header, from the file's beginning.
        mode: Unix mode, 0 where there is none.
    """

    name: str
    raw: bytes
    is_utf8: bool
    is_encrypted: bool
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    mode: int

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder and no file."""
        return self.name.endswith("/")


@dataclass(frozen=True, slots=True)
class Directory:
    """All of a zip's members, in its order.

    Attributes:
        entries: one for each member.
        end: where the directory is, and how many members it should list.
        length: bytes of the file.
    """

    entries: tuple[Entry, ...]
    end: EndRecord
    length: int


def read_directory(file: BinaryIO) -> Directory:
    """Return what the zip's directory lists; where it breaks off, what stands before.

    Raises:
        ArchiveError: where there is no directory that can be read.
    """
    end = read_end_record(file)
    file.seek(end.start)
    return Directory(tuple(_entries(file.read(end.size), end)), end, file.seek(0, 2))


def _entries(data: bytes, end: EndRecord) -> Iterator[Entry]:
    position = 0
    while position + _CENTRAL.size <= len(data):
        fields = _CENTRAL.unpack_from(data, position)
        magic, made_by, _, flags, method, _, _, crc, packed, size = fields[:10]
        name, extra, comment, _, _, attributes, offset = fields[10:]
        start = position + _CENTRAL.size
        position = start + name + extra + comment
        if magic != b"PK\1\2" or position > len(data):
            return
        packed, size, offset = _large(packed, size, offset, data[start + name : start + name + extra])
        raw = data[start : start + name]
        yield Entry(
            name=_decode(raw, is_utf8=bool(flags & _UTF8)),
            raw=raw,
            is_utf8=bool(flags & _UTF8),
            is_encrypted=bool(flags & _ENCRYPTED),
            method=method,
            crc=crc,
            packed=packed,
            size=size,
            offset=offset + end.prefix,
            mode=attributes >> 16 if made_by >> 8 in {_UNIX, _DARWIN} else 0,
        )


def _decode(raw: bytes, *, is_utf8: bool) -> str:
    """4.4.4: UTF-8 by the flag, else IBM 437; NUL and the like stay, for they are told."""
    if is_utf8 or raw.isascii():
        return raw.decode("utf-8", "replace")
    return unicodedata.normalize("NFC", raw.decode("cp437"))


def _large(packed: int, size: int, offset: int, extra: bytes) -> tuple[int, int, int]:
    """4.5.3: what does not fit in 32 bits stands in an extra field: size, packed size, offset, in this order."""
    position = 0
    while _ALL32 in {packed, size, offset} and position + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, position)
        if kind == 1:
            field = extra[position + 4 : position + 4 + length]
            large = iter([int.from_bytes(field[at : at + 8], "little") for at in range(0, len(field) - 7, 8)])
            size = next(large, size) if size == _ALL32 else size
            packed = next(large, packed) if packed == _ALL32 else packed
            return packed, size, next(large, offset) if offset == _ALL32 else offset
        position += 4 + length
    return packed, size, offset
