"""Folders known by what they hold."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

MOST_FILES = 100_000
MOST_BYTES = 2_000_000_000
"""Beyond these a folder is not looked through: it holds more than a course, or looking takes longer than building."""
_NO_PART = ".git"


class _BeyondLookingError(Exception):
    """A folder that cannot be known whole: too large, linked elsewhere, or not to be read."""


def digest_folder(folder: Path, beside: Path | None = None) -> str | None:
    """Return a hash of the names and bytes of all files in a folder, and in those below it.

    None where it cannot be known whole: it is too large, a folder is a link, or something may not be read.
    A folder that is not there has a hash of its own.

    Args:
        folder: to look through; a folder of Git's own in it is left out.
        beside: a folder that is left out.
    """
    digest = hashlib.sha256(b"there" if folder.is_dir() else b"not there")
    left_files, left_bytes = MOST_FILES, MOST_BYTES
    try:
        for path in _walk(str(folder.absolute()), beside):
            status = os.stat(path)  # noqa: PTH116 - thousands of files
            left_files -= 1
            digest.update(f"{path}\0{status.st_mode}\0".encode("utf-8", "surrogateescape"))
            if stat.S_ISREG(status.st_mode):  # anything else would keep us waiting
                left_bytes -= status.st_size
                if left_files < 0 or left_bytes < 0:
                    return None
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of files
                    digest.update(hashlib.sha256(file.read()).digest())
    except (OSError, _BeyondLookingError):
        return None
    return digest.hexdigest()


def digest_states(folders: Sequence[Path], also: object) -> str:
    """Return a hash of the names, sizes and dates of all files in ``folders``, and of ``also``."""
    digest = hashlib.sha256(repr(also).encode())
    for folder in folders:
        for path in _walk(folder, None):
            if "__pycache__" in path:
                continue
            status = Path(path).stat()
            # What Python itself writes when it first runs is no change, nor is the date of the folder it writes into.
            if not stat.S_ISDIR(status.st_mode):
                digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _walk(folder: Path | str, beside: Path | None) -> Iterator[str]:
    """Yield the paths of all files, in order of name."""
    if not Path(folder).is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.name == _NO_PART or (beside is not None and entry.path == str(beside)):
                continue
            if not entry.is_dir():
                yield entry.path
            elif entry.is_symlink():
                raise _BeyondLookingError
            else:
                yield entry.path  # an empty folder is one too
                yield from _walk(entry.path, beside)
