"""The colours that style sheets give to custom properties, for a light and for a dark page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from scormpack.assets import templates_folder
from scormpack.errors import Finding
from scormpack.load.source import Source, Span, read_source

Scheme = Literal["light", "dark"]

_PIECE = re.compile(r"[{};]")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"\s*--([\w-]+)\s*:\s*(.*?)\s*(?:!important\s*)?$", re.DOTALL)
_ROOT = re.compile(r"(?:^|,)\s*(?::root|html)(?::root)*\s*(?:,|$)")
_PREFERS = re.compile(r"^@media\s*(?:screen and\s*)?\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)$")
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})(?:f|ff)?")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)")
_NAMES = {"white": "#ffffff", "black": "#000000"}


class Token(NamedTuple):
    """A colour of a custom property.

    Attributes:
        colour: ``#rrggbb``; None where it cannot be known without a browser.
        file: the course's own file that sets it, from the course folder; None where it is ours.
        span: where it stands there.
    """

    colour: str | None
    file: str | None
    span: Span


def load_tokens(root: Path) -> Mapping[Scheme, Mapping[str, Token]]:
    """Return, for each scheme, the tokens that hold on a course's pages, by name without the dashes.

    ``templates/style.css`` stands for all our files, ``templates/style/tokens.css`` for ours of that name;
    ``templates/style/extra.css`` comes last and wins. What a file cannot be read for is not told here.
    """
    own = root / "templates"
    base = next((path for path in (own / "style.css", own / "style" / "tokens.css") if path.is_file()), None)
    files = [base or templates_folder() / "style" / "tokens.css", own / "style" / "extra.css"]
    tokens: dict[Scheme, dict[str, Token]] = {"light": {}, "dark": {}}
    for path in files:
        file = path.relative_to(root).as_posix() if path.is_relative_to(root) else None
        source = read_source(path, file or "") if path.is_file() else None
        if source is None or isinstance(source, Finding):
            continue
        for schemes, name, colour, span in _colours(source):
            for scheme in schemes:
                tokens[scheme][name] = Token(colour, file, span)
    return tokens


def _colours(source: Source) -> Iterator[tuple[tuple[Scheme, ...], str, str | None, Span]]:
    """Yield what each rule on the root sets, with the schemes that it holds for."""
    text = _COMMENT.sub(lambda comment: " " * len(comment[0]), source.text)
    around: list[str] = []
    start = 0
    for piece in _PIECE.finditer(text):
        words = text[start : piece.start()]
        if piece[0] == "{":
            around.append(" ".join(words.split()))
        else:
            found = _DECLARATION.match(words)
            schemes = _schemes_of(around)
            if found and schemes:
                yield schemes, found[1], _read_colour(found[2]), source.span(start + found.start(1) - 2, piece.start())
            if piece[0] == "}" and around:
                around.pop()
        start = piece.end()


def _schemes_of(around: list[str]) -> tuple[Scheme, ...]:
    """Return for which schemes a rule on the root holds; none for any other rule, paper, or a part of the screens."""
    if not around or not _ROOT.search(around[-1]):
        return ()
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for rule in around[:-1]:
        prefers = _PREFERS.match(rule)
        if prefers:
            schemes = tuple(scheme for scheme in schemes if scheme == prefers[1])
        elif not rule.startswith("@layer"):
            return ()
    return schemes


def _read_colour(value: str) -> str | None:
    value = value.lower()
    if found := _HEX.fullmatch(value):
        digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
        return f"#{digits}"
    if found := _RGB.fullmatch(value):
        return "#" + "".join(f"{min(255, int(channel)):02x}" for channel in found.groups())
    return _NAMES.get(value)
