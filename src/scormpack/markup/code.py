"""Blocks of code, coloured when the page is built; Pygments is loaded by the first block that names its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from html import escape, unescape
from typing import TYPE_CHECKING

from scormpack.late_regex import compile_late

if TYPE_CHECKING:
    from pygments.lexer import Lexer

# As comrak writes a fenced block and the sanitiser leaves it.
_BLOCK = compile_late(r'<pre><code class="language-([^"]*)">([^<]*)</code></pre>')
PLAIN = frozenset(["text", "txt", "plain", "plaintext", "none"])
"""Names of no language: such a block looks like one that names none."""

# Kinds of token by Pygments' names, the nearest first: what stands in none of them is plain ink.
_CLASSES = {
    "Comment.Preproc": "k",
    "Comment": "c",
    "Generic.Deleted": "d",
    "Generic.Heading": "k",
    "Generic.Inserted": "s",
    "Generic.Output": "c",
    "Generic.Prompt": "c",
    "Generic.Subheading": "k",
    "Keyword.Constant": "n",
    "Keyword.Type": "b",
    "Keyword": "k",
    "Literal.Number": "n",
    "Literal.String": "s",
    "Literal.Date": "n",
    "Name.Attribute": "b",
    "Name.Builtin": "b",
    "Name.Class": "f",
    "Name.Constant": "b",
    "Name.Decorator": "f",
    "Name.Exception": "f",
    "Name.Function": "f",
    "Name.Tag": "f",
    "Name.Variable.Magic": "b",
    "Operator.Word": "k",
}


def highlight_blocks(html: str) -> str:
    """Return sanitised HTML with its blocks of code coloured: by classes ``hl-…``, which ``content.css`` knows."""
    return _BLOCK.sub(_highlight, html) if 'class="language-' in html else html


def unknown_languages(html: str) -> Iterator[tuple[str, str | None]]:
    """Yield each language of a block that nobody knows, and the known one that is nearest to it."""
    for match in _BLOCK.finditer(html):
        name = unescape(match[1])
        if name.lower() not in PLAIN and _lexer(name) is None:
            from pygments.lexers import get_all_lexers  # noqa: PLC0415 - for a fault only

            aliases = [alias for lexer in get_all_lexers(plugins=False) for alias in lexer[1]]
            yield name, next(iter(get_close_matches(name.lower(), aliases, n=1)), None)


def _highlight(block: re.Match[str]) -> str:
    name, source = unescape(block[1]), unescape(block[2])
    lexer = _lexer(name)
    if lexer is None:
        return f"<pre><code>{block[2]}</code></pre>"
    pieces: list[tuple[str, str]] = []
    for kind, text in lexer.get_tokens(source):
        look = _class_of(str(kind))
        if pieces and (pieces[-1][0] == look or not text.strip()):
            look, before = pieces.pop()
            text = before + text  # noqa: PLW2901 - one piece with the one before
        pieces.append((look, text))
    coloured = "".join(
        f'<span class="hl-{look}">{escape(text)}</span>' if look else escape(text) for look, text in pieces
    )
    return f'<pre data-language="{escape(lexer.name)}" dir="ltr"><code>{coloured}</code></pre>'


@lru_cache(maxsize=64)
def _lexer(name: str) -> Lexer | None:
    if name.lower() in PLAIN:
        return None
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - a twentieth of a second that most courses save
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        return get_lexer_by_name(name, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@lru_cache(maxsize=256)
def _class_of(kind: str) -> str:
    """Return the class of a token kind: ``Token.Keyword.Reserved`` → ``k``."""
    name = kind.removeprefix("Token.")
    while name and name not in _CLASSES:
        name = name.rpartition(".")[0]
    return _CLASSES.get(name, "")
