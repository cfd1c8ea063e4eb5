"""What CLDR says of a language."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scormpack.model import (
    digits_of,
    fallbacks,
    format_number,
    groups_by_point,
    is_known,
    named_language,
    other_code,
    plural_form,
    plural_forms,
    script_of,
)

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "languages.json").read_text(encoding="utf-8"))
NUMBERS = (0, 4, 70, 1596, 12345, 1234567)
COUNTS = (0, 1, 2, 3, 5, 6, 11, 12, 21, 100, 101, 103, 111)


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row["language"])
def test_build_and_browser_agree(row: dict[str, object]) -> None:
    """Numbers and plural forms are those of the browser's Intl; runtime/messages.test.ts holds it to the same file."""
    language = str(row["language"])
    assert digits_of(language) == row["digits"]
    assert [format_number(language, number) for number in NUMBERS] == row["numbers"]
    assert [plural_form(language, count) for count in COUNTS] == row["plurals"]


def test_a_translation_needs_the_forms_of_counts() -> None:
    """Forms that only millions or fractions take are not asked of a translator."""
    assert plural_forms("ar") == ("zero", "one", "two", "few", "many", "other")
    assert plural_forms("fr") == plural_forms("de") == ("one", "other")
    assert plural_forms("ja") == ("other",)
    assert plural_forms("pl") == ("one", "few", "many", "other")


def test_a_tag_is_shortened_from_its_end() -> None:
    """RFC 4647 §3.4: the last subtag goes first."""
    assert fallbacks("zh-Hant-TW") == ("zh-hant-tw", "zh-hant", "zh")


def test_scripts_are_known_by_region_too() -> None:
    """Chinese in Taiwan is written in another script than in China, and a script that is named counts first."""
    assert [script_of(name) for name in ("zh", "zh-TW", "zh-Hant", "pt-BR", "sr-Latn")] == [
        "Hans",
        "Hant",
        "Hant",
        "Latn",
        "Latn",
    ]
    assert script_of("tlh") == ""


def test_unknown_languages_are_known_as_such() -> None:
    """Klingon's rules are its translator's to know."""
    assert not is_known("tlh")
    assert is_known("gsw")


def test_english_does_without_babel() -> None:
    """A course in English does not wait for the library of all languages."""
    code = (
        "import sys; from scormpack.model import *; format_number('en', 12), plural_form('en', 1), digits_of('en');"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Spanish", "es"),
        ("español", "es"),
        ("Castellano", "es"),
        ("catalán", "ca"),
        ("valencià", "ca-valencia"),
        ("日本語", "ja"),
        ("elvish", None),
    ],
)
def test_a_language_is_known_by_its_name(word: str, code: str | None) -> None:
    """In English, in its own, and in some others that people write courses in."""
    assert named_language(word) == code


@pytest.mark.parametrize(
    ("code", "other"),
    [
        *[("sp", "es"), ("va", "ca-valencia"), ("jp", "ja"), ("cz", "cs"), ("ger", "de"), ("qq", "")],
        *[("ES", None), ("br", None), ("tlh", None), ("sro", None)],
    ],
)
def test_a_code_that_is_not_registered_leads_to_one_that_is(code: str, other: str | None) -> None:
    """Codes of countries and of ISO 639-2 are told by what they mean; registered ones are let be."""
    assert other_code(code) == other


def test_points_stand_between_thousands_in_some_languages() -> None:
    """German and Spanish write 12.345; English writes a comma, French a space, Spanish in Mexico a comma."""
    languages = ("de", "es", "pt-BR", "en", "fr", "es-MX")
    assert [name for name in languages if groups_by_point(name)] == ["de", "es", "pt-BR"]
