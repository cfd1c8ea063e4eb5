"""A course's own looks as custom properties: colours that can be read from whatever accent it names, its typefaces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from scormpack.late_regex import compile_late
from scormpack.load.tokens import Scheme, Token
from scormpack.model import Theme, Typeface
from scormpack.model.colour import TEXT_CONTRAST, contrast, luminance, mix

LIGHT_GROUNDS = ("#ffffff", "#f5f6f9")
"""Card and page, as in ``templates/style/tokens.css``."""
DARK_GROUNDS = ("#1d2128", "#14171c")
_TINT = 0.09

_PROPERTIES = {"text": "--sans", "headings": "--display", "code": "--mono"}
_PREFERS = compile_late(r"\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)")
_FORMATS = {"woff2": "woff2", "woff": "woff", "ttf": "truetype", "otf": "opentype"}


class Palette(NamedTuple):
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


@lru_cache(maxsize=16)
def make_palette(accent: str, grounds: tuple[str, str]) -> Palette:
    """Return the shades for a page with these grounds; as near to readable as there is where nothing is."""
    tint = mix(grounds[0], accent, _TINT)
    is_light = luminance(grounds[0]) > 0.18
    on_accent = "#ffffff" if is_light else grounds[1]
    end = "#000000" if is_light else "#ffffff"
    against = (*grounds, tint, on_accent)

    def least(shade: str) -> float:
        return min(contrast(shade, ground) for ground in against)

    shades = (mix(accent, end, step / 100) for step in range(101))
    readable = next((shade for shade in shades if least(shade) >= TEXT_CONTRAST), None)
    return Palette(readable or max((accent, end), key=least), on_accent, tint, accent)


def theme_css(
    theme: Theme,
    tokens: Mapping[Scheme, Mapping[str, Token]],
    address: Callable[[str], str],
) -> str:
    """Return a course's custom properties, in the layer where ``tokens.css`` has its own, and its ``@font-face``s.

    Args:
        theme: what ``course.yaml`` says.
        tokens: the grounds that the course's pages have.
        address: from a font's path in the course to what the style sheet calls it.
    """
    light = _declare(make_palette(theme.accent, _grounds(tokens["light"], LIGHT_GROUNDS)))
    dark = _declare(make_palette(theme.accent, _grounds(tokens["dark"], DARK_GROUNDS)))
    fonts = ";".join(_families(theme))
    # Twice the root: over what tokens.css chooses by language.
    fonts = f":root:root{{{fonts}}}" if fonts else ""
    schemes = f":root{{{light}}}@media (prefers-color-scheme: dark){{:root{{{dark}}}}}"
    faces = (face.rule(address(face.path)) for face in _faces(theme))
    return "".join(faces) + f"@layer tokens{{{schemes}{fonts}}}\n"


def font_files(theme: Theme) -> dict[str, str]:
    """Return the font files of a course: all are asked for with the page, for a late one is not shown.

    Chromium gives an optional face that was not asked for so early no time at all, not even from its cache.

    Returns:
        By path, which faces each file is, for ``runtime/page/fonts.ts``: ``normal 400 text, normal 400 headings``.
    """
    files: dict[str, list[str]] = {}
    for face in _faces(theme):
        files.setdefault(face.path, []).append(f"{face.style} {face.weight} {face.use}")
    return {path: ", ".join(faces) for path, faces in files.items()}


def logos_of(theme: Theme) -> tuple[str | None, str | None]:
    """Return the logo, and the one in its place where the device prefers dark pages; None where there is none.

    On a page that is always dark the first is the one for dark pages.
    """
    if theme.scheme == "dark":
        return theme.logo_dark or theme.logo, None
    return theme.logo, theme.logo_dark if theme.logo and theme.scheme == "auto" else None


def plate_of(theme: Theme) -> str | None:
    """Return what stands behind the logo: ``light`` on dark pages, ``dark`` on white paper; None: nothing needs to."""
    if theme.scheme == "dark" and theme.logo_dark:
        return "dark"
    return "light" if theme.scheme != "light" and not theme.logo_dark else None


def choose_scheme(css: str, theme: Theme) -> str:
    """Return a style sheet that is light or dark as the theme says, whatever the device prefers.

    Every part asks ``(prefers-color-scheme: …)``, ours and the course's own: here the question is answered at build, by
    one that is always or never true.
    """
    if theme.scheme == "auto":
        return css
    css = _PREFERS.sub(lambda asked: "(min-width: 0)" if asked[1] == theme.scheme else "(max-width: 0)", css)
    return f"{css}\n@layer tokens{{:root{{color-scheme:{theme.scheme}}}}}\n"


def _grounds(tokens: Mapping[str, Token], ours: tuple[str, str]) -> tuple[str, str]:
    """Return surface and ground of a dark page, ground and surface of a light one; ours where they are not known."""
    names = ("ground", "surface") if ours is LIGHT_GROUNDS else ("surface", "ground")
    found = tuple(token.colour if (token := tokens.get(name)) and token.colour else None for name in names)
    return found[0] or ours[0], found[1] or ours[1]


def _declare(palette: Palette) -> str:
    return (
        f"--accent:{palette.accent};--on-accent:{palette.on_accent};"
        f"--accent-tint:{palette.tint};--accent-mark:{palette.mark}"
    )


def _families(theme: Theme) -> Iterator[str]:
    for use, font in theme.fonts.chosen:
        if isinstance(font, Typeface):
            yield f'{_PROPERTIES[use]}:"course {use}",var(--font-{font.fallback})'
        else:
            yield f"{_PROPERTIES[use]}:var(--font-{font})"


class _Face(NamedTuple):
    """A file's part in a typeface: ``use`` as in ``Fonts``, the rest as CSS writes it."""

    path: str
    use: str
    weight: str
    style: str

    def rule(self, address: str) -> str:
        kind = _FORMATS.get(self.path.rsplit(".", 1)[-1].lower(), "woff2")
        # optional: text is never laid out anew (CSS Fonts 4, §4.9): a font that is late is there on the next page.
        return (
            f'@font-face{{font-family:"course {self.use}";src:url("{address}") format("{kind}");'
            f"font-weight:{self.weight};font-style:{self.style};font-display:optional}}\n"
        )


def _faces(theme: Theme) -> Iterator[_Face]:
    for use, font in theme.fonts.chosen:
        if not isinstance(font, Typeface):
            continue
        for key, path in font.files:
            weight = " ".join(map(str, font.weights)) if font.weights else "700" if "bold" in key else "400"
            yield _Face(path, use, weight, "italic" if "italic" in key else "normal")
