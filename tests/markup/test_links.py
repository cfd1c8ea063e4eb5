"""Facts about what a text refers to."""

from __future__ import annotations

import pytest

from scormpack.markup import Link, find_links, replace_links, to_html


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("![A](a.png) [B](b.pdf)", [Link("img", "a.png"), Link("a", "b.pdf")]),
        ("![a > b](a.png)", [Link("img", "a.png")]),
        ('<img alt="a > b" title="src=&quot;no&quot;" src="a.png">', [Link("img", "a.png")]),
        ('<video src="a.mp4" poster="b.png"></video>', [Link("video", "a.mp4"), Link("video", "b.png")]),
        (
            '<audio><source src="a.mp3"><track src="a.vtt"></audio>',
            [Link("source", "a.mp3"), Link("track", "a.vtt")],
        ),
        ("[x](https://h/?a=1&b=2)", [Link("a", "https://h/?a=1&b=2")]),
        ('`<img src="a.png">` and &lt;img src="b.png"&gt;', []),
    ],
)
def test_every_reference_is_found(text: str, links: list[Link]) -> None:
    """Pictures, players, captions, posters and links, in order, decoded; nothing in code or words."""
    assert list(find_links(to_html(text))) == links


def test_every_reference_is_replaced_and_nothing_else() -> None:
    """What ``find_links`` finds, ``replace_links`` passes through; quotes and ampersands stay safe."""
    html = to_html('![src="a.png"](a.png) `href="a.png"`\n\n<video src="a.png" poster="a.png"></video>')
    replaced = replace_links(html, lambda target: f"<{target}>&\"'")
    assert replaced.count("&lt;a.png&gt;&amp;&quot;&#x27;") == 3
    assert [link.target for link in find_links(replaced)] == ["<a.png>&\"'"] * 3
    assert replace_links(html, lambda target: target) == html
