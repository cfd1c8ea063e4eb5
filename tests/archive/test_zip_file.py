"""Facts about the zip files that packages become."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
import zipfile
from io import FileIO
from pathlib import Path
from typing import Any

import pytest

from scormpack.archive import replace_file, replacement, zip_file, zip_package
from scormpack.errors import PackageError

PACKAGE = {
    "imsmanifest.xml": b"<manifest/>" * 50,
    "assets/picture.png": bytes(range(256)),
    "index.html": "<p>Grüße 你好</p>".encode() * 20,
    "empty.txt": b"",
}


def opened(data: bytes) -> zipfile.ZipFile:
    """Open a zip as another reader does."""
    return zipfile.ZipFile(io.BytesIO(data))


def test_another_reader_gets_every_file_back() -> None:
    """Python's own zip reader finds every member, whole and with its check sum right."""
    with opened(zip_package(PACKAGE, "x.zip")) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == PACKAGE


def test_members_stand_in_the_packages_order() -> None:
    """The first file of the package is the first member of the zip: the manifest."""
    with opened(zip_package(PACKAGE, "x.zip")) as archive:
        assert archive.namelist() == list(PACKAGE)


def test_no_member_is_a_directory() -> None:
    """A zip holds files only; complaint 28: directory entries break imports."""
    with opened(zip_package({"a/b/c.txt": b"x"}, "x.zip")) as archive:
        assert archive.namelist() == ["a/b/c.txt"]


def test_every_member_has_the_same_date_mode_and_utf8_flag() -> None:
    """Nothing of the machine or the moment is in a member's record."""
    with opened(zip_package(PACKAGE, "x.zip")) as archive:
        records = {(i.date_time, i.external_attr, i.create_system, i.flag_bits) for i in archive.infolist()}
    assert records == {((1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3, 0x800)}


def test_packed_pictures_are_stored() -> None:
    """A PNG is stored as it is: it was compressed by its own format."""
    with opened(zip_package(PACKAGE, "x.zip")) as archive:
        methods = {i.filename: i.compress_type for i in archive.infolist()}
    assert methods["assets/picture.png"] == zipfile.ZIP_STORED
    assert methods["index.html"] == zipfile.ZIP_DEFLATED


@pytest.mark.parametrize(
    ("epoch", "date"),
    [
        pytest.param("1700000000", (2023, 11, 14, 22, 13, 20), id="a moment"),
        pytest.param("0", (1980, 1, 1, 0, 0, 0), id="before zips"),
        pytest.param("soon", (1980, 1, 1, 0, 0, 0), id="no number"),
        pytest.param("99999999999", (1980, 1, 1, 0, 0, 0), id="beyond zips"),
        pytest.param("", (1980, 1, 1, 0, 0, 0), id="empty"),
    ],
)
def test_source_date_epoch_dates_the_members(
    monkeypatch: pytest.MonkeyPatch, epoch: str, date: tuple[int, ...]
) -> None:
    """``SOURCE_DATE_EPOCH`` dates all members, in UTC; what a zip cannot hold becomes 1980."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with opened(zip_package(PACKAGE, "x.zip")) as archive:
        assert {i.date_time for i in archive.infolist()} == {date}


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package beyond a plain zip is an error that says what to do, not a broken file."""
    monkeypatch.setattr(zip_file, "_MOST_MEMBERS", 2)
    with pytest.raises(PackageError, match="smaller units"):
        zip_package(PACKAGE, "x.zip")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the last step fails, the target is as it was and no temporary file stays."""
    target = tmp_path / "x.zip"
    target.write_bytes(b"old")

    def fail(made: str, other: Path) -> None:
        raise OSError(28, "No space left on device", made, None, str(other))

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        zip_file.write_zip(PACKAGE, target)
    assert [path.name for path in tmp_path.iterdir()] == ["x.zip"]
    assert target.read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    """And all above it; the file in it has the mode that it was to have."""
    target = tmp_path / "a" / "b" / "x.zip"
    replace_file(target, b"new", 0o640)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in target.parent.iterdir()] == ["x.zip"]


def test_a_system_that_takes_a_part_at_a_time_gets_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write may end early, as it does beyond two gigabytes: what is left follows."""

    class Slow(FileIO):
        def write(self, data: Any, /) -> int:  # noqa: ANN401 (whatever has bytes)
            return super().write(data[:3])

    monkeypatch.setattr(replacement, "_create", lambda path: Slow(path, "xb"))
    replace_file(tmp_path / "x.zip", b"ten bytes.")
    assert (tmp_path / "x.zip").read_bytes() == b"ten bytes."


def test_killed_writer_leaves_a_whole_file_or_none(tmp_path: Path) -> None:
    """A process killed between writing and replacing leaves the old file; the temporary one is swept later."""
    target = tmp_path / "x.zip"
    target.write_bytes(b"old")
    script = (
        "import os, sys; from pathlib import Path; from scormpack.archive import replace_file\n"
        "os.replace = lambda made, other: os._exit(9)\n"
        "replace_file(Path(sys.argv[1]), b'new')\n"
    )
    assert subprocess.run([sys.executable, "-c", script, str(target)], check=False).returncode == 9
    assert target.read_bytes() == b"old"
    (left,) = tmp_path.glob(".scormpack-*.tmp")
    from scormpack.archive import sweep  # noqa: PLC0415 (beside what it cleans)

    sweep(tmp_path)
    assert left.exists(), "a build that runs now may still be writing it"
    os.utime(left, (1, 1))
    sweep(tmp_path)
    assert not left.exists()
