"""The icons by which a site stands on a phone's home screen: the course's logo, or its initials on its accent."""

from __future__ import annotations

import base64
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import PurePosixPath

from scormpack.formats.web.letters import draw_letters
from scormpack.formats.web.picture import write_png
from scormpack.model import Course
from scormpack.render.theme import LIGHT_GROUNDS, make_palette

APPLE = 180
"""Pixels of the one that iOS takes; it knows no other kind than PNG."""
_SIZES = (192, 512)  # what browsers ask of a site that is to be installed
_KINDS = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"} | {
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".avif": "image/avif",
}


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture of the site.

    Attributes:
        path: in the package.
        sizes: as the manifest has it: ``192x192``, or ``any``.
        kind: its media type.
    """

    path: str
    sizes: str
    kind: str
    data: bytes


def draw_icons(course: Course, files: Mapping[str, bytes]) -> tuple[Icon, ...]:
    """Return the icons of a course: a drawing, then pictures of every size, the last one iOS's.

    Args:
        course: its theme has accent and logo.
        files: of the site, among them the logo.
    """
    ground, ink = colours_of(course)
    initials = initials_of(course.file.title)
    logo = course.file.theme.logo or course.file.theme.logo_dark
    path = course.media[logo].target if logo else ""
    on = "#14171c" if logo and not course.file.theme.logo else "#ffffff"
    drawing = _frame(path, files[path], on) if path in files else _letter(initials, ground, ink)
    squares = draw_letters(_plain(initials))
    pictures = [(size, write_png(size, squares, ground, ink)) for size in (*_SIZES, APPLE)]
    drawn = Icon(_name("icon", "svg", drawing), "any", "image/svg+xml", drawing)
    return (drawn, *_named(pictures))


def colours_of(course: Course) -> tuple[str, str]:
    """Return the accent as it is readable, and what can be read on it, each ``#rrggbb``."""
    palette = make_palette(course.file.theme.accent, LIGHT_GROUNDS)
    return palette.accent, palette.on_accent


def initials_of(title: str) -> str:
    """Return the first letters of the title's first two words; of a script without spaces, the first sign."""
    words = [letters for word in title.split() if (letters := "".join(filter(str.isalnum, word)))]
    return "".join(word[0] for word in words[:2]).upper()


def _plain(letters: str) -> str:
    """Return the letters without their accents."""
    return "".join(one for one in unicodedata.normalize("NFD", letters) if not unicodedata.combining(one))


def _named(pictures: list[tuple[int, bytes]]) -> Iterator[Icon]:
    for size, data in pictures:
        yield Icon(_name(f"icon-{size}", "png", data), f"{size}x{size}", "image/png", data)


def _name(stem: str, ending: str, data: bytes) -> str:
    return f"assets/{stem}-{sha256(data).hexdigest()[:10]}.{ending}"


def _letter(letters: str, ground: str, ink: str) -> bytes:
    text = (
        f'<text x="256" y="256" fill="{ink}" font-family="system-ui, sans-serif" font-size="220" font-weight="700"'
        f' text-anchor="middle" dominant-baseline="central">{escape(letters)}</text>'
    )
    return _svg(ground, text)


def _frame(path: str, logo: bytes, ground: str) -> bytes:
    """Return the logo on a square of its own ground; within, for a drawing in an icon may load nothing."""
    kind = _KINDS.get(PurePosixPath(path).suffix.lower(), "image/png")
    address = f"data:{kind};base64,{base64.b64encode(logo).decode()}"
    return _svg(ground, f'<image x="80" y="80" width="352" height="352" href="{address}"/>')


def _svg(ground: str, inside: str) -> bytes:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">'
    return f'{head}<rect width="512" height="512" fill="{ground}"/>{inside}</svg>\n'.encode()
