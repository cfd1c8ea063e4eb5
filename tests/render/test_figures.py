"""Pictures, players, frames and files in a text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from scormpack.model import Captions, Media
from scormpack.render.messages import load_messages
from scormpack.render.text import Texts

VTT = Media("a/talk.vtt", "assets/talk-1.vtt", 9)
CUES = "WEBVTT\r\n\r\n00:00.000 --> 00:01.000\n<v A>100% # &\n"
FILM = Media("a/talk.mp4", "assets/talk-2.mp4", 99, captions=(Captions("", VTT, CUES, ("Said & done.",)),))
MEDIA = {
    "a/fork.png": Media("a/fork.png", "assets/fork-3.png", 900, 40, 30),
    "a/photo.jpg": Media("a/photo.jpg", "assets/photo-4.jpg", 250_000, 400, 300),
    "a/talk.mp4": FILM,
    "a/bell.mp3": Media("a/bell.mp3", "assets/bell-5.mp3", 99, transcript=("A bell.",)),
    "a/plan%20b.pdf": Media("a/plan b.pdf", "assets/plan-b-6.pdf", 34_400),
    "a/data": Media("a/data", "assets/data-7", 2_100_000),
}


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    """Texts of a page that stands one folder deep, in a course that declares a host."""
    return Texts(MEDIA, "../", load_messages("en", tmp_path), frozenset(["player.example.org"]))


def parse(markup: str) -> Any:  # noqa: ANN401 (lxml's elements)
    """Return HTML with one element around it."""
    return html.fragment_fromstring(markup, create_parent=True)


def test_a_picture_has_its_size(texts: Texts) -> None:
    """Width and height come from the file, unless the author says otherwise; only large files are loaded late."""
    (fork,) = parse(texts.blocks("![A fork](a/fork.png)")).xpath("//figure/img")
    assert (fork.get("width"), fork.get("height"), fork.get("loading")) == ("40", "30", None)
    (own,) = parse(texts.blocks('<img src="a/fork.png" alt="A fork" width="20">')).xpath("//img")
    assert (own.get("width"), own.get("height")) == ("20", None)
    (photo,) = parse(texts.blocks("See ![A table](a/photo.jpg)")).xpath("//img")
    assert (photo.get("width"), photo.get("loading")) == ("400", "lazy")


@pytest.mark.parametrize("text", ['![](a/fork.png "decorative")', 'Words ![x](a/fork.png "decorative")'])
def test_a_decorative_picture_says_nothing(texts: Texts, text: str) -> None:
    """It has an empty alternative, no title and no caption."""
    page = parse(texts.blocks(text))
    (image,) = page.xpath("//img")
    assert (image.get("alt"), image.get("title"), page.xpath("//figcaption")) == ("", None, [])


def test_a_film_is_written_like_a_picture(texts: Texts) -> None:
    """It becomes a player with its captions; what is said in it can be opened below."""
    page = parse(texts.blocks('![A <talk>](a/talk.mp4 "Two minutes")'))
    (film,) = page.xpath("/div/figure/video")
    assert film.get("controls") is not None
    assert (film.get("preload"), film.get("aria-label"), film.get("src")) == ("metadata", "A <talk>", None)
    assert film.xpath("source/@src | source/@type") == ["../assets/talk-2.mp4", "video/mp4"]
    (track,) = film.xpath(".//track")
    assert dict(track.attrib) == {
        "kind": "captions",
        "src": "data:text/vtt,WEBVTT%0A%0A00:00.000 --> 00:01.000%0A<v A>100%25 %23 &",
        "srclang": "en",
        "label": "Captions",
    }
    assert page.xpath("string(//figcaption)") == "Two minutes"
    assert page.xpath("/div/details/summary/text() | /div/details/p/text()") == ["Transcript", "Said & done."]


@pytest.mark.parametrize("text", ["![A bell](a/bell.mp3)", '<audio controls src="a/bell.mp3" title="A bell"></audio>'])
def test_a_transcript_tells_by_its_name_what_it_is_of(texts: Texts, text: str) -> None:
    """Several on a page are told apart by those who have its controls listed."""
    page = parse(texts.blocks(text))
    assert page.xpath("//summary/@aria-label") == ["Transcript \u00b7 A bell"]


def test_a_sound_has_a_transcript(texts: Texts) -> None:
    """A sound becomes a player, with what its author wrote down."""
    page = parse(texts.blocks("![A bell](a/bell.mp3)"))
    assert page.xpath("//figure/audio/source/@type") == ["audio/mpeg"]
    assert page.xpath("//details/p/text()") == ["A bell."]
    assert page.xpath("//track") == []


def test_within_a_line_a_player_is_alone(texts: Texts) -> None:
    """In an option or in the middle of a sentence there is no room for a figure."""
    for markup in (texts.phrase("![A bell](a/bell.mp3)"), texts.blocks("Hear ![A bell](a/bell.mp3) it")):
        assert parse(markup).xpath("//audio")
        assert not parse(markup).xpath("//figure | //details")


def test_films_in_html_can_be_started_and_read(texts: Texts) -> None:
    """A player in HTML gets what it lacks, and keeps the captions that its author named."""
    page = parse(texts.blocks('<video title="T"><source src="a/talk.mp4"></video>'))
    (film,) = page.xpath("/div/figure/video")
    assert (film.get("aria-label"), film.get("preload"), len(film.xpath(".//track"))) == ("T", "metadata", 1)
    assert page.xpath("//details")
    own = parse(texts.blocks('<video src="a/talk.mp4"><track kind="captions" src="a/own.vtt"></video>'))
    assert own.xpath("//track/@src") == ["a/own.vtt"]


def test_captions_in_several_languages_are_told_apart(tmp_path: Path) -> None:
    """Each track says its language; the transcript is that of the page's."""
    film = FILM._replace(captions=(Captions("fr", VTT, CUES, ("Dit.",)), Captions("en", VTT, CUES, ("Said.",))))
    page = parse(Texts({"x.mp4": film}, "", load_messages("en-GB", tmp_path)).blocks("![Talk](x.mp4)"))
    assert page.xpath("//track/@srclang") == ["fr", "en"]
    assert page.xpath("//track/@label") == ["Captions (fr)", "Captions (en)"]
    assert page.xpath("//details/p/text()") == ["Said."]


def test_a_frame_is_kept_in_its_place(texts: Texts) -> None:
    """A declared host's page is sandboxed, late, and can be opened by itself; another's is not there at all."""
    page = parse(texts.blocks('<iframe src="https://player.example.org/1?a=1&b=2" title="A talk"></iframe>'))
    (frame,) = page.xpath("/div/figure/iframe")
    assert (frame.get("title"), frame.get("loading")) == ("A talk", "lazy")
    assert "allow-top-navigation" not in frame.get("sandbox")
    (link,) = page.xpath("//figcaption/a")
    assert (link.get("href"), link.get("target")) == ("https://player.example.org/1?a=1&b=2", "_blank")
    assert link.text == "Shown from player.example.org"
    assert "iframe" not in texts.blocks('<iframe src="https://other.example.org/1" title="A talk"></iframe>')


@pytest.mark.parametrize(
    ("text", "name", "facts"),
    [("[The plan](<a/plan b.pdf>)", "plan b.pdf", "(PDF, 34 kB)"), ("[Data](a/data)", "data", "3 MB")],
)
def test_a_download_says_what_it_is(texts: Texts, text: str, name: str, facts: str) -> None:
    """A link to a file keeps the file's own name, and says type and size."""
    (link,) = parse(texts.phrase(text)).xpath("//a")
    assert (link.get("download"), link.get("target")) == (name, "_blank")
    assert link.xpath("string(span)") == facts


def test_long_formulas_can_be_scrolled_by_keyboard(texts: Texts) -> None:
    """A formula that may be wider than a phone is a named group that takes the focus; a short one is not."""
    (box,) = parse(texts.blocks(f"$$a {'+ b' * 20}$$")).xpath("//span[@class='formula']")
    assert (box.get("role"), box.get("tabindex"), box.get("aria-label")) == ("group", "0", "Formula")
    assert "tabindex" not in texts.blocks("$$a + b$$")
