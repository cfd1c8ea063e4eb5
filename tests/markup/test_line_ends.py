"""Facts about the ends of lines in Chinese and Japanese."""

from __future__ import annotations

import pytest

from scormpack.markup import plain_text, to_html, to_phrase


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("お茶は\n温度で", "<p>お茶は温度で</p>", id="nothing but words"),
        pytest.param("お茶は、\n温度です。", "<p>お茶は、温度です。</p>", id="a comma"),
        pytest.param("お茶は、\n**温度**\nです。", "<p>お茶は、<strong>温度</strong>です。</p>", id="bold"),
        pytest.param("他说“你好”\n然后走了——\n再见。", "<p>他说“你好”然后走了——再见。</p>", id="quotes, dashes"),
        pytest.param("お茶は\nGreen tea\nです。", "<p>お茶は\nGreen tea\nです。</p>", id="another script"),
        pytest.param("He said “tea”\nand left.", "<p>He said “tea”\nand left.</p>", id="English"),
        pytest.param("차는\n온도", "<p>차는\n온도</p>", id="Korean has spaces"),
        pytest.param("茶\\\n湯", "<p>茶<br>\n湯</p>", id="a line end on purpose"),
        pytest.param("- 茶\n- 湯", "<ul>\n<li>茶</li>\n<li>湯</li>\n</ul>", id="a list"),
    ],
)
def test_a_line_end_within_a_sentence_is_no_space(text: str, html: str) -> None:
    """Where both sides are Chinese or Japanese the lines are one; everywhere else their end is a space."""
    assert to_html(text) == html


def test_code_keeps_its_lines() -> None:
    """In a block of code every line end is the author's."""
    assert "茶\n湯" in plain_code(to_html("```text\n茶\n湯\n```"))


def test_what_is_quoted_and_searched_for_has_no_such_space_either() -> None:
    """The tutor quotes, and compares a `quote` with, what learners read."""
    assert plain_text(to_phrase("渋味は、\nカテキンです。")) == "渋味は、カテキンです。"


def plain_code(html: str) -> str:
    """Return the inside of the block of code."""
    return html.split("<code", 1)[1].split(">", 1)[1]
