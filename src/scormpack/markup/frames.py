"""Frames: pages of other hosts inside a lesson, of those hosts alone that the course declares."""

from __future__ import annotations

from collections.abc import Collection
from html import unescape
from urllib.parse import urlsplit

from scormpack.late_regex import compile_late

FRAME = compile_late(r"<iframe\b([^>]*)></iframe>")
"""As the sanitiser writes it."""
_SOURCE = compile_late(r'\ssrc="([^"]*)"')


def keep_frames(html: str, hosts: Collection[str]) -> str:
    """Return sanitised HTML without the frames that show other hosts than these."""
    if "<iframe" not in html:
        return html
    return FRAME.sub(lambda frame: frame[0] if host_of(frame_address(frame[1])) in hosts else "", html)


def frame_address(attributes: str) -> str:
    """Return what a frame shows; "" where it names nothing that the sanitiser lets stay."""
    source = _SOURCE.search(attributes)
    return unescape(source[1]) if source else ""


def host_of(address: str) -> str | None:
    """Return the host of an address that begins with ``https:``, in lower case; None of any other, or with a port."""
    try:
        parts = urlsplit(address)
        plain = parts.scheme == "https" and parts.port is None and "@" not in parts.netloc
    except ValueError:
        return None
    return parts.hostname if plain else None
