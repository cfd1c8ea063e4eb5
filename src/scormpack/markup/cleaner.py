"""The sanitiser: what HTML may stay of all that an author, or whoever wrote into a lesson, put there."""

from __future__ import annotations

import re

import nh3

from scormpack.late_regex import compile_late

SCHEMES = {"http", "https", "mailto"}
_GLOBAL_ATTRIBUTES = {"lang", "dir", "id", "class", "title"}


def clean_html(html: str) -> str:
    """Return HTML with nothing in it but the elements, attributes and addresses that are listed here.

    Attributes stand in double quotes and hold no ``"``, ``<`` or ``>`` of their own; a frame holds nothing.
    """
    cleaned: str = _CLEANER.clean(html)
    # What stands in a frame was never parsed: it must not outlive the tags around it.
    return _FRAME.sub(r"\1\2", cleaned) if "<iframe" in cleaned else cleaned


def _keep(element: str, attribute: str, value: str) -> str | None:
    """Drop the ids that authors write: one like ``quiz-root`` would take the place of the page's own."""
    if attribute == "id":
        return value if value.startswith(("fn-", "fnref-")) else None
    if element == "iframe" and attribute == "src":
        return value if value.lower().startswith("https://") else None
    return value


TAGS = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "kbd", "samp", "var"),
    *("em", "strong", "b", "i", "u", "s", "del", "ins", "sub", "sup", "small", "mark", "abbr", "cite", "q", "span"),
    *("bdi", "bdo", "dfn", "time", "wbr", "ruby", "rt", "rp"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "caption", "div", "section"),
    *("a", "img", "figure", "figcaption", "details", "summary", "audio", "video", "source", "track", "iframe"),
}
"""Elements that may stay."""
_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={
        "*": _GLOBAL_ATTRIBUTES,
        "a": {"href"},
        "img": {"src", "alt", "width", "height"},
        "audio": {"src", "controls"},
        "video": {"src", "controls", "poster", "width", "height"},
        "source": {"src", "type"},
        "track": {"src", "kind", "srclang", "label", "default"},
        "iframe": {"src", "width", "height"},
        "ol": {"start"},
        "th": {"align", "scope", "colspan", "rowspan"},
        "td": {"align", "colspan", "rowspan"},
        "time": {"datetime"},
        "span": {"data-math-style"},  # comrak's mark of a formula
    },
    attribute_filter=_keep,
    url_schemes=SCHEMES,
    link_rel="noopener noreferrer",
)
_FRAME = compile_late(r"(<iframe\b[^>]*>).*?(</iframe>)", re.DOTALL)
