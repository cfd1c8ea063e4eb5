"""The files that lessons show or offer."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

FILMS = {
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".webm": "video/webm",
    ".ogv": "video/ogg",
    ".mov": "video/quicktime",
}
SOUNDS = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".aac": "audio/aac",
    ".ogg": "audio/ogg",
    ".oga": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".flac": "audio/flac",
}
"""Media types by ending (RFC 6381 and IANA's registry)."""


class Captions(NamedTuple):
    """A film's captions in one language.

    Attributes:
        language: BCP 47; "" = the page's own.
        media: the WebVTT file.
        text: what is in it.
        words: the same, as paragraphs of a transcript.
    """

    language: str
    media: Media
    text: str
    words: tuple[str, ...]


class Media(NamedTuple):
    """A file that a lesson shows or offers.

    Attributes:
        path: as found on disk, from the course folder, ``/`` separators.
        target: path in every package, content-hashed and ASCII lower case: ``assets/fork-1a2b3c4d.svg``.
        bytes: its size.
        width: of a picture, in CSS pixels; None where the file does not tell. ``height`` likewise.
        captions: of a film or a sound, by language.
        transcript: of a film or a sound, as its author wrote it: paragraphs.
    """

    path: str
    target: str
    bytes: int = 0
    width: int | None = None
    height: int | None = None
    captions: tuple[Captions, ...] = ()
    transcript: tuple[str, ...] = ()

    @property
    def ending(self) -> str:
        """``.svg``, lower case; "" where there is none."""
        return PurePosixPath(self.path).suffix.lower()

    @property
    def is_film(self) -> bool:
        """Whether it is shown by ``<video>``."""
        return self.ending in FILMS

    @property
    def is_sound(self) -> bool:
        """Whether it is played by ``<audio>``."""
        return self.ending in SOUNDS

    @property
    def kind(self) -> str:
        """Media type of a film or sound; "" of other files."""
        return FILMS.get(self.ending) or SOUNDS.get(self.ending, "")

    @property
    def files(self) -> tuple[Media, ...]:
        """The file and those that belong to it."""
        return (self, *(captions.media for captions in self.captions))

    def spoken(self, language: str) -> tuple[str, ...]:
        """Return the paragraphs of its transcript: its author's, else the captions' words, the nearest language's."""
        if self.transcript or not self.captions:
            return self.transcript
        primary = language.lower().split("-")[0]
        near = [one for one in self.captions if one.language.lower().split("-")[0] in ("", primary)]
        return (near or list(self.captions))[0].words

    def sized(self, size: tuple[int, int] | None) -> Media:
        """Return the same of that size."""
        return self._replace(width=size[0], height=size[1]) if size else self

    def accompanied(self, captions: tuple[Captions, ...], transcript: tuple[str, ...]) -> Media:
        """Return the same with captions and a transcript."""
        return self._replace(captions=captions, transcript=transcript)
