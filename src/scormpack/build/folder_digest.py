"""Folders known by what they hold."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

MOST_FILES = 100_000
MOST_BYTES = 2_000_000_000
"""Beyond these a folder is not looked through: it holds more than a course, or looking takes longer than building."""
_GIT = ".git"
_AT_ONCE = 1 << 16
_UNSETTLED = 2_000_000_000
"""Nanoseconds in which a file may be written twice and bear one date: clocks of file systems are coarse."""


class _BeyondLookingError(Exception):
    """A folder that cannot be known whole: too large, linked elsewhere, or not to be read."""


def digest_folder(
    folder: Path, beside: Path | None = None, known: Mapping[Path, str] = MappingProxyType({})
) -> str | None:
    """Return a hash of the names and bytes of all files in a folder, and in those below it.

    None where it cannot be known whole: it is too large, a folder is a link, or something may not be read.
    A folder that is not there has a hash of its own.

    Args:
        folder: to look through; a folder of Git's own in it is left out.
        beside: a folder that is left out.
        known: SHA-256 of files, hexadecimal, that need not be read.
    """
    return FolderLook(folder, beside, known).digest


class FolderLook:
    """What a folder held at a moment.

    Attributes:
        digest: as ``digest_folder``.
        files: SHA-256 of each file, hexadecimal, by path from the folder with "/" between; {} where it has no digest.
    """

    def __init__(
        self, folder: Path, beside: Path | None = None, known: Mapping[Path, str] = MappingProxyType({})
    ) -> None:
        """Look through it; ``beside`` and ``known`` as in ``digest_folder``."""
        self._known = {str(path.absolute()): bytes.fromhex(digest) for path, digest in known.items()}
        self._folder, self._beside = folder.absolute(), None if beside is None else str(beside)
        self._settled = time.time_ns() - _UNSETTLED
        self._states = self._young = ""
        self.files: dict[str, str] = {}
        try:
            self.digest = self._read_all()
        except (OSError, _BeyondLookingError):
            self.digest = None
        if self.digest is None:
            self.files = {}

    def still_holds(self) -> bool:
        """Return whether nothing has been written since then; files that have long lain still are not read again."""
        if self.digest is None:
            return False
        states: list[str] = []
        young = hashlib.sha256()
        try:
            for path in _walk(str(self._folder), self._beside):
                status = os.stat(path)  # noqa: PTH116 - thousands of files
                states.append(_state(path, status))
                if stat.S_ISREG(status.st_mode) and status.st_ctime_ns > self._settled:
                    young.update(_digest_file(path))
        except (OSError, _BeyondLookingError):
            return False
        return (self._states, self._young) == (_digest_texts(states), young.hexdigest())

    def _read_all(self) -> str | None:
        told = ["there" if self._folder.is_dir() else "not there"]
        states: list[str] = []
        young = hashlib.sha256()
        left_files, left_bytes = MOST_FILES, MOST_BYTES
        start = len(str(self._folder)) + 1
        for path in _walk(str(self._folder), self._beside):
            status = os.stat(path)  # noqa: PTH116 - thousands of files
            states.append(_state(path, status))
            left_files -= 1
            told.append(f"{path}\0{status.st_mode}\0")
            if stat.S_ISREG(status.st_mode):  # anything else would keep us waiting
                left_bytes -= status.st_size
                if left_files < 0 or left_bytes < 0:
                    return None
                held = self._known.get(path) or _digest_file(path)
                self.files[path[start:].replace(os.sep, "/")] = written = held.hex()
                told.append(written)
                if status.st_ctime_ns > self._settled:
                    young.update(held)
        self._states, self._young = _digest_texts(states), young.hexdigest()
        return _digest_texts(told)


def _digest_texts(texts: Sequence[str]) -> str:
    return hashlib.sha256("".join(texts).encode("utf-8", "surrogateescape")).hexdigest()


def _state(path: str, status: os.stat_result) -> str:
    """Return what is another once somebody has written a file, or put one in its place; what a folder holds is seen."""
    dates = (status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)
    told = dates if stat.S_ISREG(status.st_mode) else ()
    return f"{path}\0{status.st_mode}\0{told}\0"


def _digest_file(path: str) -> bytes:
    digest = hashlib.sha256()
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))  # thousands of files: half the time of `open`
    try:
        while data := os.read(file, _AT_ONCE):
            digest.update(data)
    finally:
        os.close(file)
    return digest.digest()


def digest_states(folders: Sequence[Path], also: object) -> str:
    """Return a hash of the names, sizes and dates of all files in ``folders``, and of ``also``."""
    digest = hashlib.sha256(repr(also).encode())
    for folder in folders:
        # What Python itself writes when it first runs is no change, nor is the date of the folder it writes into.
        for path in _walk(str(folder), None, "__pycache__"):
            status = os.stat(path)  # noqa: PTH116 - thousands of files
            if not stat.S_ISDIR(status.st_mode):
                digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _walk(folder: str, beside: str | None, no_part: str = _GIT) -> Iterator[str]:
    """Yield the paths of all files, in order of name, but for those in ``beside`` and in folders named ``no_part``."""
    if not Path(folder).is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.name == no_part or entry.path == beside:
                continue
            if not entry.is_dir():
                yield entry.path
            elif entry.is_symlink():
                raise _BeyondLookingError
            else:
                yield entry.path  # an empty folder is one too
                yield from _walk(entry.path, beside, no_part)
