"""Colours, and whether one can be read on another."""

from __future__ import annotations

from collections.abc import Sequence

TEXT_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3 Contrast (Minimum)."""
EDGE_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11 Non-text Contrast."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours ``#rrggbb``, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(one: str, other: str, share: float) -> str:
    """Return the colour on the way from ``one`` (share 0) to ``other`` (share 1)."""
    mixed = (round(a + (b - a) * share) for a, b in zip(_channels(one), _channels(other), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def nearest_readable(colour: str, grounds: Sequence[str], ratio: float) -> str | None:
    """Return the colour nearest to ``colour``, on the way to black or to white, with that contrast on every ground.

    None where there is none, which takes grounds as unlike as black and white.
    """
    for step in range(101):
        for end in ("#000000", "#ffffff"):
            shade = mix(colour, end, step / 100)
            if all(contrast(shade, ground) >= ratio for ground in grounds):
                return shade
    return None


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
