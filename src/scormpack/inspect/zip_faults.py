"""Faults of the zip itself: what a hostile, damaged or odd one does to an LMS (PKWARE APPNOTE 6.3.10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from scormpack.archive.member import DEFLATED, STORED
from scormpack.archive.reading import Directory, Entry, unpack
from scormpack.archive.reading.local_header import LocalHeader, read_local_header
from scormpack.errors import ArchiveError
from scormpack.formats.fault import Fault, in_file
from scormpack.inspect.name_faults import shown

_LARGE = 10 << 20
_DENSEST = 200
"""Bytes unpacked for one packed, in a large file: text and pictures stay far below, a bomb far above."""

_MOST_UNPACKED = 8 << 30
_MOST_CHECKED = 2 << 30
_METHODS = {9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd"}


def find_zip_faults(file: BinaryIO, directory: Directory) -> Iterator[Fault]:
    """Yield the faults of the zip, then those of its members; every byte is read once, up to 2 GiB unpacked."""
    file.seek(0)
    begins = file.read(4) == b"PK\3\4"
    yield from _around(directory, begins=begins)
    headers = [(entry, read_local_header(file, entry)) for entry in directory.entries]
    unsafe = set()
    for place, fault in (*_members(headers), *_overlaps(headers, directory)):
        unsafe.add(place)
        yield fault
    if not _is_bomb(directory):
        yield from _contents(file, [entry for entry in directory.entries if entry.offset not in unsafe])


def _around(directory: Directory, *, begins: bool) -> Iterator[Fault]:
    end, listed = directory.end, len(directory.entries)
    if end.prefix and begins:
        sentence = f"the zip's directory is {end.prefix:,} bytes from where the zip says: it is damaged, save it again"
        yield Fault(sentence, code="zip-damaged")
    elif end.prefix:
        sentence = f"{end.prefix:,} bytes stand before the zip, as in a self-extracting program: save it as a plain zip"
        yield Fault(sentence, code="zip-prefix")
    if end.after > 0:
        yield Fault(f"{end.after:,} bytes follow the zip: save it again", code="zip-after")
    if listed != end.count:
        sentence = f"the zip says that it has {end.count:,} files, and lists {listed:,}: it is damaged"
        yield Fault(sentence, code="zip-count")
    for name, times in Counter(entry.name for entry in directory.entries).items():
        if times > 1:
            sentence = f"`{shown(name)}` is in the zip {times} times: LMSs differ on which they take"
            yield in_file(name, sentence, code="zip-duplicate")
    if _is_bomb(directory):
        total = sum(entry.size for entry in directory.entries)
        sentence = f"the zip has {directory.length:,} bytes and would unpack to {total:,}: it is a zip bomb"
        yield Fault(sentence, code="zip-bomb")


def _is_bomb(directory: Directory) -> bool:
    total = sum(entry.size for entry in directory.entries)
    return total > _MOST_UNPACKED or (total > 10 * _LARGE and total > _DENSEST * directory.length)


def _members(headers: list[tuple[Entry, LocalHeader | None]]) -> Iterator[tuple[int, Fault]]:
    """Yield (where the member begins, fault)."""
    for entry, header in headers:
        for code, sentence in (*_packing(entry), *_header(header)):
            yield entry.offset, in_file(entry.name, f"`{shown(entry.name)}` {sentence}", code=code)


def _packing(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.is_encrypted:
        yield "zip-encrypted", "wants a password: save the zip without one"
    elif entry.method not in {STORED, DEFLATED}:
        method = _METHODS.get(entry.method, f"method {entry.method}")
        yield "zip-method", f"is compressed by {method}, which LMSs cannot read: save it by Deflate"
    if entry.size > _MOST_UNPACKED or (entry.size >= _LARGE and entry.size > _DENSEST * max(entry.packed, 1)):
        yield "zip-bomb", f"would grow from {entry.packed:,} to {entry.size:,} bytes: it is a zip bomb"


def _header(header: LocalHeader | None) -> Iterator[tuple[str, str]]:
    if header is None:
        yield "zip-damaged", "is not at the place that the zip's directory names: the zip is damaged"
    elif header.differs:
        other = shown(header.name.decode("utf-8", "replace"))
        called = f" (there it is `{other}`)" if "name" in header.differs else ""
        sentence = (
            f"has another {' and '.join(header.differs)} than the zip's directory says{called}: "
            "one LMS takes the one, one the other; save the zip again"
        )
        yield "zip-differs", sentence


def _overlaps(headers: list[tuple[Entry, LocalHeader | None]], directory: Directory) -> Iterator[tuple[int, Fault]]:
    """Members that share bytes: how a small zip unpacks to petabytes without a nested one."""
    spans = [(entry.offset, header.start + entry.packed, entry) for entry, header in headers if header]
    reached, owner = 0, ""
    for start, end, entry in sorted(spans, key=lambda span: span[:2]):
        if start < reached or end > directory.end.start:
            other = f"`{shown(owner)}`" if start < reached else "the zip's directory"
            sentence = f"`{shown(entry.name)}` shares bytes with {other}: the zip is a bomb, or damaged"
            yield start, in_file(entry.name, sentence, code="zip-overlap")
        if end > reached:
            reached, owner = end, entry.name


def _contents(file: BinaryIO, entries: list[Entry]) -> Iterator[Fault]:
    left = _MOST_CHECKED
    for entry in entries:
        left -= entry.size
        if left < 0:
            yield Fault(f"only the first {_MOST_CHECKED:,} bytes of the content were checked", code="zip-unchecked")
            return
        try:
            for _ in unpack(file, entry):
                pass
        except ArchiveError as error:
            sentence = f"`{shown(entry.name)}` cannot be unpacked: {error.sentence}"
            yield in_file(entry.name, sentence, code=error.code)
