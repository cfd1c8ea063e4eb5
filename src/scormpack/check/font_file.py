"""Fonts that no browser can show, or that a phone would wait for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from scormpack.byte_count import say_bytes
from scormpack.check.place import Fault
from scormpack.load import COURSE_FILE
from scormpack.model import Course

MOST_BYTES = 200_000
_BEGINNINGS = (b"wOF2", b"wOFF", b"OTTO", b"\x00\x01\x00\x00", b"true")
"""WOFF 2 §3.1, WOFF 1 §3, OpenType's sfnt versions, and Apple's."""
ENDINGS = (".woff2", ".woff", ".ttf", ".otf")


def check_font_files(course: Course) -> Iterator[Fault]:
    """Yield the theme's fonts that are no fonts (an error) or have more than 200 kB."""
    for keys, name in course.file.theme.files:
        if keys[0] != "fonts":
            continue
        path, media = ("theme", *keys), course.media[name]
        data = (course.root / media.path).read_bytes()
        if PurePosixPath(media.path).suffix.lower() not in ENDINGS or not data.startswith(_BEGINNINGS):
            message = f"`{media.path}` is not a font that browsers show"
            hint = f"Use a file that ends in {', '.join(ENDINGS)}, best of all .woff2."
            yield Fault(COURSE_FILE, path, message, hint, "error")
        elif len(data) > MOST_BYTES:
            message = f"this font has {say_bytes(len(data))}; every learner's device loads it"
            hint = "Save it as .woff2, with only the letters that the course's languages need: 20 to 60 kB are usual."
            yield Fault(COURSE_FILE, path, message, hint)
