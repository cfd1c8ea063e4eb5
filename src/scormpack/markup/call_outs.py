"""Call-outs, and the one that the Markdown library does not know: ``> [!EXAMPLE]``."""

from __future__ import annotations

import re

from scormpack.late_regex import compile_late

CALL_OUTS = ("NOTE", "TIP", "EXAMPLE", "IMPORTANT", "WARNING", "CAUTION")
"""What may stand in ``> [!…]``, in small letters too."""
_MARK = "\ue000"
"""Private use: no author's text holds it, and none that does comes out harmed."""
_EXAMPLE = compile_late(r"^([ \t>*+\-\d.)]*>[ \t]*)\[!EXAMPLE\]", re.MULTILINE | re.IGNORECASE)
_USUAL = f"[!NOTE] {_MARK}"
_TITLED = compile_late(
    rf'<div class="markdown-alert markdown-alert-note">(\s*<p class="markdown-alert-title">){_MARK}([^<]*)'
)


def mark_examples(text: str) -> str:
    """Return Markdown in which each example is a note with a mark at the beginning of its title."""
    return _EXAMPLE.sub(lambda match: match[1] + _USUAL, text) if "[!" in text else text


def name_examples(html: str) -> str:
    """Return HTML in which the marked notes are examples; a mark in code becomes again what it was."""
    if _MARK not in html:
        return html
    html = _TITLED.sub(
        lambda match: f'<div class="markdown-alert markdown-alert-example">{match[1]}{match[2].strip() or "Example"}',
        html,
    )
    return html.replace(_USUAL, "[!EXAMPLE]").replace(_MARK, "")
