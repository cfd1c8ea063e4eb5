"""LaTeX between dollars, as MathML when the page is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from scormpack.late_regex import compile_late
from scormpack.markup.open_brackets import MOST_CHARACTERS, MOST_OPEN, count_open

if TYPE_CHECKING:
    from math_core import LatexToMathML

LONG = 28
"""Characters of LaTeX that may be wider than a phone: such a formula scrolls in a box of its own."""

# As comrak writes it and the sanitiser leaves it.
_FORMULA = compile_late(r'<span data-math-style="(inline|display)">([^<]*)</span>')
_ONLY = compile_late(
    r'\A(<span class="formula(?:-line)?">)?<math((?: display="block")?>(?:(?!<math).)*<annotation [^>]*>)([^<]*)'
    r"(?=</annotation></semantics></math>(?:</span>)?\Z)",
    re.DOTALL,
)
_PRICES = compile_late(r"\d.*?\s[^\W\d_]{2,}\s", re.DOTALL)
_FAULT = compile_late(r"(\d+): (.*)", re.DOTALL)
_COLOUR = compile_late(r"\\(?:text|page|f?color)?colou?r(?:box)?\b")
_TAG = compile_late(r"<(/?)([a-z]+)((?: [a-z]+=\"[^\"<>]*\")*)/?>")
_ATTRIBUTE = compile_late(r' ([a-z]+)="([^"]*)"')
# Of MathML Core, what the library writes; `menclose` is no part of it, and content.css draws its box.
_ELEMENTS = frozenset(
    [
        *("math", "semantics", "annotation", "menclose", "mi", "mn", "mo", "ms", "mtext", "mspace", "mrow", "mfrac"),
        *("msqrt", "mroot", "mstyle", "mpadded", "mphantom", "msub", "msup", "msubsup", "munder", "mover"),
        *("munderover", "mmultiscripts", "mprescripts", "mtable", "mtr", "mtd"),
    ]
)
_NO_ATTRIBUTES = ("on", "href", "src", "id")
# Style attributes would need a weaker content security policy: these few become classes.
_STYLES = {
    "width: 100%": "m-full",
    "width: 50%": "m-half",
    "text-align: right": "m-end",
    "text-align: left": "m-start",
    "padding-right: 0": "m-r0",
    "padding-left: 0": "m-l0",
    "padding-left:1em": "m-l1",
}


class FormulaFault(NamedTuple):
    """What keeps a formula from being drawn.

    Attributes:
        latex: the formula, as written.
        at: characters of it before the fault.
        message: what is wrong, one sentence without its full stop.
    """

    latex: str
    at: int
    message: str


def draw_formulas(html: str) -> str:
    """Return sanitised HTML with its formulas as MathML, and the LaTeX beside it as an annotation."""
    return _FORMULA.sub(_draw, html) if "data-math-style" in html else html


def name_formula(phrase: str) -> str:
    """Return a phrase whose formula is named by its LaTeX where it is all there is: it may be a button's only label."""
    return _ONLY.sub(r'\1<math aria-label="\3"\2\3', phrase)


def formula_faults(html: str) -> Iterator[FormulaFault]:
    """Yield the fault of each formula in sanitised HTML that cannot be drawn."""
    for match in _FORMULA.finditer(html):
        drawn = "" if _is_text(match) else _convert(unescape(match[2]), match[1] == "display")
        if isinstance(drawn, FormulaFault):
            yield drawn


def _is_text(match: re.Match[str]) -> bool:
    """Whether two prices made a formula of the words between them: "it is $5, and not 10$"."""
    return match[1] == "inline" and _PRICES.match(match[2]) is not None


def _draw(match: re.Match[str]) -> str:
    style, escaped = match.groups()
    if _is_text(match):
        return f"${escaped}$"
    drawn = _convert(unescape(escaped), style == "display")
    if isinstance(drawn, FormulaFault):
        return f"<code>{escaped}</code>"
    if style == "display":
        return f'<span class="formula">{drawn}</span>'
    return f'<span class="formula-line">{drawn}</span>' if len(unescape(escaped)) > LONG else drawn


@lru_cache(maxsize=4096)
def _convert(latex: str, display: bool) -> str | FormulaFault:  # noqa: FBT001 - keys of a cache
    colour = _COLOUR.search(latex)
    if colour:
        return FormulaFault(latex, colour.start(), "a formula has no colours: they could not be read on a dark page")
    if len(latex) > MOST_CHARACTERS:
        return FormulaFault(latex, 0, f"a formula has at most {MOST_CHARACTERS:,} characters: cut it into several")
    if count_open(latex) > MOST_OPEN:
        return FormulaFault(latex, 0, f"more than {MOST_OPEN} of its brackets are never closed")
    from math_core import LatexError  # noqa: PLC0415 - only courses with formulas load it

    try:
        mathml = _converter().convert_with_local_state(latex.strip(), displaystyle=display)
    except LatexError as error:
        at, message = _read_fault(str(error))
        return FormulaFault(latex, at + len(latex) - len(latex.lstrip()), message)
    if "notation=" in mathml.replace('notation="box"', "") or not _is_safe(mathml):
        return FormulaFault(latex, 0, "this formula holds something that browsers do not draw, or pages may not hold")
    return _TAG.sub(_without_style, mathml) if " style=" in mathml else mathml


def _read_fault(text: str) -> tuple[int, str]:
    match = _FAULT.match(text)
    message = (match[2] if match else text).strip().rstrip(".")
    return int(match[1]) if match else 0, message[:1].lower() + message[1:]


def _is_safe(mathml: str) -> bool:
    """Whether nothing is in it but MathML: the library is trusted to draw, not to guard the page."""
    for tag in _TAG.finditer(mathml):
        names = [name for name, _ in _ATTRIBUTE.findall(tag[3])]
        if tag[2] not in _ELEMENTS or any(name.startswith(_NO_ATTRIBUTES) for name in names):
            return False
    return "<" not in _TAG.sub("", mathml)


def _without_style(tag: re.Match[str]) -> str:
    def to_classes(attribute: re.Match[str]) -> str:
        if attribute[1] != "style":
            return attribute[0]
        classes = [_STYLES[one.strip()] for one in attribute[2].split(";") if one.strip() in _STYLES]
        return f' class="{" ".join(classes)}"' if classes else ""

    return _ATTRIBUTE.sub(to_classes, tag[0])


@cache
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML  # noqa: PLC0415

    return LatexToMathML(annotation=True, fancy_error=False)
