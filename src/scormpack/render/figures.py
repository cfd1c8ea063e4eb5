"""Pictures, players and frames in a text: what stands alone in its paragraph is a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import NamedTuple

from scormpack.late_regex import compile_late
from scormpack.markup import DECORATIVE, FRAME, frame_address, host_of
from scormpack.model import Media
from scormpack.render.messages import Messages
from scormpack.render.players import Players

LAZY = 100_000
"""Bytes from which a picture is loaded only when it comes near: smaller ones are there before anybody scrolls."""
# No script of a frame reaches the page, and no page of a frame takes the lesson's place.
_SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-presentation"

# Only for HTML that the sanitiser wrote: its attributes always stand in double quotes, and hold no `<`, `>` or `"`.
_ALONE = compile_late(r"<p>\s*<img ([^>]*)>\s*</p>")
_IMAGE = compile_late(r"<img (?!decoding=)([^>]*)>")
_PLAYER = compile_late(r"(<p>\s*)?<(video|audio)\b([^>]*)>(.*?)</\2>(\s*</p>)?", re.DOTALL)
_FRAME = compile_late(rf"(<p>\s*)?{FRAME.pattern}(\s*</p>)?")
_ATTRIBUTE = compile_late(r'([a-z-]+)="([^"]*)"')
_SOURCE = compile_late(r'<source\b[^>]*?\ssrc="([^"]*)"')


class Figures(NamedTuple):
    """Draws the pictures, players and frames of one page; the arguments are those of ``Texts``."""

    media: Mapping[str, Media]
    up: str
    messages: Messages

    def draw(self, html: str) -> str:
        """Return sanitised HTML with everything in it that is to be seen or heard."""
        if "<video" in html or "<audio" in html:
            html = _PLAYER.sub(self._player, html)
        if "<img" in html:
            html = _IMAGE.sub(lambda image: self._image(_read(image[1])), _ALONE.sub(self._figure, html))
        return _FRAME.sub(self._frame, html) if "<iframe" in html else html

    def _figure(self, paragraph: re.Match[str]) -> str:
        attributes = _read(paragraph[1])
        media = self._media_of(attributes)
        title = attributes.get("title", "")
        caption = f"<figcaption>{title}</figcaption>" if title and title != DECORATIVE else ""
        image = self._image({key: value for key, value in attributes.items() if key != "title" or value == DECORATIVE})
        return f"<figure>{image}{caption}</figure>{self._players.transcript(media, attributes.get('alt', ''))}"

    def _image(self, attributes: Mapping[str, str]) -> str:
        media = self._media_of(attributes)
        kept = {"decoding": "async"} | dict(attributes)
        if media and (media.is_film or media.is_sound):
            return self._players.from_picture(media, unescape(kept["src"]), kept.get("alt", ""))
        if kept.get("title") == DECORATIVE:
            kept |= {"alt": ""}
            del kept["title"]
        if media and media.width and not {"width", "height"} & kept.keys():
            kept |= {"width": str(media.width), "height": str(media.height)}
        if media and media.bytes >= LAZY:
            kept |= {"loading": "lazy"}
        return f"<img {_write(kept)}>"

    def _player(self, match: re.Match[str]) -> str:
        opened, name, written, inside, closed = match.groups()
        attributes = _read(written)
        source = _SOURCE.search(inside)
        media = self._media_of(attributes) or (self.media.get(unescape(source[1])) if source else None)
        title = attributes.pop("title", "")
        if title:
            attributes["aria-label"] = title
        player = self._players.player(name, attributes, inside, media)
        if bool(opened) != bool(closed):
            return f"{opened or ''}{player}{closed or ''}"
        return f"<figure>{player}</figure>{self._players.transcript(media, attributes.get('aria-label', ''))}"

    def _frame(self, match: re.Match[str]) -> str:
        opened, written, closed = match.groups()
        address = frame_address(written)
        frame = f'<iframe{written} sandbox="{_SANDBOX}" allow="fullscreen; picture-in-picture" loading="lazy"></iframe>'
        if bool(opened) != bool(closed):
            return f"{opened or ''}{frame}{closed or ''}"
        words = escape(self.messages.say("site.frame-from", host=host_of(address) or ""))
        hint = escape(self.messages.say("site.new-tab"))
        link = (
            f'<a href="{escape(address)}" rel="noopener noreferrer" target="_blank">{words}'
            f'<span class="visually-hidden"> {hint}</span></a>'
        )
        return f"<figure>{frame}<figcaption>{link}</figcaption></figure>"

    def _media_of(self, attributes: Mapping[str, str]) -> Media | None:
        return self.media.get(unescape(attributes.get("src", "")))

    @property
    def _players(self) -> Players:
        return Players(self.up, self.messages)


def _read(attributes: str) -> dict[str, str]:
    """Return attributes by name, their values still escaped."""
    return dict(_ATTRIBUTE.findall(attributes))


def _write(attributes: Mapping[str, str]) -> str:
    return " ".join(f'{name}="{value}"' for name, value in attributes.items())
