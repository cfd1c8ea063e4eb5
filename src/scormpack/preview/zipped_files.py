"""The files of a zip that nobody vouches for: read one at a time from memory or the file, never extracted."""

from __future__ import annotations

import hashlib
import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from scormpack.errors import PackageError

MOST_MEMBERS = 20_000
MOST_BYTES = 2 << 30
"""Unpacked, all together."""
LARGEST_MEMBER = 256 << 20
"""Unpacked: what is read into memory for one request."""
LARGEST_PACKAGE = 1 << 30
"""The zip itself, which is held in memory: it stays whole while its file is written anew."""
_LONGEST_NAME = 1024


class ZippedFiles:
    """A package's files by their path.

    Attributes:
        name: what an error calls the package.
        sha256: of the zip, hexadecimal.
        bytes: size of the zip.
        members: path to size unpacked, of every member that may be served.
        faults: a sentence for each member that is not served, and why.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Read the zip's directory.

        Raises:
            PackageError: where it is no zip, or larger than a preview may be asked to hold.
        """
        self.name = name
        self.bytes = len(data)
        self.sha256 = hashlib.sha256(data).hexdigest()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            listed = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise PackageError(name, [f"it is no zip that can be read ({error})"]) from error
        if len(listed) > MOST_MEMBERS:
            raise PackageError(name, [f"it has {len(listed):,} files; a preview opens {MOST_MEMBERS:,}"])
        if sum(info.file_size for info in listed) > MOST_BYTES:
            raise PackageError(name, ["unpacked it would be larger than 2 GiB; a preview does not open that"])
        self._served: dict[str, zipfile.ZipInfo] = {}
        faults: list[str] = []
        for info in listed:
            if info.is_dir():
                continue
            fault = _fault_of(info) or (f"`{info.filename}` is there twice" if info.filename in self._served else None)
            if fault is None:
                self._served[info.filename] = info
            else:
                faults.append(fault)
        self.faults = tuple(faults)

    @property
    def members(self) -> Mapping[str, int]:
        """Path to size unpacked."""
        return MappingProxyType({path: info.file_size for path, info in self._served.items()})

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes; None where there is none of exactly that path.

        Raises:
            PackageError: where the member is damaged or larger than its directory says.
        """
        info = self._served.get(path)
        if info is None:
            return None
        try:
            with self._zip.open(info) as member:
                return member.read(info.file_size)  # no more than it promised, whatever it holds
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError) as error:
            raise PackageError(self.name, [f"`{path}` cannot be read ({error})"]) from error


def read_zip_file(file: Path) -> bytes:
    """Return the bytes of a package's file.

    Raises:
        PackageError: where it cannot be read, or is larger than a preview holds.
    """
    try:
        size = file.stat().st_size
        if size > LARGEST_PACKAGE:
            raise PackageError(file.name, [f"it has {size:,} bytes; a preview opens up to 1 GiB"])
        return file.read_bytes()
    except OSError as error:
        raise PackageError(file.name, [f"it cannot be read ({error.strerror or error})"]) from error


def _fault_of(info: zipfile.ZipInfo) -> str | None:
    """Return why a member is not served: nothing that a web server could take for a place outside the package."""
    raw = info.orig_filename
    path = raw.partition("\0")[0]
    shown = f"`{path[:80].encode('unicode_escape').decode()}`"
    faults = {
        f"{shown} has a backslash in its name, where a zip separates folders with `/`": "\\" in raw,
        f"{shown} is an absolute path": path.startswith("/") or path[1:2] == ":",
        f"{shown} has an empty part, `.` or `..` in its path": not {"", ".", ".."}.isdisjoint(path.split("/")),
        f"{shown} is no file name": "\0" in raw or len(path) > _LONGEST_NAME,
        f"{shown} is a symbolic link": stat.S_ISLNK(info.external_attr >> 16),
        f"{shown} is encrypted": bool(info.flag_bits & 1),
        f"{shown} has {info.file_size:,} bytes; a preview serves files up to 256 MiB": info.file_size > LARGEST_MEMBER,
    }
    return next((fault for fault, is_so in faults.items() if is_so), None)
