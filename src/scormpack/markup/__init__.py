"""Markdown to sanitised HTML: the one place that knows the Markdown library and the sanitiser."""

from __future__ import annotations

from scormpack.markup.blocks import read_blocks
from scormpack.markup.call_outs import CALL_OUTS
from scormpack.markup.code import unknown_languages
from scormpack.markup.formulas import FormulaFault, formula_faults
from scormpack.markup.frames import FRAME, frame_address, host_of
from scormpack.markup.html import (
    DECORATIVE,
    are_plain_phrases,
    clean_markdown,
    links_of,
    may_hold_links,
    plain_text,
    refused_links,
    refused_tags,
    to_html,
    to_phrase,
)
from scormpack.markup.links import Link, find_links, replace_links
from scormpack.markup.terms import mark_terms

__all__ = [
    "CALL_OUTS",
    "DECORATIVE",
    "FRAME",
    "FormulaFault",
    "Link",
    "are_plain_phrases",
    "clean_markdown",
    "find_links",
    "formula_faults",
    "frame_address",
    "host_of",
    "links_of",
    "mark_terms",
    "may_hold_links",
    "plain_text",
    "read_blocks",
    "refused_links",
    "refused_tags",
    "replace_links",
    "to_html",
    "to_phrase",
    "unknown_languages",
]
