"""The author's Markdown as it stands on a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from scormpack.model import Media
from scormpack.render.messages import load_messages
from scormpack.render.text import Texts

MEDIA = {
    "assets/fork.svg": Media("assets/fork.svg", "assets/fork-1a.svg"),
    "assets/a%20b.pdf": Media("assets/a b.pdf", "assets/a-b-2c.pdf"),
}


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    """Texts of a page that stands one folder deep."""
    return Texts(MEDIA, "../", load_messages("en", tmp_path))


def test_pictures_get_their_packaged_address(texts: Texts) -> None:
    """A picture's address is its target, from the page's folder; in a phrase too."""
    assert 'src="../assets/fork-1a.svg"' in texts.blocks("text ![Fork](assets/fork.svg) text")
    assert 'src="../assets/fork-1a.svg"' in texts.phrase("![Fork](assets/fork.svg)")


def test_downloads_get_their_packaged_address(texts: Texts) -> None:
    """A link to a file of the course leads to its target, in a new tab: the page must stay, it holds the session."""
    link = html.fragment_fromstring(texts.phrase("[Sheet](<assets/a b.pdf>)"))
    assert (link.get("href"), link.get("target")) == ("../assets/a-b-2c.pdf", "_blank")


def test_links_to_other_hosts_open_a_new_tab_and_say_so(texts: Texts) -> None:
    """A link that leaves has a target, a rel that hides the opener, and words for a screen reader."""
    link = html.fragment_fromstring(texts.phrase("[there](https://example.org/?a=1&b=2)"))
    assert link.get("href") == "https://example.org/?a=1&b=2"
    assert (link.get("target"), link.get("rel")) == ("_blank", "noopener noreferrer")
    assert link.text_content() == "there (opens in a new tab)"


@pytest.mark.parametrize("target", ["#section-2", "mailto:a@example.org"])
def test_other_links_stay(texts: Texts, target: str) -> None:
    """Places on the page and mail addresses open where they are."""
    link = html.fragment_fromstring(texts.phrase(f"[x]({target})"))
    assert (link.get("href"), link.get("target"), link.text_content()) == (target, None, "x")


def test_a_picture_alone_is_a_figure(texts: Texts) -> None:
    """A picture that is a paragraph by itself becomes a figure; its title becomes the caption."""
    figure = html.fragment_fromstring(texts.blocks('![A "fork"](assets/fork.svg "Fig & 1")'))
    assert figure.tag == "figure"
    assert figure.xpath("img/@alt") == ['A "fork"']
    assert figure.xpath("img/@title") == []
    assert figure.xpath("string(figcaption)") == "Fig & 1"
    assert "<figcaption>" not in texts.blocks("![A](assets/fork.svg)")
    assert "<figure>" not in texts.blocks("![A](assets/fork.svg) and words")


def test_wide_tables_can_be_reached_by_keyboard(texts: Texts) -> None:
    """A table of three columns or more may scroll on a phone: it is a named group that takes the focus.

    No region: two of one name would be two landmarks of one name.
    """
    wide, narrow = (texts.blocks(f"|{'a|' * n}\n|{'-|' * n}\n|{'b|' * n}") for n in (3, 2))
    (group,) = html.fragment_fromstring(wide, create_parent=True)
    assert (group.get("role"), group.get("tabindex"), group.get("aria-label")) == ("group", "0", "Table")
    assert "tabindex" not in narrow


def test_a_wide_table_with_an_empty_corner_can_be_reached_too(texts: Texts) -> None:
    """The corner counts as a column, though it is no header."""
    assert 'role="group"' in texts.blocks("| | a | b |\n|-|-|-|\n| 1 | 2 | 3 |")


@pytest.mark.parametrize("kind", ["note", "tip", "important", "warning", "caution"])
def test_call_outs_are_named_in_the_courses_language(tmp_path: Path, kind: str) -> None:
    """The usual title of a call-out is one of the messages; a title of the author's own stays."""
    folder = tmp_path / "templates" / "messages"
    folder.mkdir(parents=True)
    (folder / "de.yaml").write_text(f'site.call-out-{kind}: "Achtung & Co"\n', encoding="utf-8")
    texts = Texts({}, "", load_messages("de", tmp_path))
    usual = html.fragment_fromstring(texts.blocks(f"> [!{kind.upper()}]\n> Words."))
    assert (usual.get("role"), usual.xpath("string(p[1])")) == ("note", "Achtung & Co")
    own = html.fragment_fromstring(texts.blocks(f"> [!{kind.upper()}] My own\n> Words."))
    assert own.xpath("string(p[1])") == "My own"


def test_footnotes_lead_there_and_back(texts: Texts) -> None:
    """The two ends of a footnote link to each other under ids of their own, and the way back has a name."""
    page = html.fragment_fromstring(texts.blocks("Text.[^1]\n\n[^1]: Note.", "section-1-"), create_parent=True)
    there, back = page.xpath("//a")
    assert page.xpath(f"//*[@id='{there.get('href')[1:]}']")[0].tag == "li"
    assert page.xpath(f"//*[@id='{back.get('href')[1:]}']") == [there]
    assert there.get("id").startswith("section-1-")
    assert back.get("aria-label") == "Back to the text"


def test_no_text_is_no_html(texts: Texts) -> None:
    """A text that is not there is an empty string."""
    assert texts.blocks(None) == ""
