"""How our translations are written: what a native reader would trip over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from babel.numbers import format_percent
from translations import languages

from scormpack.assets import templates_folder
from scormpack.load import Text, read_message_file

TRANSLATIONS = [language for language in languages() if language != "en"]
LANGUAGES_OF_THIN_SPACES = ["fr"]
LANGUAGES_OF_WIDE_MARKS = ["ja", "zh"]
SPELT_ALIKE = {
    "de": {"site.build", "site.handout-name", "site.version", "summary.name"},
    "es": {"question.check-no"},
    "fr": {"site.call-out-important", "site.handout-date", "site.version"},
}
"""Texts that are good in a language as English has them."""
UNITS = {"site.kilobytes", "site.megabytes"}
WORDLESS = re.compile(r"[^\w{]*(\{\w+\}[^\w{]*)*")
"""Marks and places: nothing to translate."""


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_nothing_is_left_in_english(language: str) -> None:
    """No text is the English one, but for words that both languages have."""
    english, texts = read("en"), read(language)
    same = {key for key, text in texts.items() if text == english.get(key)}
    left = {key for key in same if not WORDLESS.fullmatch(str(english[key]))}
    assert left - UNITS - SPELT_ALIKE.get(language, set()) == set()


# Arabic has a sign of its own, which CLDR gives for Arabic digits alone.
@pytest.mark.parametrize("language", [language for language in TRANSLATIONS if language != "ar"])
def test_percent_is_written_as_cldr_says(language: str) -> None:
    """The sign stands after its number with CLDR's space, or with none."""
    sign = format_percent(0.5, locale=language).removeprefix("50")
    for key, form in forms(read(language)):
        assert all(found == sign for found in re.findall(r"\}(\s*%)", form)), key


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_marks_are_the_printers(language: str) -> None:
    """No straight quotation mark or apostrophe, no three dots, no two spaces, no space at an end of words."""
    wrong = re.compile(r"""["']|\.\.\.|\s\s|^\s|\s$""")
    texts = [(key, form) for key, form in forms(read(language)) if not WORDLESS.fullmatch(form)]
    assert [key for key, form in texts if wrong.search(form)] == []


@pytest.mark.parametrize("language", LANGUAGES_OF_THIN_SPACES)
def test_french_marks_stand_off_without_breaking(language: str) -> None:
    """A no-break space stands before `:`, a narrow one before `;`, `!` and `?`, and one inside guillemets."""
    wrong = re.compile("[^\u00a0][:»]|[^\u202f][;!?]|«[^\u00a0]")
    assert [key for key, form in forms(read(language)) if wrong.search(form)] == []


@pytest.mark.parametrize("language", LANGUAGES_OF_WIDE_MARKS)
def test_chinese_and_japanese_marks_are_wide(language: str) -> None:
    """Commas, colons, brackets and their like are full-width ones."""
    assert [key for key, form in forms(read(language)) if re.search(r"[,;:!?()]", form)] == []


def test_chinese_stands_off_from_digits() -> None:
    """A space stands between Chinese characters and a number, in each text alike."""
    close = re.compile(r"[\u4e00-\u9fff]\{(?:n|count|number|score|mark|place|all|attempt)\}|\}[\u4e00-\u9fff]")
    assert [key for key, form in forms(read("zh")) if close.search(form)] == []


@pytest.mark.parametrize("language", languages())
def test_a_button_is_named_as_it_is_labelled(language: str) -> None:
    """The rules of a timed quiz name the button that starts it; "Mark as read" keeps its words when scripts run."""
    texts = {**read("en"), **read(language)}
    assert str(texts["start.start"]) in str(texts["start.time"])
    assert texts["read.mark"] == texts["site.mark-read"]


def read(language: str) -> Mapping[str, Text]:
    """Return the texts of one of our files."""
    file = read_message_file(templates_folder(), language, Path("no course"))
    assert file is not None
    return file.texts


def forms(texts: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    """Yield every text and each of its plural forms, by key."""
    for key, text in texts.items():
        yield from ((key, form) for form in ([text] if isinstance(text, str) else text.values()))
