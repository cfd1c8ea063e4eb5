"""A release from wherever it lies: a lock file, a folder of packages, a package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from scormpack.archive.reading import Members, read_directory
from scormpack.course_folder import LOCK_FILE
from scormpack.errors import ArchiveError, OptionError
from scormpack.listing import list_first
from scormpack.releases.lock_file import read_lock
from scormpack.releases.record import Record, record_package
from scormpack.written_index import absent_packages, read_index

_SHOWN = 3


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
        if packages or absent_packages(read_index(path)):
            return packages
        raise OptionError(f"{path} holds neither packages nor {LOCK_FILE}: name where a release lies")
    return (_read_package(path),) if path.suffix == ".zip" else read_lock(path)


class Sides(NamedTuple):
    """Two releases to compare.

    Attributes:
        before: packages of the old one.
        after: packages of the new one.
        absent: packages of the old one that the new one lacks, as they are as released.
    """

    before: tuple[Record, ...]
    after: tuple[Record, ...]
    absent: tuple[Record, ...] = ()


def read_sides(old: Path, new: Path) -> Sides:
    """Return two releases to compare: where one is a single package, the other is that package of it, and no more.

    Raises:
        OptionError: as ``read_release``; where they have no unit and format in common.
        ScormpackError: as ``read_release``.
    """
    before, after = read_release(old), read_release(new)
    if new.suffix == ".zip" and old.suffix != ".zip":
        before = _like(after[0], before)
    elif old.suffix == ".zip" and new.suffix != ".zip":
        after = _like(before[0], after)
    there = {record.key for record in after}
    files = absent_packages(read_index(new)) if new.is_dir() else frozenset()
    absent = tuple(record for record in before if record.file in files and record.key not in there)
    left = tuple(record for record in before if record not in absent)
    if left and not after:
        raise OptionError(f"nothing can be compared: {new} has no {list_first([one.file for one in left], _SHOWN)}")
    if left and not {record.shape for record in left} & {record.shape for record in after}:
        sides = f"{old} holds {_shapes(left)} packages, and {new} {_shapes(after)} packages"
        raise OptionError(f"nothing can be compared: {sides}: name two builds of the same unit and format")
    return Sides(left, after, absent)


def _shapes(records: Sequence[Record]) -> str:
    """Return what they are, for a sentence."""
    shapes = dict.fromkeys(" ".join(filter(None, reversed(record.shape))) for record in records)
    return list_first(list(shapes), _SHOWN) or "no such"


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
