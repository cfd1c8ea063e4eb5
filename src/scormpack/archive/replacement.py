"""A file replaced whole: killed at any moment, there is the old one or the new one."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from io import FileIO
from pathlib import Path

TEMPORARY = ".scormpack-"
"""How the names of our temporary files and folders begin."""
_ABANDONED = 3600  # seconds after which nobody writes to it any more


def sweep(folder: Path) -> None:
    """Delete what builds that were killed left behind: files and folders of ours, untouched for an hour."""
    for left in folder.glob(f"{TEMPORARY}*.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()


def replace_file(target: Path, data: bytes, mode: int = 0o644) -> None:
    """Write ``data`` to a temporary file beside ``target``, then put it in its place: never a half.

    ``mode`` are the permissions that it then has.
    """
    path = os.fspath(target)
    beside = f"{os.path.dirname(path) or '.'}/{TEMPORARY}{os.urandom(8).hex()}.tmp"  # noqa: PTH120 (as below)
    try:
        with _open_beside(beside, target) as file:
            _write_all(file, data)
        os.chmod(beside, mode)  # noqa: PTH101 (as below)
        os.replace(beside, path)  # noqa: PTH105 (thousands of small files: Path's own steps take longer)
    except BaseException:  # also one that comes at the moment at which the file is made
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108 (as above)
        raise


def _open_beside(path: str, target: Path) -> FileIO:
    """Return a new file for our eyes alone; the folder is there nearly always, so it is made when it is not."""
    try:
        return _create(path)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        return _create(path)


def _create(path: str) -> FileIO:
    return open(path, "xb", buffering=0, opener=_for_us_alone)  # a Path takes no opener


def _write_all(file: FileIO, data: bytes) -> None:
    """Write all of it: a system may take a part at a time."""
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
