"""A release from wherever it lies: a lock file, a folder of packages, a package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from scormpack.archive.reading import Members, read_directory
from scormpack.course_folder import LOCK_FILE
from scormpack.errors import ArchiveError, OptionError
from scormpack.releases.lock_file import read_lock
from scormpack.releases.record import Record, record_package


def read_release(path: Path) -> tuple[Record, ...]:
    """Return the packages of a release: ``path`` is a lock file, a course or other folder, or one zip.

    Raises:
        OptionError: where it is none of these.
        ScormpackError: where a zip cannot be read.
    """
    if not path.exists():
        raise OptionError(f"there is no {path}: name a lock file, a folder of packages, or a package")
    if path.is_dir():
        lock = lock_within(path)
        if lock is not None:
            return read_lock(lock)
        packages = tuple(_read_packages(path))
        if packages:
            return packages
        raise OptionError(f"{path} holds neither packages nor {LOCK_FILE}: name where a release lies")
    return (_read_package(path),) if path.suffix == ".zip" else read_lock(path)


def read_sides(old: Path, new: Path) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """Return two releases to compare: where one is a single package, the other is that package of it, and no more.

    Raises:
        OptionError: as ``read_release``.
        ScormpackError: as ``read_release``.
    """
    before, after = read_release(old), read_release(new)
    if new.suffix == ".zip" and old.suffix != ".zip":
        return _like(after[0], before), after
    if old.suffix == ".zip" and new.suffix != ".zip":
        return before, _like(before[0], after)
    return before, after


def _like(one: Record, others: Sequence[Record]) -> tuple[Record, ...]:
    """Return the package that is the same as ``one``, or else the one of the same file name."""
    same = [record for record in others if record.key == one.key]
    return tuple(same or [record for record in others if (record.file, record.format) == (one.file, one.format)])


def lock_within(path: Path) -> Path | None:
    """Return the lock file that stands for a folder without packages, such as a course's; None elsewhere."""
    lock = path / LOCK_FILE
    return lock if lock.is_file() and not any(path.glob("*.zip")) else None


def _read_packages(folder: Path) -> Iterator[Record]:
    for path in sorted(folder.glob("*.zip")):
        yield _read_package(path)


def _read_package(path: Path) -> Record:
    try:
        with path.open("rb") as file:
            record = record_package(path.name, Members(file, read_directory(file)))
            file.seek(0)
            return replace(record, sha256=file_digest(file, "sha256").hexdigest())
    except OSError as fault:
        raise OptionError(f"{path} cannot be read: {fault.strerror}") from fault
    except ArchiveError as fault:
        raise ArchiveError(fault.code, f"{path}: {fault.sentence}") from fault
