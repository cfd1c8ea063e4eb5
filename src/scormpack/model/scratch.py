"""What waits in a temporary file, so that however much it is, it takes no memory."""

from __future__ import annotations

import os
from functools import cached_property
from io import FileIO
from typing import NamedTuple
from weakref import finalize


class Scratch:
    """A temporary file that goes when nobody holds it, nor a slip of it; it is made with the first bytes."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._end = 0
        self._is_full = False

    def put(self, data: bytes) -> Waiting:
        """Return where these bytes wait: they themselves, in memory, where no file can be written."""
        start = self._end
        try:
            if not self._is_full and self._file.seek(start) == start and self._file.write(data) == len(data):
                self._end += len(data)
                return Slip(self, start, len(data))
        except OSError:
            pass
        self._is_full = True
        return data

    def read(self, start: int, length: int) -> bytes:
        """Return bytes of the file; processes that were forked may do so at the same time."""
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), length, start)
        self._file.seek(start)
        return self._file.read(length)

    @cached_property
    def _file(self) -> FileIO:
        from tempfile import TemporaryFile  # noqa: PLC0415 (small courses need none)

        file = TemporaryFile(buffering=0)  # noqa: SIM115 (closed with this object)
        finalize(self, file.close)
        return file


class Slip(NamedTuple):
    """Where bytes wait in a scratch file: ``length`` of them from ``start`` on."""

    scratch: Scratch
    start: int
    length: int


Waiting = bytes | Slip
"""Bytes, or where they are."""


def fetch(waiting: Waiting) -> bytes:
    """Return the bytes."""
    return waiting.scratch.read(waiting.start, waiting.length) if isinstance(waiting, Slip) else waiting
