"""What stands before a member's content: it repeats the directory, and a hostile zip lets the two differ."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from scormpack.archive.reading.directory import Entry

_LOCAL = struct.Struct("<4s5H3L2H")  # APPNOTE 6.3.10, 4.3.7
_ENCRYPTED, _STREAMED = 1 << 0, 1 << 3  # 4.4.4
_ALL32 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class LocalHeader:
    """A member's own header.

    Attributes:
        start: first byte of the content, from the file's beginning.
        differs: what is not as in the directory, in words: ``name``, ``size``, …
        name: as it stands there.
    """

    start: int
    differs: tuple[str, ...]
    name: bytes


def read_local_header(file: BinaryIO, entry: Entry) -> LocalHeader | None:
    """Return the header of a member; None where there is none at its place."""
    if entry.offset >= file.seek(0, 2):
        return None
    file.seek(entry.offset)
    data = file.read(_LOCAL.size)
    if len(data) < _LOCAL.size or not data.startswith(b"PK\3\4"):
        return None
    _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = _LOCAL.unpack(data)
    name = file.read(name_length)
    pairs = [
        ("name", name, entry.raw),
        ("compression", method, entry.method),
        ("encryption", bool(flags & _ENCRYPTED), entry.is_encrypted),
    ]
    if not flags & _STREAMED:  # 4.4.4: else the sizes follow the content
        pairs += [("checksum", crc, entry.crc)]
        pairs += [
            (what, here, there)
            for what, here, there in (("size", size, entry.size), ("packed size", packed, entry.packed))
            if here != _ALL32  # 4.5.3: zip64
        ]
    differs = tuple(what for what, here, there in pairs if here != there)
    return LocalHeader(entry.offset + _LOCAL.size + name_length + extra_length, differs, name)
