"""How a course looks, as far as its course file says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from scormpack.model.base import Line, Model

Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Weight = Annotated[int, Field(ge=1, le=1000)]
SystemFont: TypeAlias = Literal["sans", "humanist", "rounded", "serif", "slab", "mono"]
"""Typefaces that every device has of its kind; ``templates/style/tokens.css`` names them."""

FONT_FILES = ("regular", "bold", "italic", "bold_italic")


class Typeface(Model):
    """A typeface that the course brings along: paths of its files from the course folder."""

    regular: Line
    """Upright letters of normal weight: ``assets/name.woff2``."""
    bold: Line | None = None
    """Left out: the browser thickens ``regular``."""
    italic: Line | None = None
    """Left out: the browser slants ``regular``."""
    bold_italic: Line | None = None
    """Bold and italic at once."""
    weights: tuple[Weight, Weight] | None = None
    """Of variable fonts: the lightest and the heaviest that ``regular`` and ``italic`` hold."""
    fallback: SystemFont = "sans"
    """What is read until the files are there, and where they lack a letter."""

    @model_validator(mode="after")
    def _weights_fit(self) -> Self:
        if self.weights is None:
            return self
        if self.bold or self.bold_italic:
            raise PydanticCustomError(
                "font_weights", "with `weights` there is no bold file: the variable font holds it"
            )
        if self.weights[0] >= self.weights[1]:
            raise PydanticCustomError("font_weights_order", "the lightest of `weights` comes first")
        return self

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """(key, path) of each file there is."""
        return tuple((key, path) for key in FONT_FILES if (path := getattr(self, key)))


def _kind(value: object) -> str:
    return "files" if isinstance(value, dict | Typeface) else "name"


# Told apart before they are read, so that a fault is one of the kind that was meant.
Font = Annotated[Annotated[SystemFont, Tag("name")] | Annotated[Typeface, Tag("files")], Discriminator(_kind)]


class Fonts(Model):
    """Typefaces by what they are for: a system's own by name, or files of the course."""

    text: Font = "sans"
    """Of everything but headings and code."""
    headings: Font = "serif"
    """Of titles and headings."""
    code: Font = "mono"
    """Of code and what is typed."""

    @property
    def chosen(self) -> tuple[tuple[str, SystemFont | Typeface], ...]:
        """(key, typeface) of each that the course names."""
        return tuple((key, getattr(self, key)) for key in ("text", "headings", "code") if key in self.model_fields_set)


class Theme(Model):
    """Looks that a course may set without a style sheet of its own."""

    accent: Colour = "#2d5bff"
    """Colour of links, buttons and marks, ``#rrggbb``; its shades are made readable on light and dark pages."""
    logo: Line | None = None
    """Path from the course folder."""
    logo_dark: Line | None = None
    """In its place on a dark page."""
    scheme: Literal["auto", "light", "dark"] = "auto"
    """``auto``: as the learner's device says."""
    fonts: Fonts = Fonts.model_construct()
    """Typefaces, by what they are for."""

    @property
    def files(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """(keys from ``theme`` on, path) of each file that the theme names."""
        for key in ("logo", "logo_dark"):
            if path := getattr(self, key):
                yield (key,), path
        for key, font in self.fonts.chosen:
            if isinstance(font, Typeface):
                for name, path in font.files:
                    yield ("fonts", key, name), path
