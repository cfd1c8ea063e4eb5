"""The end of a zip, which says where its directory is (PKWARE APPNOTE 6.3.10, 4.3.14 to 4.3.16)."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import BinaryIO

from scormpack.errors import ArchiveError

_MAGIC = b"PK\5\6"
_END = struct.Struct("<4s4H2LH")  # 4.3.16
_LOCATOR = struct.Struct("<4sLQL")  # 4.3.15
_END64 = struct.Struct("<4sQ2H2L4Q")  # 4.3.14
_LONGEST_COMMENT = 0xFFFF
MOST_MEMBERS = 100_000
MOST_DIRECTORY_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class EndRecord:
    """Where the directory is.

    Attributes:
        count: members that it should list.
        start: its first byte, from the file's beginning.
        size: bytes.
        prefix: bytes before the zip proper; every offset in it counts from there.
        after: bytes that follow the zip.
    """

    count: int
    start: int
    size: int
    prefix: int
    after: int


def read_end_record(file: BinaryIO) -> EndRecord:
    """Find the directory of a zip.

    Raises:
        ArchiveError: where the file is no zip, breaks off, spans disks or lists more than anybody would read.
    """
    length = file.seek(0, 2)
    file.seek(max(0, length - _END.size - _LONGEST_COMMENT))
    tail = file.read()
    position = _find(tail)
    if position < 0:
        raise _why_no_end(file, length)
    _, disk, first_disk, here, count, size, offset, comment = _END.unpack_from(tail, position)
    end = length - len(tail) + position
    after = len(tail) - position - _END.size - comment
    if 0xFFFF in {disk, first_disk, here, count} or 0xFFFFFFFF in {size, offset}:
        file.seek(max(0, end - _LOCATOR.size))
        locator = file.read(_LOCATOR.size)
        if len(locator) == _LOCATOR.size and locator.startswith(b"PK\6\7"):
            end, (disk, first_disk, here, count, size, offset) = _read_zip64(file, end - _LOCATOR.size)
    if disk or first_disk or here != count:
        raise ArchiveError("zip-disks", "the zip is one part of several: save it as one file")
    if count > MOST_MEMBERS or size > MOST_DIRECTORY_BYTES:
        raise ArchiveError(
            "zip-members",
            f"the zip lists {count:,} files; scormpack reads {MOST_MEMBERS:,} at most, and most LMSs fewer",
        )
    prefix = end - size - offset
    if prefix < 0:
        raise ArchiveError("zip-truncated", "the zip's directory lies beyond its end: it is damaged, save it again")
    return EndRecord(count, end - size, size, prefix, after)


def _find(tail: bytes) -> int:
    """Return where the end record begins: best one whose comment ends the file; -1 where there is none."""
    whole = []
    for match in re.finditer(re.escape(_MAGIC), tail):
        if match.start() + _END.size <= len(tail):
            comment = _END.unpack_from(tail, match.start())[-1]
            whole.append((match.start(), len(tail) - match.start() - _END.size - comment))
    exact = [position for position, after in whole if after == 0]
    return (exact or [position for position, after in whole if after > 0] or [-1])[-1]


def _read_zip64(file: BinaryIO, locator: int) -> tuple[int, tuple[int, int, int, int, int, int]]:
    """Return where the zip64 end record begins, and what it says; it stands right before its locator."""
    position = locator - _END64.size
    if position >= 0:
        file.seek(position)
        record = file.read(_END64.size)
        if record.startswith(b"PK\6\6"):
            _, _, _, _, disk, first_disk, here, count, size, offset = _END64.unpack(record)
            return position, (disk, first_disk, here, count, size, offset)
    raise ArchiveError("zip-truncated", "the zip's 64-bit directory is not where it should be: it is damaged")


def _why_no_end(file: BinaryIO, length: int) -> ArchiveError:
    file.seek(0)
    start = file.read(8)
    if not length:
        return ArchiveError("zip-none", "the file is empty")
    if start.startswith(b"PK\3\4"):
        return ArchiveError(
            "zip-truncated", "the zip breaks off before its directory: it was not fully copied or saved"
        )
    kinds = {b"Rar!": "a RAR archive", b"7z\xbc\xaf": "a 7-Zip archive", b"\x1f\x8b": "a gzip file", b"%PDF": "a PDF"}
    kind = next((kind for magic, kind in kinds.items() if start.startswith(magic)), "no zip")
    return ArchiveError("zip-none", f"the file is {kind}: an LMS takes a zip")
