"""Facts about Markdown: what becomes of it, and what never comes through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scormpack.markup import html as markup_html
from scormpack.markup import plain_text, refused_links, to_html, to_phrase
from scormpack.markup.cleaner import clean_html
from scormpack.markup.line_ends import join_lines


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("un*believ*able", "<p>un<em>believ</em>able</p>"),
        ("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>"),
        ("***a***", "<p><em><strong>a</strong></em></p>"),
        ("~~a~~", "<p><del>a</del></p>"),
        ("これは**「大切」**です。", "<p>これは<strong>「大切」</strong>です。</p>"),
        ("这是**重要的一点。**请记住。", "<p>这是<strong>重要的一点。</strong>请记住。</p>"),
        ("取决于**“鲜味”与“涩味”**。", "<p>取决于<strong>“鲜味”与“涩味”</strong>。</p>"),
        ("(**a**)b **“c”**d", "<p>(<strong>a</strong>)b **“c”**d</p>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("日本 🙂", "<p>日本 🙂</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("![alt *text*](p.png)", '<p><img src="p.png" alt="alt text"></p>'),
        ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
        ("<kbd>Ctrl</kbd>", "<p><kbd>Ctrl</kbd></p>"),
        ('<span lang="fr" dir="ltr">x</span>', '<p><span lang="fr" dir="ltr">x</span></p>'),
    ],
)
def test_markdown_becomes_html(text: str, html: str) -> None:
    """CommonMark, strikethrough and plain HTML come out as they should."""
    assert to_html(text) == html


def test_headings_begin_below_the_sections() -> None:
    """A section's heading is level 2, so the first level in its text is 3; below 6 there is none."""
    html = to_html("# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F")
    assert re.findall(r"<h(\d)>", html) == ["3", "4", "5", "6", "6", "6"]
    assert re.findall(r"</h(\d)>", html) == ["3", "4", "5", "6", "6", "6"]


def test_headings_in_code_are_let_be() -> None:
    """What looks like a heading in code is code."""
    assert to_html("`<h1>`") == "<p><code>&lt;h1&gt;</code></p>"


def test_a_table_stands_in_a_box_of_its_own() -> None:
    """A wide table scrolls by itself, and its cells keep their alignment."""
    html = to_html("| a | b |\n|:--|--:|\n| 1 | 2 |")
    assert html.startswith('<div class="table"><table>')
    assert html.endswith("</table></div>")
    assert '<th align="right">b</th>' in html
    assert '<td align="left">1</td>' in html


def test_the_empty_corner_of_a_table_is_no_header() -> None:
    """A screen reader is not told of a header that has no words; those with words stay headers."""
    html = to_html("| | Cheap |\n|--|:-:|\n| Fast | yes |")
    assert "<th></th>" not in html
    assert html.count("<th") - html.count("<thead") == 1


def test_a_call_out_says_its_kind() -> None:
    """An alert has a class and a title for each kind."""
    html = to_html("> [!WARNING]\n> Careful.")
    assert 'class="markdown-alert markdown-alert-warning"' in html
    assert '<p class="markdown-alert-title">Warning</p>' in html


def test_description_lists_are_known() -> None:
    """A term and its description become a list of their own kind."""
    assert "<dt>" in to_html("Term\n\n: Description")


def test_footnotes_of_two_texts_are_kept_apart() -> None:
    """Each text's footnotes have ids of their own, and every link in a text leads to one of them."""
    text = "One[^1], two[^x], one again[^1].\n\n[^1]: First.\n[^x]: Second."
    first, second = to_html(text, prefix="s1-"), to_html(text, prefix="s2-")
    ids = [set(re.findall(r'\sid="([^"]+)"', html)) for html in (first, second)]
    assert not ids[0] & ids[1]
    for html, own in zip((first, second), ids, strict=True):
        targets = re.findall(r'href="#([^"]+)"', html)
        assert len(targets) == 6
        assert set(targets) <= own


def test_footnotes_of_two_phrases_are_kept_apart() -> None:
    """Phrases have no prefix of their own: their words keep their footnotes apart."""
    first, second = (to_phrase(f"{word}[^1]\n\n[^1]: Note.") for word in ("One", "Two"))
    assert not set(re.findall(r'\sid="([^"]+)"', first)) & set(re.findall(r'\sid="([^"]+)"', second))


DANGEROUS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    '<p style="background:url(//x)">x</p>',
    "<style>p{color:red}</style>",
    '<iframe src="https://example.org"></iframe>',
    "<svg onload=alert(1)><script>1</script></svg>",
    "<math><mi xlink:href='javascript:1'>x</mi></math>",
    "<form action=//x><input name=a><button>b</button></form>",
    "<object data=x></object><embed src=x>",
    '<base href="//x"><meta http-equiv=refresh content=0><link rel=stylesheet href=//x>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "[x](vbscript:x)",
    "[x](data:text/html,<script>1</script>)",
    "![x](data:image/svg+xml;base64,AAAA)",
    '<a href="https://x" target=_blank onclick=alert(1)>x</a>',
    "<img srcset='//x 2x' src=a.png>",
    "<video autoplay onplay=alert(1) src=a.mp4></video>",
    "<details ontoggle=alert(1) open>x</details>",
    "<template><p>x</p></template><noscript><p>y</p></noscript>",
]
FORBIDDEN = re.compile(
    r"<\s*/?(script|style|iframe|svg|math|form|input|button|object|embed|base|meta|link|template|noscript)\b"
    r"|<[^>]*\s(on\w+|style|srcset|target|action|data|xlink:href|autoplay)="
    r"|<[^>]*(?:javascript|vbscript|data):",
    re.IGNORECASE,
)


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_dangerous_comes_through(text: str) -> None:
    """No script, style, frame, form, event or link of another kind is left, whatever way it is written."""
    for html in (to_html(text), to_html(f"a {text} b"), to_html(f"- {text}"), to_phrase(text)):
        assert not FORBIDDEN.search(html), html


@given(
    st.lists(
        st.sampled_from([*DANGEROUS, "<", ">", '"', "'", "`", "*", "\n", "[^1]", "|", "<b", "-->", "<!--"]), max_size=8
    )
)
@settings(max_examples=150, deadline=None)
def test_no_mixture_is_dangerous(pieces: list[str]) -> None:
    """Pieces of attacks in any order leave nothing dangerous either."""
    assert not FORBIDDEN.search(to_html("".join(pieces)))


def test_links_say_nothing_of_us_to_others() -> None:
    """Every link carries ``rel``: the page that it leads to gets no hold of ours."""
    assert 'rel="noopener noreferrer"' in to_html("[x](https://example.org)")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a *b*", "a <em>b</em>"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ("- a", "<ul>\n<li>a</li>\n</ul>"),
        ('x\n\n<p class="a">y</p>', '<p>x</p>\n<p class="a">y</p>'),
        ("`code`", "<code>code</code>"),
    ],
)
def test_a_phrase_fits_into_a_line(text: str, html: str) -> None:
    """One paragraph comes without its tags; anything more stays whole."""
    assert to_phrase(text) == html


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("[x](javascript:alert(1))", ["javascript:alert(1)"]),
        ("![x](data:image/png;base64,AA)", ["data:image/png;base64,AA"]),
        ("[x][a]\n\n[a]: tel:123", ["tel:123"]),
        ("<img src='file:///etc/passwd'>", ["file:///etc/passwd"]),
        ("<a href=ftp://h/x>x</a>", ["ftp://h/x"]),
        ("[a](https://h) [b](http://h) [c](mailto:a@b) [d](#e) [e](f.pdf) <https://h>", []),
        ("Write `[x](tel:1)`, src=tel:1, or note: this", []),
        ("Ratio (a:b), <b>c:d</b>", []),
    ],
)
def test_links_that_are_dropped_are_told(text: str, refused: list[str]) -> None:
    """What the sanitiser takes out of a link is named, so that nothing vanishes in silence."""
    assert list(refused_links(text)) == refused


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("un*believ*able", "unbelievable"),
        ("H<sub>2</sub>O", "H2O"),
        ("one\n\ntwo", "one two"),
        ("- a\n- b", "a b"),
        ("a<br>b", "a b"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
        ("<details><summary>s</summary>t</details>", "s t"),
        ("`a < b` & *c*", "a < b & c"),
        ("![A fork](fork.svg)", "A fork"),
        ("See ![](x.svg)this", "See this"),
        ("One[^1].\n\n[^1]: Note.", "One. Note."),
        ("[a link](https://example.org)", "a link"),
    ],
)
def test_plain_text_is_what_a_reader_reads(text: str, plain: str) -> None:
    """Words stay whole, blocks stay apart, pictures give their alternative, footnote marks go."""
    assert plain_text(to_html(text)) == plain


def test_an_authors_ids_do_not_take_the_pages_places() -> None:
    """An id in raw HTML is dropped, so that no text can stand in for the quiz; footnotes keep theirs."""
    assert to_html('<div id="quiz-root" title="t">x</div>') == '<div title="t">x</div>'
    assert 'id="fn-1"' in to_html("x[^1]\n\n[^1]: note")


_PLAIN_TEXTS = st.text("ab Zé,.:;?!'()%/\u2013\u201d\u2026-1 \n漢ب²", min_size=1, max_size=30).filter(
    markup_html.is_plain
)


@settings(max_examples=300)
@given(_PLAIN_TEXTS)
def test_plain_text_is_its_own_html(text: str) -> None:
    """A text without marks comes out as the Markdown library and the sanitiser would write it."""
    assert markup_html.clean_markdown(text) == join_lines(clean_html(markup_html._render(text)).strip())


@pytest.mark.parametrize(
    "text", ["*a*", "- a", "1. a", "a  \nb", "a\n---", "a & b", "a\u00a0b", "x <y", "a|b\n-|-", "[a]", " a"]
)
def test_marked_text_is_not_plain(text: str) -> None:
    """Whatever means something to Markdown or HTML, spaces and line ends among it, goes the whole way."""
    assert not markup_html.is_plain(text)
