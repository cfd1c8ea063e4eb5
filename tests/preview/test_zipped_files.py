"""A stranger's zip: only what it may hold is served, and nothing is extracted."""

import io
import struct
import warnings
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from scormpack.errors import PackageError
from scormpack.preview.zipped_files import ZippedFiles, read_zip_file


def zipped(*members: str | ZipInfo) -> bytes:
    """Return a zip whose members hold their own names."""
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name that is there twice
        for member in members:
            archive.writestr(member, member if isinstance(member, str) else member.filename)
    return written.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "a/../../evil.txt",
        "/etc/passwd",
        "a//b.txt",
        "./a.txt",
        "C:/boot.ini",
        "..\\evil.txt",
        "a" * 2000,
    ],
    ids=["up", "up from within", "absolute", "empty part", "dot", "drive", "backslash", "long"],
)
def test_a_path_that_leads_elsewhere_is_not_served(name: str) -> None:
    """A member whose name is no plain path within the package is told and never read; the others are."""
    files = ZippedFiles(zipped(name, "fine.txt"), "p.zip")
    assert list(files.members) == ["fine.txt"]
    assert len(files.faults) == 1
    assert files.read(name) is None
    assert files.read("fine.txt") == b"fine.txt"


def test_links_doubles_and_folders_are_not_served() -> None:
    """A symbolic link and the second member of a name are faults; a folder's own entry is passed over."""
    link = ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    files = ZippedFiles(zipped("a.txt", "a.txt", link, ZipInfo("folder/")), "p.zip")
    assert list(files.members) == ["a.txt"]
    assert ["twice" in fault or "symbolic link" in fault for fault in files.faults] == [True, True]


def test_a_member_is_read_no_further_than_it_promised() -> None:
    """A directory that lies about a member's size is an error, found before more bytes are read than it said."""
    data = bytearray(zipped("bomb.txt"))
    at = data.rindex(b"PK\1\2")
    struct.pack_into("<L", data, at + 24, 3)
    with pytest.raises(PackageError, match="`bomb"):  # its checksum is not that of three bytes
        ZippedFiles(bytes(data), "p.zip").read("bomb.txt")


def test_what_would_unpack_to_too_much_is_not_opened() -> None:
    """The sizes in the directory are added up before anything is read."""
    data = bytearray(zipped("a.txt", "b.txt"))
    for at in (data.index(b"PK\1\2"), data.rindex(b"PK\1\2")):
        struct.pack_into("<L", data, at + 24, 0x7FFFFFFF)
    with pytest.raises(PackageError, match="2 GiB"):
        ZippedFiles(bytes(data), "p.zip")


def test_no_zip_says_so(tmp_path: Path) -> None:
    """What is no zip, or not there, is an error in words."""
    with pytest.raises(PackageError, match="no zip"):
        ZippedFiles(b"hello", "p.zip")
    with pytest.raises(PackageError, match="cannot be read"):
        read_zip_file(tmp_path / "none.zip")
