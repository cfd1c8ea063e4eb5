"""A member's content, unpacked piece by piece and never beyond what it says it is."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from scormpack.archive.member import DEFLATED, STORED
from scormpack.archive.reading.directory import Entry
from scormpack.archive.reading.local_header import read_local_header
from scormpack.errors import ArchiveError

_PIECE = 1 << 16


def unpack(file: BinaryIO, entry: Entry, limit: int | None = None) -> Iterator[bytes]:
    """Yield the content in pieces of at most 64 KiB; its checksum is judged at its end.

    Args:
        file: the zip.
        entry: the member.
        limit: bytes after which to stop without judging; None = all of it.

    Raises:
        ArchiveError: where it is encrypted, packed in another way, longer or shorter than it says, or damaged.
    """
    header = read_local_header(file, entry)
    if entry.is_encrypted:
        raise ArchiveError("zip-encrypted", "it is encrypted")
    if entry.method not in {STORED, DEFLATED}:
        raise ArchiveError("zip-method", f"it is compressed by method {entry.method}")
    if header is None:
        raise ArchiveError("zip-damaged", "there is no file at the place that the zip's directory names")
    crc = length = 0
    pieces = _inflated(file, header.start, entry) if entry.method == DEFLATED else _stored(file, header.start, entry)
    for piece in pieces:
        length += len(piece)
        if length > entry.size:
            raise ArchiveError("zip-size", f"it is longer than the {entry.size:,} bytes that the zip says")
        crc = zlib.crc32(piece, crc)
        yield piece
        if limit is not None and length >= limit:
            return
    if length != entry.size:
        raise ArchiveError("zip-size", f"it has {length:,} bytes and not the {entry.size:,} that the zip says")
    if crc != entry.crc:
        raise ArchiveError("zip-damaged", "its checksum is wrong")


def _stored(file: BinaryIO, start: int, entry: Entry) -> Iterator[bytes]:
    at, end = start, start + entry.packed
    while at < end:
        file.seek(at)  # others may read between two pieces
        piece = file.read(min(_PIECE, end - at))
        if not piece:
            return
        at += len(piece)
        yield piece


def _inflated(file: BinaryIO, start: int, entry: Entry) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for packed in _stored(file, start, entry):
        rest = packed
        while rest and not inflater.eof:
            try:
                piece = inflater.decompress(rest, _PIECE)
            except zlib.error:
                raise ArchiveError("zip-damaged", "its compressed content is damaged") from None
            rest = inflater.unconsumed_tail
            if piece:
                yield piece
        if inflater.eof:
            return
    while not inflater.eof:  # what the last piece left inside
        try:
            piece = inflater.decompress(inflater.unconsumed_tail, _PIECE)
        except zlib.error:
            raise ArchiveError("zip-damaged", "its compressed content is damaged") from None
        if not piece:
            raise ArchiveError("zip-damaged", "its compressed content breaks off")
        yield piece
