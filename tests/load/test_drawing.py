"""Facts about SVG files: what draws may stay, what acts may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormpack.load.drawing import read_drawing

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<g><script xlink:href='https://x.example/a.js'/></g>",
        "<s:script xmlns:s='http://www.w3.org/2000/svg'>1</s:script>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<p xmlns='http://www.w3.org/1999/xhtml'>x</p>",
        "<g onload='alert(1)'/>",
        "<g ONCLICK='alert(1)'/>",
        "<a href='javascript:alert(1)'><path/></a>",
        "<a xlink:href='https://x.example/'><path/></a>",
        "<image href='https://x.example/a.png'/>",
        "<image href='data:image/svg+xml;base64,AAAA'/>",
        "<use href='other.svg#a'/>",
        "<set attributeName='href' to='javascript:alert(1)'/>",
        "<animate attributeName='xlink:href' values='a'/>",
        "<style>@import 'https://x.example/a.css';</style>",
        "<style>a { fill: url(https://x.example/a) }</style>",
        "<style>a { fill: u\\72l(https://x.example/a) }</style>",
        "<style>@im/**/port 'a.css'; b { fill: ur/**/l(//x.example/a) }</style>",
        "<path fill='url(https://x.example/a#b)'/>",
        "<path style='fill: URL( \"a.svg#b\")'/>",
        "<iframe/>",
    ],
)
def test_what_acts_or_asks_is_refused(inside: str) -> None:
    """Scripts, events, pages, animated addresses and every other file are refused, with the reason."""
    assert isinstance(read_drawing(SVG.format(inside).encode()), str)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no svg",
        b"<html/>",
        b"<svg><g></svg>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        b'<!DOCTYPE svg [\n<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        b'<?xml-stylesheet href="https://x.example/a.css"?><svg/>',
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>".encode("utf-16"),
    ],
)
def test_what_cannot_be_read_as_a_drawing_is_refused(data: bytes) -> None:
    """A file that is no SVG, is broken, or declares something of its own is refused."""
    assert isinstance(read_drawing(data), str)


@pytest.mark.parametrize(
    "inside",
    [
        "<title>A fork</title><path d='M0 0h4' fill='url(#shade)' style='stroke: red'/>",
        "<style>.a { fill: #fff } @media (prefers-color-scheme: dark) { .a { fill: #000 } }</style>",
        "<defs><path id='a'/></defs><use href='#a'/><use xlink:href='#a'/>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<metadata><x xmlns='urn:example'>y</x></metadata><text font-family=\"'Noto Sans'\">a</text>",
        "<animate attributeName='opacity' values='0;1'/>",
    ],
)
def test_what_draws_stays(inside: str) -> None:
    """Shapes, text, styles, gradients, embedded bitmaps and movement are what drawings are made of."""
    assert not isinstance(read_drawing(SVG.format(inside).encode()), str)


def test_our_own_drawings_stay(checkout: Path) -> None:
    """Every drawing of the example course passes."""
    drawings = sorted((checkout / "lessons" / "assets").glob("*.svg"))
    assert drawings
    assert [path.name for path in drawings if isinstance(read_drawing(path.read_bytes()), str)] == []
