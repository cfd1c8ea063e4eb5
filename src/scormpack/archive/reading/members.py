"""The files of a zip as the rules want them: path to bytes, read when asked for, and never much at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from scormpack.archive.reading.content import unpack
from scormpack.archive.reading.directory import Directory
from scormpack.errors import ArchiveError

MOST_READ = 16 << 20
"""Bytes of one member that are looked at: no page, script or manifest by hand or tool is as long."""

_MOST_KEPT = 48 << 20


class Members(Mapping[str, bytes]):
    """Each file's first 16 MiB; what cannot be unpacked is empty here, for the zip's own findings tell of it.

    Of two members with one name the last counts, as for most that unpack zips.
    """

    def __init__(self, file: BinaryIO, directory: Directory) -> None:
        self._file = file
        self._entries = {entry.name: entry for entry in directory.entries if not entry.is_folder}
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __getitem__(self, name: str) -> bytes:
        entry = self._entries[name]
        if name not in self._kept:
            data = bytearray()
            try:
                for piece in unpack(self._file, entry, MOST_READ):
                    data += piece
            except ArchiveError:
                data.clear()
            self._kept[name] = bytes(data)
            self._bytes += len(data)
            while self._bytes > _MOST_KEPT:
                self._bytes -= len(self._kept.popitem(last=False)[1])
            return bytes(data)
        return self._kept[name]
