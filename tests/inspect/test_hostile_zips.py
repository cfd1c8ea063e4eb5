"""Zips that harm, deceive or are broken: each is told, in little time and memory, and nothing lands on disk."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_zips import Raw, raw_zip
from zips import by_hand

from scormpack.inspect import Inspection, inspect_file

PAGE = Raw(b"index.html", b"<p>Hello</p>")
NFD = "cafe\u0301.html"
ZEROS = b"\0" * 20_000_000

# name: (the zip, code, file it is told of; None = any)
ZIPS = {
    "empty file": (b"", "zip-none", ""),
    "a PDF": (b"%PDF-1.7 and so on", "zip-none", ""),
    "an empty zip": (raw_zip(), "manifest-none", ""),
    "truncated": (raw_zip(PAGE)[:-30], "zip-truncated", ""),
    "only its beginning": (raw_zip(PAGE)[:20], "zip-truncated", ""),
    "a beginning that is gone": (raw_zip(PAGE)[20:], "zip-truncated", ""),
    "several disks": (raw_zip(PAGE)[:-18] + b"\2\0\2\0" + raw_zip(PAGE)[-14:], "zip-disks", ""),
    "a directory that breaks off": (raw_zip(PAGE, Raw(b"b.html")).replace(b"PK\1\2", b"PK\1\3"), "zip-count", ""),
    "more members than it lists": (raw_zip(PAGE, count=7), "zip-count", ""),
    "a million members": (raw_zip(PAGE, count=1_000_000, zip64=True), "zip-members", ""),
    "a program before it": (raw_zip(PAGE, prefix=b"MZ" + b"\0" * 500), "zip-prefix", ""),
    "something within it": (raw_zip(PAGE).replace(b"PK\1\2", b"sand PK\1\2"), "zip-damaged", ""),
    "something after it": (raw_zip(PAGE) + b"more", "zip-after", ""),
    "encrypted": (raw_zip(Raw(b"index.html", flags=1)), "zip-encrypted", "index.html"),
    "compressed by LZMA": (raw_zip(Raw(b"index.html", method=14)), "zip-method", "index.html"),
    "one name twice": (raw_zip(PAGE, PAGE), "zip-duplicate", "index.html"),
    "another name inside": (raw_zip(Raw(b"a.html", local_name=b"b.html")), "zip-differs", "a.html"),
    "another size inside": (raw_zip(Raw(b"a.html", local_size=9)), "zip-differs", "a.html"),
    "a wrong checksum": (raw_zip(Raw(b"a.html", crc=1)), "zip-damaged", "a.html"),
    "content that breaks off": (raw_zip(Raw(b"a.html", b"hello" * 9, packed=4)), "zip-damaged", "a.html"),
    "content that is no deflate": (raw_zip(Raw(b"a.html", stands=b"\xff\xff\xff")), "zip-damaged", "a.html"),
    "no member where it should be": (raw_zip(Raw(b"a.html", at=3)), "zip-damaged", "a.html"),
    "a member at the end of the world": (raw_zip(Raw(b"a.html", at=2**63 + 1), zip64=True), "zip-damaged", "a.html"),
    "longer than it says": (raw_zip(Raw(b"a.html", b"hello" * 9, size=4)), "zip-size", "a.html"),
    "shorter than it says": (raw_zip(Raw(b"a.html", b"hello", size=5000)), "zip-size", "a.html"),
    "a bomb": (raw_zip(Raw(b"a.html", ZEROS)), "zip-bomb", "a.html"),
    "a bomb that says so little": (raw_zip(Raw(b"a.html", ZEROS, size=4000)), "zip-size", "a.html"),
    "a size of petabytes": (raw_zip(Raw(b"a.html", size=2**50), zip64=True), "zip-bomb", None),
    "many bombs": (raw_zip(*(Raw(b"%d.html" % number, b"\0" * 8_000_000) for number in range(20))), "zip-bomb", ""),
    "one member under two names": (raw_zip(PAGE, Raw(b"index.html", at=0)), "zip-overlap", "index.html"),
    "members in each other": (raw_zip(Raw(b"a", raw_zip(Raw(b"b")), method=0), Raw(b"b", at=31)), "zip-overlap", "b"),
    "a name that leads out": (raw_zip(Raw(b"../../etc/passwd")), "name-parent", "../../etc/passwd"),
    "a name that leads out by backslashes": (raw_zip(Raw(b"..\\..\\evil.html")), "name-parent", "..\\..\\evil.html"),
    "an absolute name": (raw_zip(Raw(b"/etc/passwd")), "name-absolute", "/etc/passwd"),
    "a drive": (raw_zip(Raw(b"C:/index.html")), "name-absolute", "C:/index.html"),
    "backslashes": (raw_zip(Raw(b"shared\\api.js")), "name-backslash", "shared\\api.js"),
    "a control character": (raw_zip(Raw(b"a\nb.html")), "name-control", "a\nb.html"),
    "a NUL": (raw_zip(Raw(b"a.html\0.png")), "name-control", "a.html\0.png"),
    "letters turned round": (raw_zip(Raw("a\u202elmth.js".encode(), flags=0x800)), "name-control", "a\u202elmth.js"),
    "no UTF-8 flag": (raw_zip(Raw("Übung.html".encode())), "name-encoding", None),
    "UTF-8 that is none": (raw_zip(Raw(b"\xff\xfe.html", flags=0x800)), "name-encoding", None),
    "accents of macOS": (raw_zip(Raw(NFD.encode(), flags=0x800)), "name-decomposed", NFD),
    "what Moodle strips": (raw_zip(Raw(b"this & that.html")), "name-stripped", "this & that.html"),
    "a long name": (raw_zip(Raw(b"a" * 252 + b".html")), "name-long", None),
    "no name": (raw_zip(Raw(b"")), "name-empty", ""),
    "www": (raw_zip(Raw(b"www.example.org/a.html")), "name-www", "www.example.org/a.html"),
    "capitals": (raw_zip(Raw(b"Index.html"), PAGE), "name-case", "index.html"),
    "a file that is a folder": (raw_zip(Raw(b"a"), Raw(b"a/b.html")), "name-clash", "a/b.html"),
    "a symbolic link": (raw_zip(Raw(b"a", b"/etc/passwd", mode=stat.S_IFLNK | 0o777)), "name-link", "a"),
    "a pipe": (raw_zip(Raw(b"a", mode=stat.S_IFIFO | 0o644)), "name-special", "a"),
    "what macOS leaves": (raw_zip(PAGE, Raw(b"__MACOSX/._index.html")), "name-junk", "__MACOSX/._index.html"),
}  # fmt: skip


def inspect_bytes(folder: Path, data: bytes) -> Inspection:
    """Judge a file of these bytes."""
    path = folder / "hostile.zip"
    path.write_bytes(data)
    return inspect_file(path)


@pytest.mark.parametrize("name", ZIPS)
def test_a_hostile_zip_is_told(name: str, tmp_path: Path) -> None:
    """The code that knows it is told, of the member that has it; no LMS is said to take it."""
    data, code, member = ZIPS[name]
    inspection = inspect_bytes(tmp_path, data)
    told = [finding for finding in inspection.findings if finding.code == code]
    assert told, [finding.code for finding in inspection.findings]
    assert member is None or told[0].file == member
    assert "accepted" not in {verdict.outcome for verdict in inspection.verdicts}
    assert [path.name for path in tmp_path.iterdir()] == ["hostile.zip"]


def test_an_honest_64_bit_zip_is_read(tmp_path: Path) -> None:
    """Large zips write sizes and offsets elsewhere: nothing is wrong with that."""
    files = by_hand("tincan")
    data = raw_zip(*(Raw(path.encode(), content) for path, content in files.items()), zip64=True)
    inspection = inspect_bytes(tmp_path, data)
    assert inspection.findings == ()
    assert inspection.unpacked == sum(map(len, files.values()))


def test_zip_in_zip_is_not_opened(tmp_path: Path) -> None:
    """A bomb within is never unpacked, and the reader is told that the package may be in there."""
    inner = raw_zip(*(Raw(b"%d" % number, b"\0" * 9_000_000) for number in range(4)))
    inspection = inspect_bytes(tmp_path, raw_zip(Raw(b"course.zip", inner, method=0)))
    assert "another zip, `course.zip`" in inspection.why


HEAVY = {
    "a billion laughs": raw_zip(
        Raw(
            b"imsmanifest.xml",
            b"<!DOCTYPE m [<!ENTITY e0 'ha'>"
            + b"".join(b"<!ENTITY e%d '%s'>" % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 20))
            + b"]><manifest a='&e19;'>&e19;</manifest>",
        )
    ),
    "a deep manifest": raw_zip(Raw(b"imsmanifest.xml", b"<manifest>" * 200_000)),
    "a manifest without end": raw_zip(Raw(b"tincan.xml", b"<tincan><activities>" + b"<a/>" * 5_000_000, method=0)),
    "tags that never close": raw_zip(Raw(b"a.html", b"<a" * 2_000_000, method=0)),
    "a page of blanks": raw_zip(Raw(b"a.html", b"<style>a{b:url(" + b" " * 4_000_000, method=0)),
    "a page of one tag": raw_zip(Raw(b"a.html", b"<img " + b'src="a ' * 600_000, method=0)),
    "a deep page": raw_zip(Raw(b"a.html", b"<div>" * 800_000, method=0)),
    "a hundred thousand members": raw_zip(*(Raw(b"f/%d.html" % number, b"", method=0) for number in range(60_000))),
    "a name of slashes": raw_zip(*(Raw(b"a/" * 30_000 + b"%d" % number) for number in range(100))),
    "names that are nearly one": raw_zip(*(Raw(b"A" * 9_000 + b"%d" % number) for number in range(1_000))),
    "bombs side by side": raw_zip(*(Raw(b"%d.html" % number, b"\0" * 9_900_000) for number in range(12))),
}


JUDGE = """
import sys, time
from pathlib import Path
from scormpack.inspect import inspect_file
for path in sorted(Path(sys.argv[1]).iterdir()):
    before = time.process_time()
    found = len(inspect_file(path).findings)
    # Not ru_maxrss, which begins with what the starting process had.
    status = Path("/proc/self/status").read_text()
    peak = int(status.split("VmHWM:")[1].split()[0]) * 1024
    print(path.name, found, time.process_time() - before, peak, sep="\t")
"""


def test_it_takes_little_time_and_memory(tmp_path: Path) -> None:
    """Whatever a zip wants: seconds, and not 400 MB in all, Python and lxml included."""
    for name, data in HEAVY.items():
        (tmp_path / name).write_bytes(data)
    run = subprocess.run([sys.executable, "-c", JUDGE, str(tmp_path)], capture_output=True, text=True, check=True)
    told = [line.split("\t") for line in run.stdout.splitlines()]
    assert sorted(HEAVY) == [name for name, *_ in told]
    assert [row for row in told if int(row[1]) == 0] == []
    assert [row for row in told if float(row[2]) > 20 or int(row[3]) > 400_000_000] == []
