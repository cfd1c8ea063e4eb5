"""Markdown to HTML that is safe to put into a page."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

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

_GLOBAL_ATTRIBUTES = {"lang", "dir", "id", "class", "title"}
_CLEANER = nh3.Cleaner(
    tags={
        *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "kbd", "samp", "var"),
        *(
            "em",
            "strong",
            "b",
            "i",
            "u",
            "s",
            "del",
            "ins",
            "sub",
            "sup",
            "small",
            "mark",
            "abbr",
            "cite",
            "q",
            "span",
            "bdi",
        ),
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
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener noreferrer",
)
_HEADING = re.compile(r"(</?h)([1-6])\b")
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")


def to_html(text: str, *, prefix: str = "") -> str:
    """Return Markdown as HTML blocks; headings begin at level 3, below a section's own.

    ``prefix`` keeps the ids of footnotes apart where several texts stand on one page.
    """
    rendered = comrak.render_markdown(
        text, extension_options=_EXTENSIONS, parse_options=_PARSING, render_options=_RENDERING
    )
    html = _CLEANER.clean(rendered).strip()
    if "<h" in html:
        html = _HEADING.sub(lambda m: f"{m[1]}{min(6, int(m[2]) + 2)}", html)
    if "<table" in html:
        html = html.replace("<table", '<div class="table"><table').replace("</table>", "</table></div>")
    if prefix and "fn" in html:
        for name in ("fn-", "fnref-"):
            html = html.replace(f'id="{name}', f'id="{prefix}{name}').replace(
                f'href="#{name}', f'href="#{prefix}{name}'
            )
    return html


@lru_cache(maxsize=4096)
def to_phrase(text: str) -> str:
    """Return short Markdown as HTML; a single paragraph comes without its ``<p>``, so that it fits into a line."""
    html = to_html(text)
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return html


def plain_text(html: str) -> str:
    """Return what a reader reads: no tags, single spaces."""
    return _SPACES.sub(" ", unescape(_TAG.sub(" " if "<p>" in html or "<li>" in html else "", html))).strip()
