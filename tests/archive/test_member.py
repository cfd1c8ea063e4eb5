"""Facts about one compressed file of a package."""

from __future__ import annotations

import io
import zipfile
import zlib

from hypothesis import given
from hypothesis import strategies as st

from scormpack.archive import Member, compress, expand, prepend, zip_members
from scormpack.archive.member import DEFLATED, STORED
from scormpack.render.build_id import begin_page


@given(st.binary(max_size=99), st.lists(st.binary(max_size=400), max_size=5))
def test_a_few_bytes_go_before_what_is_compressed(beginning: bytes, files: list[bytes]) -> None:
    """Whatever they are: any reader of zips finds both, and the check sum of both."""
    members = [_deflate(data) for data in files]
    whole = prepend(beginning, members)
    assert [(expand(one), one.size, one.crc) for one in whole] == [
        (data, len(data), zlib.crc32(data)) for data in (beginning + file for file in files)
    ]
    data = zip_members({str(place): member for place, member in enumerate(whole)}, "a.zip")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert [package.read(name) for name in package.namelist()] == [beginning + file for file in files]


def test_pages_of_two_builds_are_compressed_alike() -> None:
    """What follows the build id is the same bytes in both, those that are made of the rest alone."""
    rest = b'" lang="en">' + b"<p>Words, words, words.</p>" * 99
    packed = compress("rest.html", rest)
    for build in ("0123456789", "abcdefghij"):
        page = begin_page(build) + rest
        member = compress("lessons/one.html", page)
        assert member.method == DEFLATED
        assert expand(member) == page
        assert member.data.endswith(packed.data)
        assert [member] == prepend(begin_page(build), [packed])


def test_what_compressing_does_not_make_smaller_is_stored() -> None:
    """A page too; one of which that is true of the rest alone is compressed as a whole."""
    for data in (b"", b"x"):
        assert compress("index.html", data) == Member(data, len(data), zlib.crc32(data), STORED)
    short = begin_page("0") + b'"'
    assert expand(compress("index.html", short)) == short


def _deflate(data: bytes) -> Member:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return Member(packer.compress(data) + packer.flush(), len(data), zlib.crc32(data), DEFLATED)
