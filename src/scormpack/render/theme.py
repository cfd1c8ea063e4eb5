"""Colours that can be read, from whatever accent a course names."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3 Contrast (Minimum)."""

LIGHT_GROUNDS = ("#ffffff", "#f5f6f9")
"""Card and page, as in ``templates/style/tokens.css``."""
DARK_GROUNDS = ("#1d2128", "#14171c")
_TINT = 0.09


@dataclass(frozen=True, slots=True)
class Palette:
    """The accent's shades on one pair of grounds, each ``#rrggbb``.

    Attributes:
        accent: text, icons and fills: at least 4.5:1 against every ground and against ``tint``.
        on_accent: text on a fill of ``accent``: at least 4.5:1.
        tint: a ground with a breath of the accent.
        mark: the author's own accent, for what carries no meaning.
    """

    accent: str
    on_accent: str
    tint: str
    mark: str


def light_palette(accent: str) -> Palette:
    """Return the shades for a light page."""
    return _palette(accent, LIGHT_GROUNDS, towards="#000000", on_accent="#ffffff")


def dark_palette(accent: str) -> Palette:
    """Return the shades for a dark page."""
    return _palette(accent, DARK_GROUNDS, towards="#ffffff", on_accent=DARK_GROUNDS[1])


def theme_css(accent: str) -> str:
    """Return the custom properties of a course's accent, in the layer where ``tokens.css`` has its own."""
    light, dark = (_declare(palette) for palette in (light_palette(accent), dark_palette(accent)))
    return f"@layer tokens{{:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}}}\n"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _palette(accent: str, grounds: tuple[str, str], *, towards: str, on_accent: str) -> Palette:
    tint = _mix(grounds[0], accent, _TINT)
    shades = (_mix(accent, towards, step / 100) for step in range(101))
    readable = (
        shade
        for shade in shades
        if all(contrast(shade, ground) >= TEXT_CONTRAST for ground in (*grounds, tint, on_accent))
    )
    return Palette(next(readable), on_accent, tint, accent)


def _declare(palette: Palette) -> str:
    return (
        f"--accent:{palette.accent};--on-accent:{palette.on_accent};"
        f"--accent-tint:{palette.tint};--accent-mark:{palette.mark}"
    )


def _mix(one: str, other: str, share: float) -> str:
    mixed = (round(a + (b - a) * share) for a, b in zip(_channels(one), _channels(other), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
