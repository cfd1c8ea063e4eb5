"""The files of a zip that nobody vouches for: read one at a time from memory, never extracted."""

from __future__ import annotations

import hashlib
import io
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from scormpack.archive.reading import Entry, read_directory, unpack
from scormpack.errors import ArchiveError, PreviewError

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
        faults: a sentence for each member that is not served, and why.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Read the zip's directory.

        Raises:
            PreviewError: where it is no zip, or larger than a preview may be asked to hold.
        """
        self.name = name
        self.bytes = len(data)
        self.sha256 = hashlib.sha256(data).hexdigest()
        self._data = data
        try:
            entries = read_directory(io.BytesIO(data)).entries
        except ArchiveError as error:
            raise PreviewError(name, [error.sentence]) from error
        if len(entries) > MOST_MEMBERS:
            raise PreviewError(name, [f"it has {len(entries):,} files; a preview opens {MOST_MEMBERS:,}"])
        if sum(entry.size for entry in entries) > MOST_BYTES:
            raise PreviewError(name, ["unpacked it would be larger than 2 GiB; a preview does not open that"])
        self._served: dict[str, Entry] = {}
        faults: list[str] = []
        for entry in entries:
            if entry.is_folder:
                continue
            fault = _fault_of(entry) or (f"`{entry.name}` is there twice" if entry.name in self._served else None)
            if fault is None:
                self._served[entry.name] = entry
            else:
                faults.append(fault)
        self.faults = tuple(faults)

    @property
    def members(self) -> Mapping[str, int]:
        """Path to size unpacked, of every member that may be served."""
        return MappingProxyType({path: entry.size for path, entry in self._served.items()})

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes; None where there is none of exactly that path.

        Raises:
            PreviewError: where the member is damaged or larger than its directory says.
        """
        entry = self._served.get(path)
        if entry is None:
            return None
        try:
            return b"".join(unpack(io.BytesIO(self._data), entry))  # a reader of its own: others may read meanwhile
        except ArchiveError as error:
            raise PreviewError(self.name, [f"`{path}`: {error.sentence}"]) from error


def read_zip_file(file: Path) -> bytes:
    """Return the bytes of a package's file.

    Raises:
        PreviewError: where it cannot be read, or is larger than a preview holds.
    """
    try:
        size = file.stat().st_size
        if size > LARGEST_PACKAGE:
            raise PreviewError(file.name, [f"it has {size:,} bytes; a preview opens up to 1 GiB"])
        return file.read_bytes()
    except OSError as error:
        raise PreviewError(file.name, [f"it cannot be read ({error.strerror or error})"]) from error


def _fault_of(entry: Entry) -> str | None:
    """Return why a member is not served: nothing that a web server could take for a place outside the package."""
    path = entry.name
    shown = f"`{path[:80].encode('unicode_escape').decode()}`"
    faults = {
        f"{shown} has a backslash in its name, where a zip separates folders with `/`": "\\" in path,
        f"{shown} is an absolute path": path.startswith("/") or path[1:2] == ":",
        f"{shown} has an empty part, `.` or `..` in its path": not {"", ".", ".."}.isdisjoint(path.split("/")),
        f"{shown} is no file name": "\0" in path or len(path) > _LONGEST_NAME,
        f"{shown} is a symbolic link": stat.S_ISLNK(entry.mode),
        f"{shown} is encrypted": entry.is_encrypted,
        f"{shown} has {entry.size:,} bytes; a preview serves files up to 256 MiB": entry.size > LARGEST_MEMBER,
    }
    return next((fault for fault, is_so in faults.items() if is_so), None)
