"""A page that needs no file beside it: pictures and fonts within it, sound and films named, downloads as words."""

from __future__ import annotations

import base64
import re
from html import escape
from pathlib import PurePosixPath

from scormpack.late_regex import compile_late
from scormpack.model import Course, Media
from scormpack.render.media import read_media

_KINDS = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}

# Only for HTML that templates and sanitiser wrote: its attributes always stand in double quotes.
_PLAYED = compile_late(r"<(video|audio|iframe)\b.*?</\1>", re.DOTALL)
_DOWNLOAD = compile_late(r'<a href="(?![a-z]+:|#)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
_PICTURE = compile_late(r'(<img\b[^>]*?\bsrc=")([^":]+)(")')
_CLOSED = compile_late(r"<details(?![^>]*\bopen\b)")
_NAMED = compile_late(r'(\s(?:id|for|aria-labelledby)="|\shref="#)')


class Inliner:
    """Puts the course's files into a page."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._by_target = {media.target: media for media in course.media.values()}

    def address(self, reference: str) -> str:
        """Return the ``data:`` address (RFC 2397) of a file, by the reference as its author wrote it."""
        return self._data(self._course.media[reference])

    def inline(self, html: str, name: str, played: str) -> str:
        """Return a part of a page without any address of a file.

        Args:
            html: the part, with files by their targets.
            name: put before every id in it, so that parts can stand on one page.
            played: what is said in the place of sound and films.
        """
        html = _PLAYED.sub(f'<p class="elsewhere">{escape(played)}</p>', html)
        html = _CLOSED.sub("<details open", _DOWNLOAD.sub(r"\1", html))
        return _PICTURE.sub(self._fill, _NAMED.sub(rf"\1{name}-", html))

    def _fill(self, match: re.Match[str]) -> str:
        media = self._by_target.get(match[2])
        return f"{match[1]}{self._data(media)}{match[3]}" if media else match[0]

    def _data(self, media: Media) -> str:
        kind = _KINDS.get(PurePosixPath(media.target).suffix, "application/octet-stream")
        return f"data:{kind};base64,{base64.b64encode(read_media(self._course, media)).decode('ascii')}"
