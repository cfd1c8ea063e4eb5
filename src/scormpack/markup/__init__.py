"""Markdown to sanitised HTML: the one place that knows the Markdown library and the sanitiser."""

from __future__ import annotations

from scormpack.markup.html import plain_text, refused_links, to_html, to_phrase
from scormpack.markup.links import Link, find_links, may_hold_links, replace_links

__all__ = [
    "Link",
    "find_links",
    "may_hold_links",
    "plain_text",
    "refused_links",
    "replace_links",
    "to_html",
    "to_phrase",
]
