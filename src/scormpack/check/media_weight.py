"""Files that are far heavier than what learners see or hear of them."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.byte_count import say_bytes
from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.markup import links_of, may_hold_links
from scormpack.model import Media

PICTURE_BYTES = 1_000_000
"""A photo as wide as the page, twice over for sharp screens, has a fifth of it."""
PICTURE_PIXELS = 12_000_000
"""A browser unpacks each into four bytes: 48 MB of a phone's memory."""
SOUND_BYTES = 30_000_000
"""Half an hour of speech at 128 kbit/s."""
FILM_BYTES = 100_000_000
"""Many LMSs take no larger package; streamed from a declared host, a film may be longer."""
FILE_BYTES = 20_000_000
"""Of a file to keep."""


def check_media_weight(text: AuthoredText) -> Iterator[Fault]:
    """Yield the pictures, sounds, films and downloads that are too heavy, where they are shown or offered."""
    if not may_hold_links(text.markdown):
        return
    for target in dict.fromkeys(link.target for link in links_of(text.markdown)):
        media = text.course.media.get(target)
        fault = _fault_of(media) if media else None
        if fault:
            yield text.fault(*fault, at=target)


def _fault_of(media: Media) -> tuple[str, str] | None:
    if media.is_film:
        hint = "Make it smaller (720p, H.264), or show it from a host that the course declares."
        return _too_heavy(media, FILM_BYTES, "film", hint)
    if media.is_sound:
        return _too_heavy(media, SOUND_BYTES, "sound", "Save speech as MP3 or M4A of 64 kbit/s, in one channel.")
    if media.width is None or media.height is None:
        return _too_heavy(media, FILE_BYTES, "file", "Make it smaller, or link to it on the web.")
    if media.ending != ".svg" and media.width * media.height > PICTURE_PIXELS:
        message = f"this picture has {media.width} by {media.height} pixels; a page shows 672 of its width"
        return message, "Scale it down: 1344 pixels are enough for sharp screens."
    return _too_heavy(media, PICTURE_BYTES, "picture", "Scale it down to a width of 1344 pixels, or save it as WebP.")


def _too_heavy(media: Media, most: int, kind: str, hint: str) -> tuple[str, str] | None:
    if media.bytes <= most:
        return None
    return f"this {kind} has {say_bytes(media.bytes)}; {say_bytes(most)} is much", hint
