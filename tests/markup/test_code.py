"""Blocks of code: coloured by classes, whatever they hold."""

from __future__ import annotations

import re

import pytest

from scormpack.markup import clean_markdown, plain_text, to_html, unknown_languages


def block(language: str, code: str) -> str:
    """Return a fenced block as HTML."""
    return to_html(f"```{language}\n{code}\n```")


def test_code_is_coloured_by_classes() -> None:
    """Words, values, texts and remarks of a language have classes; the block names its language, and no style."""
    html = block("python", "def f():\n    return 'a', 1  # why")
    assert html.startswith('<pre data-language="Python" dir="ltr"><code>')
    assert {"hl-k", "hl-f", "hl-s", "hl-n", "hl-c"} <= set(re.findall(r'class="([^"]+)"', html))
    assert "style=" not in html


@pytest.mark.parametrize("language", ["html", "json", "yaml", "js", "bash", "diff", "sql", "python"])
def test_code_stays_what_it_is(language: str) -> None:
    """Whatever language a block claims to be, its text is that of the author, and nothing of it becomes HTML."""
    code = '<script>alert("1 & 2")</script>\n+ a: [1, "b"]  \n\n  end'
    html = block(language, code)
    assert "<script" not in html
    assert plain_text(html) == re.sub(r"\s+", " ", code)


@pytest.mark.parametrize("language", ["", "text", "no-such-language"])
def test_other_blocks_stay_plain(language: str) -> None:
    """A block without a language, or of one that nobody knows, is a plain block."""
    assert block(language, "a < b") == "<pre><code>a &lt; b\n</code></pre>"


def test_unknown_languages_are_told() -> None:
    """Of an unknown language the nearest known one is offered; known ones and plain text are no fault."""
    html = clean_markdown("```pyton\n```\n\n```python\n```\n\n```text\n```\n\n```qqqqqqqq\n```\n")
    assert list(unknown_languages(html)) == [("pyton", "python"), ("qqqqqqqq", None)]
