"""Films and sounds, with their captions and what is said in them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

from scormpack.late_regex import compile_late
from scormpack.model import Media
from scormpack.render.messages import Messages

_LINE_END = compile_late(r"\r\n?|\n")


class Players(NamedTuple):
    """Draws the players of one page.

    Attributes:
        up: way from the page's folder to the site's: ``""`` or ``../``.
        messages: words for what the page adds.
    """

    up: str
    messages: Messages

    def from_picture(self, media: Media, reference: str, label: str) -> str:
        """Return the player of a film or sound that was written like a picture; ``label`` is escaped already."""
        source = f'<source src="{escape(reference)}" type="{media.kind}">'
        name = "video" if media.is_film else "audio"
        return self.player(name, {"aria-label": label} if label.strip() else {}, source, media)

    def player(self, name: str, attributes: Mapping[str, str], inside: str, media: Media | None) -> str:
        """Return a ``<video>`` or ``<audio>`` that can be started, with the captions that stand beside its file.

        Args:
            name: ``video`` or ``audio``.
            attributes: as the sanitiser left them, escaped.
            inside: what its author put into it.
            media: its file; None where it is on another host.
        """
        kept = {"controls": "", "preload": "metadata"} | dict(attributes)
        if name == "video":
            kept |= {"playsinline": ""}  # a phone would leave the page for it
        if media and "<track" not in inside and name == "video":
            inside += self._tracks(media)
        written = "".join(f' {key}="{value}"' if value else f" {key}" for key, value in kept.items())
        return f"<{name}{written}>{inside}</{name}>"

    def transcript(self, media: Media | None, label: str) -> str:
        """Return what is said in ``label`` (escaped; "" where unknown), to be opened; "" where nobody wrote it."""
        paragraphs = media.spoken(self.messages.language) if media else ()
        if not paragraphs:
            return ""
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        summary = escape(self.messages.say("site.transcript"))
        name = f' aria-label="{summary} \u00b7 {label}"' if label.strip() else ""
        return f'<details class="transcript"><summary{name}>{summary}</summary>{text}</details>'

    def _tracks(self, media: Media) -> str:
        tracks = []
        for captions in media.captions:
            language = captions.language or self.messages.language
            label = self.messages.say("site.captions")
            if len(media.captions) > 1:
                label = self.messages.say("site.captions-in", language=language)
            address = escape(_address_of(captions.text))
            tracks.append(
                f'<track kind="captions" src="{address}" srclang="{escape(language)}" label="{escape(label)}">'
            )
        return "".join(tracks)


def _address_of(captions: str) -> str:
    """Return a ``data:`` address (RFC 2397) of captions, no longer than it must be.

    No file: a page that is opened from disk may read none (HTML §4.8.11.11.3 asks for one origin), and captions are
    for those who need them there too.
    """
    text = captions.replace("%", "%25").replace("#", "%23").replace("\t", "%09")
    return "data:text/vtt," + _LINE_END.sub("%0A", text.rstrip())
