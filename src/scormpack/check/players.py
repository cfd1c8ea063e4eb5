"""The films and sounds of a text, for the rules that look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from scormpack.check.authored_text import AuthoredText
from scormpack.late_regex import compile_late
from scormpack.markup import may_hold_links
from scormpack.model import Media

_IMAGE = compile_late(r'<img\b[^>]*?\ssrc="([^"]*)"')
_PLAYER = compile_late(r"<(video|audio)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_SOURCE = compile_late(r'\ssrc="([^"]*)"')
_TRACK = compile_late(r'<track\b[^>]*?\ssrc="')


class Player(NamedTuple):
    """A film or a sound in a text.

    Attributes:
        is_film: a film, not a sound.
        reference: to its file, as the text has it; "" where it has none.
        media: its file; None where it is on another host.
        has_track: whether its author named captions beside it.
    """

    is_film: bool
    reference: str
    media: Media | None
    has_track: bool


def players_of(text: AuthoredText) -> Iterator[Player]:
    """Yield the films and sounds, whether written like pictures or as HTML."""
    if not may_hold_links(text.markdown):
        return
    known = text.course.media
    for reference in map(unescape, _IMAGE.findall(text.html)):
        media = known.get(reference)
        if media and (media.is_film or media.is_sound):
            yield Player(media.is_film, reference, media, has_track=False)
    for match in _PLAYER.finditer(text.html):
        source = _SOURCE.search(match[2]) or _SOURCE.search(match[3])
        reference = unescape(source[1]) if source else ""
        has_track = _TRACK.search(match[3]) is not None
        yield Player(match[1] == "video", reference, known.get(reference), has_track)
