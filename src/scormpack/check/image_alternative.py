"""Images that say nothing to a reader who does not see them."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.markup import DECORATIVE, may_hold_links

_IMAGE = compile_late(r"<img\b[^>]*>")
_WITH_TEXT = compile_late(r'\salt="[^"]*\S[^"]*"')
_SOURCE = compile_late(r'\ssrc="([^"]*)"')


def check_image_alternatives(text: AuthoredText) -> Iterator[Fault]:
    """Yield the images without a text alternative that are not said to be decoration (WCAG 2.2, 1.1.1)."""
    if not may_hold_links(text.markdown):
        return
    for image in _IMAGE.findall(text.html):
        if not _WITH_TEXT.search(image) and f' title="{DECORATIVE}"' not in image:
            source = _SOURCE.search(image)
            name = unescape(source[1]) if source else ""
            hint = f'Say what it shows: `![A diagram of …]({name})`. If it says nothing: `![]({name} "{DECORATIVE}")`.'
            yield text.fault("this image has no text alternative", hint, at=name)
