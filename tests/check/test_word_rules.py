"""Facts about what words, headings, links and files in a text are warned of: where, and what is left alone."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from lesson_findings import found, shown

NOTE = "TO" + "DO"
"""Written so that no search for such notes finds this file."""


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
        ("TBD", "TBD"),
        (f"{NOTE}.", f"{NOTE}."),
        (f"Knives. {NOTE}: add forks.", NOTE),
        ("Call [insert number] now.", "[insert number]"),
        ("Ask [your teacher here].", "[your teacher here]"),
        ("Ruf [hier Nummer einfügen] an.", "[hier Nummer einfügen]"),
        ("Appelez [insérer le numéro].", "[insérer le numéro]"),
        ("Der Platzhalter im [Formular](https://example.org).", None),
        ("xxx", "xxx"),
        ("???", "???"),
        (f"A `{NOTE}: x` in code.", None),
        (f"```\n# {NOTE}: x\n```", None),
        ("Every placeholder has a name.", None),
        ("[insert rule](https://example.org)", None),
        ("Todo: es bueno.", None),
        ("Is it?", None),
    ],
)
def test_a_text_yet_to_be_written(tmp_path: Path, body: str, told: str | None) -> None:
    """Filler and an author's notes are told at their words; code, links and other languages' words are not."""
    assert shown(found(tmp_path, "placeholder", body)) == ([told] if told else [])


@pytest.mark.parametrize(
    ("language", "body", "told"),
    [
        ("en", "Put the the knife down.", "the the"),
        ("en", "It stands at the\nThe end of a line.", "It stands at the"),
        ("de", "Das ist ist und bleibt.", "ist ist"),
        ("fr", "Le pain est dans dans le four.", "dans dans"),
        ("es", "El pan de de centeno.", "de de"),
        ("pt", "O pão de de centeio.", "de de"),
        ("en", "She had had it, and that that was, was.", None),
        ("en", "Click `the the`. Tune in in the morning.", None),
        ("de", "Die, die die Messer nehmen.", None),
        ("fr", "Nous nous levons.", None),
        ("hi", "धीरे धीरे चलो।", None),
        ("ar", "شيئا فشيئا، كل كل يوم.", None),
        ("zh", "天天 天天 向上。", None),
        ("en", "Which is the the?", "the the"),
        ("en", "(The the) knife.", "The the"),
        ("en", "“The the knife is blunt.”", "The the"),
        ("en", "Put the **the knife** down.", "the **the"),
        ("en", "Put **down the** the knife.", "the** the"),
        ("en", "> It stands at the\n> the end.", "> It stands at the"),
        ("en", "Und und, the und.", None),
        ("en", "Write *the* the first time, and “the the” never.", None),
        ("en", "In IT it is so. Vitamin A a day. I told you you may.", None),
        ("en", "## Where it is from\nFrom the start.\n\nMade by\n\nBy hand.", None),
        ("en", "The the the is a song, and/or or so.", None),
        ("en", "Either and and/or.", None),
        ("de", "Na, aber aber!", None),
        ("fr", "Oh la la ! L\u2019est est froid.", None),
        ("fr", "Qui est dans dans ?", "dans dans"),
        ("es", "Es mejor que vengas que que no. El bus para para comer.", None),
        ("pt", "O que que é? O ônibus para para todos.", None),
        ("fr", "Vous vous levez ?", None),
        ("ja", "いろ いろ、the the?", None),
    ],
)
def test_a_little_word_stands_twice(tmp_path: Path, language: str, body: str, told: str | None) -> None:
    """Words that never follow themselves are told; those that may, and languages that double words, are not."""
    findings = found(tmp_path, "repeated-word", body, language=language)
    assert [text.startswith(str(told)[:2]) for text in shown(findings)] == ([True] if told else [])


def test_a_repeated_word_is_mended_where_it_is_the_first(tmp_path: Path) -> None:
    """The edit takes one word out, and there is none where other words read the same before."""
    (finding,) = found(tmp_path, "repeated-word", "Put the the knife down.")
    assert finding.edit
    (finding,) = found(tmp_path, "repeated-word", "Breathe the air, and put the the knife down.")
    assert finding.edit is None
    (finding,) = found(tmp_path, "repeated-word", "Put the **the knife** down.")
    assert finding.edit is None


@pytest.mark.parametrize(
    ("body", "point", "told"),
    [
        ("## Two stones\n\nText.", "P", ["Two stones"]),
        ("# One\n\n### Three\n\nText.", "P", ["Three"]),
        ("# One\n\n## Two\n\n# One more\n\n## Two more", "P", []),
        ("One\n===\n\nText.\n\nTwo\n---\n", "P", []),
        ("```\n### in code\n```", "P", []),
        ("Text.", "# 1 in sales", ["1 in sales"]),
        ("Text.", "#1 in sales", []),
        ("<h4>Deep</h4>", "P", ["Deep"]),
    ],
)
def test_headings_go_down_one_at_a_time(tmp_path: Path, body: str, point: str, told: list[str]) -> None:
    """The first heading of a text is `#`; a level that is left out, and a heading in a short text, are told."""
    assert shown(found(tmp_path, "heading-order", body, point=point)) == told


@pytest.mark.parametrize(
    ("body", "told", "hint"),
    [
        ("[up](#why-knives-slip)", "#why-knives-slip", "`#section-1`"),
        ("[up](#sektion-1)", "#sektion-1", "`#section-1`"),
        ("[quiz](#quiz)", "#quiz", "#section-1"),
        ("[up](#section-1) [edge](#term-1) [all](#key-terms)", None, ""),
        ("Text.[^1]\n\n[^1]: Note.", None, ""),
        ("[out](https://example.org/#nowhere)", None, ""),
    ],
)
def test_a_place_that_the_page_lacks(tmp_path: Path, body: str, told: str | None, hint: str) -> None:
    """A link to a place of the page is held to those that there are, and the nearest is named."""
    findings = found(tmp_path, "page-anchor", body)
    assert shown(findings) == ([told] if told else [])
    assert all(hint in finding.hint for finding in findings)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("[a](http://pensions.gov.uk/x)", "http://pensions.gov.uk/x"),
        ("See <HTTP://pensions.gov.uk>.", "HTTP://pensions.gov.uk"),
        ("[a](http://anna:beans@pensions.gov.uk/x)", "http://anna:beans@pensions.gov.uk/x"),
        ("[a](http://10.pensions.gov.uk) [b](http://anna@10.0.0.1)", "http://10.pensions.gov.uk"),
        ("[a](http://localhost:8000) [b](http://10.0.0.1) [c](http://example.com) [d](http://printer/)", None),
        ("`http://pensions.gov.uk` in code", None),
        ("[a](https://pensions.gov.uk)", None),
    ],
)
def test_a_link_that_is_not_encrypted(tmp_path: Path, body: str, told: str | None) -> None:
    """Links over http are told, but those to this machine, to this network and to examples."""
    assert shown(found(tmp_path, "plain-http", body)) == ([told] if told else [])


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Click [here](https://example.org).", "[here]"),
        ("[Read more.](https://example.org)", "[Read more.]"),
        ("[Mehr erfahren](https://example.org)", "[Mehr erfahren]"),
        ("[こちら](https://example.org)", "[こちら]"),
        ("[اضغط هنا](https://example.org)", "[اضغط هنا]"),
        ("[](https://example.org)", "https://example.org"),
        ("[The rules here](https://example.org)", None),
        ("[https://example.org](https://example.org)", None),
    ],
)
def test_a_link_that_says_nothing(tmp_path: Path, body: str, told: str | None) -> None:
    """Links that read "here" or "read more" are told in nine languages, and so are those without words."""
    assert shown(found(tmp_path, "link-words", body)) == ([told] if told else [])


@pytest.mark.parametrize(
    ("alt", "told"),
    [
        *[(alt, True) for alt in ("fork.png", "IMG_2034.jpg", "DSC0042", "Picture", "图片")],
        *[(alt, False) for alt in ("A fork", "", "Image of a fork", "Figure 2: a fork")],
    ],
)
def test_a_picture_is_named_by_its_file(tmp_path: Path, alt: str, told: bool) -> None:  # noqa: FBT001
    """A text alternative that is a file's name, or says that there is a picture, is told."""
    (tmp_path / "fork.png").write_bytes(b"png")
    assert len(found(tmp_path, "image-name", f"![{alt}](fork.png)")) == told


def png(width: int, height: int, size: int = 0) -> bytes:
    """Return the beginning of a PNG, filled up to ``size`` bytes."""
    return (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", width, height)).ljust(size, b"\0")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.png", png(6000, 4000), "6000 by 4000 pixels"),
        ("a.png", png(800, 600, 1_500_000), "this picture has 1.5 MB"),
        ("a.mp3", bytes(31_000_000), "this sound has 31 MB"),
        ("a.pdf", bytes(21_000_000), "this file has 21 MB"),
        ("a.png", png(1344, 900, 200_000), None),
        ("a.mp3", bytes(21_000_000), None),
    ],
)
def test_a_file_is_too_heavy(tmp_path: Path, name: str, data: bytes, told: str | None) -> None:
    """Pictures, sounds and downloads beyond their limits are told where they stand, with their size."""
    (tmp_path / name).write_bytes(data)
    findings = found(tmp_path, "media-weight", f"![A thing]({name})" if name != "a.pdf" else f"[Plan]({name})")
    assert [told in finding.message for finding in findings if told] == ([True] if told else [])
    assert len(findings) == bool(told)
