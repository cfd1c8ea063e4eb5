"""Images that say nothing to a reader who does not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from scormpack.check.place import Fault
from scormpack.load import bank_file, lesson_file
from scormpack.markup import may_hold_links, to_html
from scormpack.model import Bank, Course, Lesson, markdown_texts

_IMAGE = re.compile(r"<img\b[^>]*>")
_WITH_TEXT = re.compile(r'\salt="[^"]*\S[^"]*"')
_SOURCE = re.compile(r'\ssrc="([^"]*)"')


def check_image_alternatives(course: Course) -> Iterator[Fault]:
    """Yield the images without a text alternative (WCAG 2.2, 1.1.1)."""
    files: list[tuple[str, Lesson | Bank]]
    files = [(lesson_file(lesson.id), lesson) for lesson in course.lessons.values()]
    files += [(bank_file(bank.id), bank) for bank in course.banks.values()]
    for file, model in files:
        for path, text in markdown_texts(model):
            if not may_hold_links(text):
                continue
            for image in _IMAGE.findall(to_html(text)):
                if not _WITH_TEXT.search(image):
                    source = _SOURCE.search(image)
                    name = unescape(source[1]) if source else ""
                    hint = f"Say what it shows: `![A diagram of …]({name})`."
                    message = "this image has no text alternative"
                    yield Fault(file, path, message, hint, text=name)
