"""Links in a text: to other sites, and to files to keep."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import PurePosixPath
from typing import NamedTuple

from scormpack.late_regex import compile_late
from scormpack.model import Media
from scormpack.render.messages import Messages

# Only for HTML that the sanitiser wrote: its attributes always stand in double quotes.
_LINK = compile_late(r'<a href="(?!#|mailto:)([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


class Links(NamedTuple):
    """Writes the links of one page; the arguments are those of ``Texts``."""

    media: Mapping[str, Media]
    messages: Messages

    def write(self, html: str) -> str:
        """Return sanitised HTML whose links never take the page's place: a page that goes ends the LMS's session."""
        return _LINK.sub(self._write, html)

    def _write(self, match: re.Match[str]) -> str:
        address, attributes, words = match.groups()
        hint = escape(self.messages.say("site.new-tab"))
        media = self.media.get(unescape(address))
        if media is None:
            end = f'<span class="visually-hidden"> {hint}</span></a>'
            return f'<a href="{address}"{attributes} target="_blank">{words}{end}'
        name = escape(PurePosixPath(media.path).name)
        # A browser that does not download in frames opens a tab instead.
        return (
            f'<a href="{address}"{attributes} download="{name}" target="_blank">{words}'
            f' <span class="file-facts">{escape(self._facts(media))}</span></a>'
        )

    def _facts(self, media: Media) -> str:
        """Return type and size of a file in words."""
        if media.bytes < 1_000_000:
            size = self.messages.say("site.kilobytes", n=max(1, round(media.bytes / 1000)))
        else:
            size = self.messages.say("site.megabytes", n=-(-media.bytes // 1_000_000))
        kind = media.ending.removeprefix(".").upper()
        return self.messages.say("site.download", type=kind, size=size) if kind else size
