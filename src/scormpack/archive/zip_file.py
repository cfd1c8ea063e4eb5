"""The zip format, as little of it as a package needs (PKWARE APPNOTE 6.3.10; sections cited at the lines).

No library writes members that are compressed already; the same stylesheet stands in 3,192 packages and is
compressed once.
"""

from __future__ import annotations

import os
import struct
import time
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from scormpack.archive.member import Member, compress
from scormpack.archive.replacement import replace_file
from scormpack.errors import PackageError

_LOCAL = struct.Struct("<4s5H3L2H")  # 4.3.7
_CENTRAL = struct.Struct("<4s6H3L5HL")  # 4.3.12, without its last field:
_PLACE = struct.Struct("<L")  # where the member begins
_END = struct.Struct("<4s4H2LH")  # 4.3.16
_VERSION = 20  # 4.4.3: deflate
_UNIX = 3 << 8  # 4.4.2: the host whose permissions the external attributes hold
_UTF8 = 1 << 11  # 4.4.4: language encoding flag
_MODE = 0o100644 << 16  # a regular file, rw-r--r--
_MOST_MEMBERS, _MOST_BYTES = 0xFFFF, 0xFFFFFFFF  # beyond: zip64, which LMSs do not all read

EARLIEST = (0x21, 0)
"""1980-01-01 00:00:00, the first moment a zip can hold, as DOS date and time (4.4.6)."""


def write_zip(package: Mapping[str, bytes], target: Path) -> None:
    """Write ``package`` (path to bytes, in this order) to ``target``, whole or not at all.

    Members are dated 1980-01-01, or ``SOURCE_DATE_EPOCH`` (UTC) where the environment has it.

    Raises:
        PackageError: when the package is beyond what a plain zip holds (65,535 files, 4 GiB).
    """
    replace_file(target, zip_package(package, target.name))


def zip_package(package: Mapping[str, bytes], name: str) -> bytes:
    """Return ``package`` as a zip file; ``name`` is what an error calls it.

    Raises:
        PackageError: when it is beyond a plain zip.
    """
    return zip_members({path: compress(path, data) for path, data in package.items()}, name)


def zip_members(members: Mapping[str, Member], name: str) -> bytes:
    """Return the zip file of ``members``, in their order.

    Raises:
        PackageError: when it is beyond a plain zip.
    """
    date, clock = dos_time(os.environ.get("SOURCE_DATE_EPOCH"))
    total = sum(len(member.data) + 2 * len(path) + 100 for path, member in members.items())
    if len(members) > _MOST_MEMBERS or total > _MOST_BYTES:
        fault = (
            f"it has {len(members):,} files and {total:,} bytes; a zip holds 65,535 files and 4 GiB: use smaller units"
        )
        raise PackageError(name, [fault])
    body: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for path, (data, size, crc, method) in members.items():
        local, central, encoded = _headers(path, method, clock, date, crc, len(data), size)
        directory += (central, _PLACE.pack(place), encoded)
        body += (local, encoded, data)
        place += len(local) + len(encoded) + len(data)
    length = sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, len(members), len(members), length, place, 0)
    return b"".join((*body, *directory, end))  # the members' bytes are copied once


@lru_cache(maxsize=64)  # most members of a package stand in those of every unit
def _headers(path: str, *known: int) -> tuple[bytes, bytes, bytes]:
    """Return a member's local header, that of the directory without the place, and the path that follows either.

    ``known`` are method, time, date, CRC-32, and the size compressed and not.
    """
    encoded = path.encode()
    common = (_UTF8, *known, len(encoded), 0)
    central = _CENTRAL.pack(b"PK\1\2", _UNIX | _VERSION, _VERSION, *common, 0, 0, 0, _MODE)
    return _LOCAL.pack(b"PK\3\4", _VERSION, *common), central, encoded


def dos_time(epoch: str | None) -> tuple[int, int]:
    """Return date and time (4.4.6) of ``SOURCE_DATE_EPOCH`` seconds, UTC; the earliest where there is none."""
    if not epoch or not epoch.isdecimal() or len(epoch) > 12:
        return EARLIEST
    year, month, day, hour, minute, second, *_ = time.gmtime(int(epoch))
    if not 1980 <= year <= 2107:
        return EARLIEST
    return (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
