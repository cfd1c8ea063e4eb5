"""Facts about key terms in a text: where they are marked, in which form, and where never."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scormpack.markup import mark_terms, terms, to_html


def marked(html: str, *terms: tuple[str, ...], language: str = "en") -> list[tuple[int, str]]:
    """Return (number of the term, words) of each mark in a text."""
    (result,) = mark_terms([html], terms, language)
    links = re.findall(r'<a class="term" href="#term-(\d+)">(.*?)</a>', result)
    return [(int(number), words) for number, words in links]


def test_the_first_use_alone_is_marked_and_nothing_else_changes() -> None:
    """One link for each term, at its first use; without the links the text is what it was."""
    pieces = ["<p>A Prompt, and a prompt.</p>", "<p>Prompts.</p>"]
    result = mark_terms(pieces, [("prompt",)], "en")
    assert result == ['<p>A <a class="term" href="#term-1">Prompt</a>, and a prompt.</p>', "<p>Prompts.</p>"]
    assert mark_terms(pieces, [], "en") == pieces


def test_a_term_is_marked_by_its_own_name_before_another_name() -> None:
    """Another name is marked only where the text never uses the term's own."""
    assert marked("A check, then a checkpoint.", ("Checkpoint", "check")) == [(1, "checkpoint")]
    assert marked("A check.", ("Checkpoint", "check")) == [(1, "check")]


def test_the_longer_of_two_terms_is_meant() -> None:
    """In “base model” stands no “model”; one further on is marked."""
    terms = ("model",), ("base model",)
    assert marked("Base models, base models: a model", *terms) == [(2, "Base models"), (1, "model")]


@pytest.mark.parametrize(
    "html",
    [
        "<h3>A token</h3>",
        '<a href="#x">A <em>token</em></a>',
        "<pre><code>token</code></pre>",
        "<p><code>token</code></p>",
        "<math><mi>token</mi></math>",
        "<svg><text>token</text></svg>",
        "<figure><img alt='token'><figcaption>token</figcaption></figure>",
        "<p><dfn>token</dfn></p>",
        "<details><summary>token</summary></details>",
        '<p lang="de">token</p>',
        '<p class="markdown-alert-title">Token</p>',
        '<p title="token">-</p>',
    ],
)
def test_headings_links_code_math_and_pictures_stay(html: str) -> None:
    """No mark stands where another thing is going on; the text after it is marked."""
    assert marked(html, ("token",)) == []
    (result,) = mark_terms([html + "<p>The token.</p>"], [("token",)], "en")
    assert result == html + '<p>The <a class="term" href="#term-1">token</a>.</p>'


@pytest.mark.parametrize(
    ("language", "term", "text", "found"),
    [
        ("en", "policy", "Two policies", "policies"),
        ("en", "hallucination", "HALLUCINATIONS", "HALLUCINATIONS"),
        ("en", "Weights", "one weight", "weight"),
        ("en", "parse", "it was parsed", "parsed"),
        ("en", "class", "two classes", "classes"),
        ("en", "fine-tuning", "fine tuning", "fine tuning"),
        ("en", "Author's note", "author\u2019s notes", "author\u2019s notes"),
        ("en", "Retrieval (RAG)", "use RAG", "RAG"),
        ("en", "R&D", "the R&amp;D team", "R&amp;D"),
        ("en", "C++", "in C++ and C", "C++"),
        ("en", "context window", "a context&nbsp;window", "context&nbsp;window"),
        ("de", "Kind", "mit den Kindern", "Kindern"),
        ("fr", "modèle", "des modèles", "modèles"),
        ("es", "modelo grande", "los modelos grandes", "modelos grandes"),
        ("pt", "instrução", "as instruções", "instruções"),
        ("ar", "نموذج", "هذا النموذج", "النموذج"),
        ("ar", "نافذة السياق", "حجم نافذة السياق كبير", "نافذة السياق"),
        ("hi", "किताब", "ये किताबें", "किताबें"),
        ("zh", "提示", "请写提示词", "提示"),
        ("ja", "モデル", "大規模モデルは", "モデル"),
        ("ja", "AI", "生成AIは", "AI"),
        ("ja", "トークン", "これはトークンです", "トークン"),
        ("ko", "토큰", "이 토큰은", "토큰은"),
        ("tlh", "token", "two Token", "Token"),
        ("el", "οδός", "μία ΟΔΌΣ", "ΟΔΌΣ"),
        ("tr", "model", "İyi bir Model", "Model"),
        ("en", "model", "data/models", "models"),
        ("en", "model", "supermodels, models", "models"),
        ("en", "AI model", "AI, or an AI model", "AI model"),
    ],
)
def test_a_term_is_found_as_its_language_writes_it(language: str, term: str, text: str, found: str) -> None:
    """Plural, case, articles, particles, hyphens and entities do not hide a term."""
    assert marked(text, (term,), language=language) == [(1, found)]


@pytest.mark.parametrize(
    ("language", "term", "text"),
    [
        ("en", "IT", "it is"),
        ("en", "RAG", "a rag"),
        ("en", "art", "a party, artful"),
        ("en", "lt", "a &lt; b"),
        ("en", "model", "supermodels"),
        ("en", "base model", "the base. Model"),
        ("ja", "プロンプト", "プロンプトエンジニアリング"),
        ("hi", "कि", "किताब"),
        ("en", "...", "so ..."),
    ],
)
def test_another_word_is_not_the_term(language: str, term: str, text: str) -> None:
    """What only begins alike, or stands in two sentences, is another word."""
    assert marked(text, (term,), language=language) == []


def test_a_mark_in_rendered_markdown_keeps_the_tags_in_order() -> None:
    """In emphasis, lists and tables the link stands inside the innermost element."""
    html = to_html("- **Token**\n\n| a |\n|---|\n| weights |")
    (result,) = mark_terms([html], [("token",), ("weight",)], "en")
    assert '<strong><a class="term" href="#term-1">Token</a></strong>' in result
    assert '<td><a class="term" href="#term-2">weights</a></td>' in result


@pytest.mark.parametrize(
    "html",
    [
        "<p>Ask the good</p>\n<p>debit first, then a good debit.</p>",
        "<p>Ask the good</p><p>debit: p, a <em>good debit</em>.</p>",
        "<p>Ask the good</p>",
    ],
)
def test_a_name_ends_with_its_paragraph(html: str) -> None:
    """Words of two paragraphs are no name, and a tag is none either."""
    assert [text for _, text in marked(html, ("good debit",), ("p>",))] == ["good debit"] * html.count("good debit")


@pytest.mark.parametrize("after", [*" .,;:!?)\n", "", "-", "/", "<br>", "&amp;", "'", "\u2019s", "\u2026"])
def test_a_name_is_found_before_any_mark(after: str) -> None:
    """Whatever follows a name as its author wrote it, its words are marked; those of a possessive with their ending."""
    found = [words for _, words in marked(f"Ask: a good debit{after}", ("good debit",))]
    assert found == ["good debit" + after * (after == "\u2019s")]


@pytest.mark.parametrize("after", ["or", "+", "#", "'t", "1", "\u00e9"])
def test_a_name_that_goes_on_is_another(after: str) -> None:
    """A name that is the beginning of a longer word is not used there."""
    assert not marked(f"Ask: a good debit{after}", ("good debit",))


@given(st.text("aZ9 '-&+#é", max_size=9))
@example("two words")
@example("a  b")
def test_plain_words_are_read_as_any_other_name(name: str) -> None:
    """The quick way to a name of plain words gives what the way for all names does."""
    quick = terms._read_name.__wrapped__(name, "en")
    with patch.object(terms, "_IS_WORDS", lambda _: False):
        assert terms._read_name.__wrapped__(name, "en") == quick
