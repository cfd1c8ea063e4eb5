"""Markdown to HTML that is safe to put into a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from zlib import crc32

import comrak
import nh3

_EXTENSIONS = comrak.ExtensionOptions()
_EXTENSIONS.table = True
_EXTENSIONS.strikethrough = True
_EXTENSIONS.footnotes = True
_EXTENSIONS.description_lists = True
_EXTENSIONS.alerts = True
_PARSING = comrak.ParseOptions()
_RENDERING = comrak.RenderOptions()
_RENDERING.unsafe_ = True  # nh3 below decides what HTML may stay

SCHEMES = {"http", "https", "mailto"}
_GLOBAL_ATTRIBUTES = {"lang", "dir", "id", "class", "title"}


def _keep(_element: str, attribute: str, value: str) -> str | None:
    """Drop the ids that authors write: one like ``quiz-root`` would take the place of the page's own."""
    return value if attribute != "id" or value.startswith(("fn-", "fnref-")) else None


_CLEANER = nh3.Cleaner(
    tags={
        *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "kbd", "samp", "var"),
        *("em", "strong", "b", "i", "u", "s", "del", "ins", "sub", "sup", "small", "mark", "abbr", "cite", "q", "span"),
        "bdi",
        *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "caption", "div", "section"),
        *("a", "img", "figure", "figcaption", "details", "summary", "audio", "video", "source", "track"),
    },
    attributes={
        "*": _GLOBAL_ATTRIBUTES,
        "a": {"href"},
        "img": {"src", "alt", "width", "height"},
        "audio": {"src", "controls"},
        "video": {"src", "controls", "poster", "width", "height"},
        "source": {"src", "type"},
        "track": {"src", "kind", "srclang", "label", "default"},
        "ol": {"start"},
        "th": {"align", "scope", "colspan", "rowspan"},
        "td": {"align", "colspan", "rowspan"},
    },
    attribute_filter=_keep,
    url_schemes=SCHEMES,
    link_rel="noopener noreferrer",
)
_HEADING = re.compile(r"(</?h)([1-6])\b")
_MAY_BE_REFUSED = re.compile(r"[(\"'=<\s](?!https?:|mailto:)[a-z][a-z0-9+.-]*:\S", re.IGNORECASE)  # spares most texts
_RAW_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_RAW_LINK = re.compile(r"""\b(?:src|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(
    r'<a [^>]*class="footnote-backref"[^>]*>.*?</a>|<sup class="footnote-ref">.*?</sup>', re.DOTALL
)
_IMAGE = re.compile(r'<img [^>]*?alt="([^"]*)"[^>]*>')
_EMPTY_HEADER = re.compile(r"<th(?: [^>]*)?></th>")
_INLINE_TAG = re.compile(
    r"</?(?:em|strong|b|i|u|s|del|ins|sub|sup|small|mark|abbr|cite|q|span|bdi|a|code|kbd|samp|var)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")


def to_html(text: str, *, prefix: str = "") -> str:
    """Return Markdown as HTML blocks; headings begin at level 3, below a section's own.

    ``prefix`` keeps the ids of footnotes apart where several texts stand on one page.
    """
    html = _CLEANER.clean(_render(text)).strip()
    if "<h" in html:
        html = _HEADING.sub(lambda m: f"{m[1]}{min(6, int(m[2]) + 2)}", html)
    if "<table" in html:
        html = html.replace("<table", '<div class="table"><table').replace("</table>", "</table></div>")
        html = _EMPTY_HEADER.sub("<td></td>", html)  # the corner of a table is the header of nothing
    if prefix and "fn" in html:
        for name in ("fn-", "fnref-"):
            html = html.replace(f'id="{name}', f'id="{prefix}{name}').replace(
                f'href="#{name}', f'href="#{prefix}{name}'
            )
    return html


@lru_cache(maxsize=4096)
def to_phrase(text: str) -> str:
    """Return short Markdown as HTML; a single paragraph comes without its ``<p>``, so that it fits into a line."""
    # A phrase has no place of its own to name: its footnotes are kept apart by what it says.
    html = to_html(text, prefix=f"n{crc32(text.encode()):x}-" if "[^" in text else "")
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p") == 1:
        return html[3:-4]
    return html


def refused_links(text: str) -> Iterator[str]:
    """Yield every reference in Markdown that ``to_html`` drops, for it is of a kind that no page may hold."""
    if _MAY_BE_REFUSED.search(text):
        for tag in _RAW_TAG.findall(_render(text)):
            for match in _RAW_LINK.finditer(tag):
                target = unescape(next(value for value in match.groups() if value is not None)).strip()
                scheme = _SCHEME.match(target)
                if scheme and scheme[1].lower() not in SCHEMES:
                    yield target


def plain_text(html: str) -> str:
    """Return what a reader reads: no tags, no footnote marks, pictures by their text alternative, single spaces."""
    if "footnote" in html:
        html = _FOOTNOTE_MARK.sub("", html)
    text = _INLINE_TAG.sub("", _IMAGE.sub(r" \1 ", html))
    return _SPACES.sub(" ", unescape(_TAG.sub(" ", text))).strip()


def _render(text: str) -> str:
    html: str = comrak.render_markdown(
        text, extension_options=_EXTENSIONS, parse_options=_PARSING, render_options=_RENDERING
    )
    return html
