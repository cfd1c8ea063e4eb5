"""Frames that do not say what they show."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.markup import FRAME, frame_address

_TITLE = compile_late(r'\stitle="[^"]*\S[^"]*"')


def check_frame_titles(text: AuthoredText) -> Iterator[Fault]:
    """Yield the frames without a title: a screen reader offers them by it (WCAG 2.2, 4.1.2)."""
    if "<iframe" not in text.markdown.lower():
        return
    for frame in FRAME.finditer(text.html):
        if not _TITLE.search(frame[1]):
            address = frame_address(frame[1])
            hint = f'Say what it shows: `<iframe src="{address}" title="A film about …">`.'
            yield text.fault("this frame has no title", hint, at=address or "iframe")
