"""Facts about sizes read from pictures."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from lxml import etree

from scormpack.load.picture_size import drawing_size, picture_size


def jpeg(orientation: int | None = None) -> bytes:
    """Return the first bytes of a JPEG of 40 by 30, with an orientation in its EXIF data."""
    exif = b""
    if orientation is not None:
        tiff = b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
        exif = b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff
    return b"\xff\xd8" + exif + b"\xff\xff\xc0" + struct.pack(">HBHHB", 11, 8, 30, 40, 1) + b"\1\x11\0\xff\xd9"


VP8 = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 40, 30)
VP8L = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0/" + (39 | 29 << 14).to_bytes(4, "little")
VP8X = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0" + (39).to_bytes(3, "little") + (29).to_bytes(3, "little")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 40, 30), id="PNG"),
        pytest.param(b"GIF89a" + struct.pack("<HH", 40, 30), id="GIF"),
        pytest.param(jpeg(), id="JPEG"),
        pytest.param(jpeg(1), id="JPEG that stands upright"),
        pytest.param(VP8, id="WebP, lossy"),
        pytest.param(VP8L, id="WebP, lossless"),
        pytest.param(VP8X, id="WebP, extended"),
        pytest.param(b"\0\0\0\x1cftypavif" + b"\0" * 40 + b"ispe\0\0\0\0" + struct.pack(">II", 40, 30), id="AVIF"),
    ],
)
def test_a_picture_tells_its_size(data: bytes) -> None:
    """Width and height stand where the format has them; a file that is cut short tells none."""
    assert picture_size(data) == (40, 30)
    assert picture_size(data[: len(data) // 2]) is None


def test_a_photograph_that_was_turned_is_as_high_as_it_was_wide() -> None:
    """A camera held upright says so in the EXIF data, and browsers turn the picture."""
    assert picture_size(jpeg(6)) == (30, 40)


@pytest.mark.parametrize("data", [b"", b"text", b"\xff\xd8", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a\0\0\0\0"])
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    """No size is guessed."""
    assert picture_size(data) is None


def test_a_real_picture(checkout: Path) -> None:
    """A whole file is read like its beginning."""
    assert picture_size((checkout / "tests/courses/content/assets/crust.png").read_bytes()) == (320, 180)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="30px"', (40, 30)),
        ('viewBox="0 0 336 84"', (672, 168)),
        ('width="100%" height="100%" viewBox="0,0,1,1"', (672, 672)),
        ('width="40"', None),
        ('viewBox="0 0 0 0"', None),
        ('viewBox="x"', None),
        ("", None),
    ],
)
def test_a_drawing_tells_its_size(attributes: str, size: tuple[int, int] | None) -> None:
    """By width and height; one that has none fills the column of text, in the shape of its view box."""
    assert drawing_size(etree.fromstring(f"<svg {attributes}/>")) == size
