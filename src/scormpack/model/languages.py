"""What CLDR says of a language: its numbers, its plurals, its usual script.

Babel is loaded for other languages than English alone: most courses do without its 20 ms.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel import Locale

# CLDR's minimumGroupingDigits is 2 for these, which Babel does not know: 1234, but 12.345.
_GROUP_FROM_FIVE_DIGITS = frozenset(
    ["be", "bg", "ee", "es", "es_ES", "et", "hu", "hy", "it", "ka", "lv", "pl", "pt_PT", "sl", "sq"]
)
# The zeros of the scripts that CLDR writes numbers in by default, where they are not ours.
_ZEROS = {
    "adlm": "\U0001e950",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "cakm": "\U00011136",
    "deva": "\u0966",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "tibt": "\u0f20",
}
# RFC 6067: `-u-nu-arab` asks for a script's digits.
_ASKED_DIGITS = re.compile(r"-u(?:-\w{3,8})*(?:-\w{2}(?:-\w{3,8})+)*?-nu-(\w{3,8})", re.IGNORECASE)

# What CLDR has no name for, or would take for another country's.
_MISTAKEN = {
    "castellano": "es",
    "sp": "es",
    "va": "ca-valencia",
    "valencian": "ca-valencia",
    "valenciano": "ca-valencia",
    "valenci\u00e0": "ca-valencia",
}

Direction = Literal["ltr", "rtl"]


def fallbacks(language: str) -> tuple[str, ...]:
    """Return a BCP 47 language in lower case, then ever less of it: ``zh-hant-tw``, ``zh-hant``, ``zh`` (RFC 4647)."""
    subtags = language.lower().split("-")
    return tuple("-".join(subtags[:length]) for length in range(len(subtags), 0, -1))


def named_language(word: str) -> str | None:
    """Return the code of a language that is called by its name, in one of a dozen languages: ``Deutsch`` → ``de``."""
    from babel import Locale  # noqa: PLC0415 (see above)

    word = word.strip().lower()
    for speaker in ("en", "de", "fr", "es", "pt", "it", "ca", "nl", "pl", "tr", "ru", "ar", "zh", "ja", "hi"):
        for code, name in Locale(speaker).languages.items():
            if name.lower() == word and len(code) <= 3:
                return str(code)
    return _MISTAKEN.get(word)


def other_code(code: str) -> str | None:
    """Return the code that must have been meant by one that is not registered, or has a shorter one: ``sp`` → ``es``.

    "" where nobody can tell; None where the code may stand: of three letters not even CLDR knows all.
    """
    from babel import Locale  # noqa: PLC0415 (see above)
    from babel.core import get_global  # noqa: PLC0415

    code = code.lower()
    if code in Locale("en").languages:
        return None
    if replaced := get_global("language_aliases").get(code):
        return str(replaced).split("_")[0]
    if len(code) > 2:
        return None
    likely = get_global("likely_subtags").get(f"und_{code.upper()}", "")  # a country's: `jp`
    return _MISTAKEN.get(code) or str(likely).split("_")[0]


def digits_of(language: str) -> str:
    """Return the name of a language's digits as ``Intl`` takes it: ``latn``, ``arab``, ``deva``."""
    asked = _ASKED_DIGITS.search(language)
    if asked and asked[1].lower() in {"latn", *_ZEROS}:
        return asked[1].lower()
    name = "latn" if _is_english(language) else _locale(language).default_numbering_system
    return name if name in _ZEROS else "latn"


@lru_cache(maxsize=4096)
def format_number(language: str, number: int) -> str:
    """Return a whole number as the language writes it: ``1,596``, ``1.596``, in its digits."""
    if _is_english(language):
        return f"{number:,}"
    from babel.numbers import format_decimal  # noqa: PLC0415 (see above)

    locale, digits = _locale(language), digits_of(language)
    grouped = number >= 10_000 or str(locale) not in _GROUP_FROM_FIVE_DIGITS
    text = format_decimal(number, locale=locale, numbering_system=digits, group_separator=grouped)
    zero = ord(_ZEROS.get(digits, "0"))
    return text.translate({ord("0") + digit: zero + digit for digit in range(10)})


def groups_by_point(language: str) -> bool:
    """Return whether the language puts a point between thousands, where YAML begins decimals."""
    return "." in format_number(language, 12_345)


@lru_cache(maxsize=4096)
def plural_form(language: str, number: int) -> str:
    """Return CLDR's word for a count: ``zero``, ``one``, ``two``, ``few``, ``many`` or ``other``."""
    if _is_english(language):
        return "one" if number == 1 else "other"
    return str(_locale(language).plural_form(number))


@lru_cache(maxsize=64)
def plural_forms(language: str) -> tuple[str, ...]:
    """Return the forms that a translation needs: those that counts up to 200 take, and ``other``, in CLDR's order.

    Forms of millions and of fractions (French ``many``, Polish ``other``) may be written, but nothing here counts so.
    """
    needed = {plural_form(language, number) for number in range(201)} | {"other"}
    return tuple(form for form in ("zero", "one", "two", "few", "many", "other") if form in needed)


def script_of(language: str) -> str:
    """Return the script that a language is usually written in, ISO 15924: ``Hant`` for ``zh-TW``; "" if not known."""
    if _is_english(language):
        return "Latn"
    from babel.core import get_global  # noqa: PLC0415 (see above)

    likely = get_global("likely_subtags")
    named = re.search(r"-([a-z]{4})(?:-|$)", language.lower())
    if named:
        return named[1].title()
    full = next((likely[name] for name in _cldr_names(language) if name in likely), "")
    return next((part for part in full.split("_") if len(part) == 4 and part.isalpha()), "")


def is_known(language: str) -> bool:
    """Return whether CLDR knows the language at all."""
    return _is_english(language) or str(_locale(language)) != "en"


def _is_english(language: str) -> bool:
    return language.lower() in {"en", "en-us", "en-gb"}


def _cldr_names(language: str) -> tuple[str, ...]:
    """Return the names to look under, the most precise first: ``zh_Hant_TW``, ``zh_Hant``, ``zh``."""
    plain = re.split(r"-\w-", language)[0]  # without extensions and private use
    return tuple("_".join(_cased(at, subtag) for at, subtag in enumerate(name.split("-"))) for name in fallbacks(plain))


def _cased(at: int, subtag: str) -> str:
    """RFC 5646 §2.1.1: a script is written ``Hant``, a region ``TW``, all else in lower case."""
    if at and len(subtag) == 4 and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if at and len(subtag) in {2, 3} else subtag


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    """Return the nearest that CLDR has; English where it has none, as ``Intl`` is told in ``runtime/messages.ts``."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 (see above)

    for name in _cldr_names(language):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
