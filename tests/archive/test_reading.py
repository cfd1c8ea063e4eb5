"""Facts about reading anybody's zip: what it says is no more than a claim."""

from __future__ import annotations

import io

import pytest
from hostile_zips import Raw, raw_zip
from zips import by_hand

from scormpack.archive.reading import Members, read_directory, unpack
from scormpack.archive.reading.members import MOST_READ
from scormpack.errors import ArchiveError


def test_unpacking_stops_where_a_member_should_end() -> None:
    """A member that says 4,000 bytes and unpacks to 20 million gives no more than a piece beyond."""
    file = io.BytesIO(raw_zip(Raw(b"a", b"\0" * 20_000_000, size=4_000)))
    taken: list[bytes] = []
    with pytest.raises(ArchiveError, match="longer than the 4,000 bytes"):
        taken.extend(unpack(file, read_directory(file).entries[0]))
    assert sum(map(len, taken)) <= 4_000


def test_a_zip_behind_a_program_is_read() -> None:
    """Offsets count from where the zip begins, whatever stands before."""
    files = by_hand("cmi5")
    file = io.BytesIO(raw_zip(*(Raw(path.encode(), data) for path, data in files.items()), prefix=b"MZ" * 999))
    assert dict(Members(file, read_directory(file))) == files


def test_only_the_beginning_of_a_large_file_is_looked_at() -> None:
    """The first 16 MiB; the rest is neither unpacked nor kept."""
    file = io.BytesIO(raw_zip(Raw(b"film.mp4", b"\1" * (MOST_READ + 500_000)), Raw(b"a/", b"")))
    members = Members(file, read_directory(file))
    assert list(members) == ["film.mp4"]
    assert MOST_READ <= len(members["film.mp4"]) <= MOST_READ + 65_536


def test_what_cannot_be_unpacked_is_empty() -> None:
    """Rules that read files go on; the zip's own findings tell of it."""
    file = io.BytesIO(raw_zip(Raw(b"a.html", b"secret", flags=1)))
    assert Members(file, read_directory(file))["a.html"] == b""
