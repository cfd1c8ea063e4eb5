"""Call-outs that the Markdown library does not know."""

from __future__ import annotations

from scormpack.markup import to_html


def test_an_example_is_a_call_out() -> None:
    """``[!EXAMPLE]`` makes a call-out like the others, with the usual title or the author's own."""
    html = to_html("> [!EXAMPLE]\n> One.\n\n> [!example] In *short*\n> Two.")
    assert html.count('<div class="markdown-alert markdown-alert-example">') == 2
    assert '<p class="markdown-alert-title">Example</p>\n<p>One.</p>' in html
    assert '<p class="markdown-alert-title">In *short*</p>' in html


def test_an_example_in_code_is_code() -> None:
    """In a block of code, and in a text, the mark is what was written."""
    assert to_html("```\n> [!EXAMPLE] x\n```") == "<pre><code>&gt; [!EXAMPLE] x\n</code></pre>"
    assert to_html("Write `[!EXAMPLE]`.") == "<p>Write <code>[!EXAMPLE]</code>.</p>"
