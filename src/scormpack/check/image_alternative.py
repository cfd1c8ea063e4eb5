"""Images that say nothing to a reader who does not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from scormpack.check.place import Fault
from scormpack.load import lesson_file
from scormpack.markup import to_html
from scormpack.model import Course, markdown_texts

_IMAGE = re.compile(r"<img\b[^>]*>")
_WITH_TEXT = re.compile(r'\salt="[^"]*\S[^"]*"')
_SOURCE = re.compile(r'\ssrc="([^"]*)"')


def check_image_alternatives(course: Course) -> Iterator[Fault]:
    """Yield the images without a text alternative (WCAG 2.2, 1.1.1)."""
    for lesson in course.lessons.values():
        for path, text in markdown_texts(lesson):
            if "](" not in text and "<img" not in text:
                continue
            for image in _IMAGE.findall(to_html(text)):
                if not _WITH_TEXT.search(image):
                    source = _SOURCE.search(image)
                    name = unescape(source[1]) if source else ""
                    hint = f"Say what it shows: `![A diagram of …]({name})`."
                    message = "this image has no text alternative"
                    yield Fault(lesson_file(lesson.id), path, message, hint, text=name)
