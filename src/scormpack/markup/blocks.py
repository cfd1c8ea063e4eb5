"""The passages of a text: what a reader reads in one piece."""

from __future__ import annotations

import re

from scormpack.late_regex import compile_late
from scormpack.markup.html import clean_markdown, plain_text

_TITLE = compile_late(r'<(h[1-6]|dt|p class="markdown-alert-title")\b.*?</(?:h[1-6]|dt|p)>', re.DOTALL)
_BLOCK = compile_late(
    r"</?(?:p|[uod]l|li|dd|blockquote|pre|table|thead|tbody|tr|t[dh]|div|section|details|figure|figcaption)\b[^>]*>|<hr\b[^>]*>"
)


def read_blocks(text: str) -> list[str]:
    """Return the paragraphs, list items and table cells of Markdown, in order, as ``plain_text``; without headings."""
    pieces = _BLOCK.split(_TITLE.sub("<p>", clean_markdown(text)))
    return [block for piece in pieces if (block := plain_text(piece))]
