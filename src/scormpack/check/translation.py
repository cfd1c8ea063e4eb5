"""What a translation must have in common with English: keys, places, plural forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from scormpack.late_regex import compile_late
from scormpack.load import Text
from scormpack.model import is_known, plural_forms

_PLACE = compile_late(r"\{(\w+)\}")

Flaw = tuple[tuple[str, ...], str, str]
"""Path from the file's top, what is wrong, what to write instead."""


def missing_keys(english: Mapping[str, Text], texts: Mapping[str, Text]) -> tuple[str, ...]:
    """Return the keys that a translation lacks, in English's order."""
    return tuple(key for key in english if key not in texts)


def flaws_in(english: Mapping[str, Text], texts: Mapping[str, Text], language: str) -> Iterator[Flaw]:
    """Yield what is wrong with the texts of one language, apart from those that are missing."""
    for key, text in texts.items():
        if key not in english:
            yield (key,), f"no page uses a text `{key}`", _suggest(key, english)
            continue
        usual = _places(english[key])
        if not isinstance(text, str):
            yield from _plural_flaws(key, text, language, counts="n" in usual or not isinstance(english[key], str))
        for path, form in [((key,), text)] if isinstance(text, str) else [((key, name), text[name]) for name in text]:
            yield from _place_flaws(path, form, usual)


def _suggest(key: str, english: Mapping[str, Text]) -> str:
    near = get_close_matches(key, english, 1)
    return f"Did you mean `{near[0]}`?" if near else "Take it out: scormpack's `messages/en.yaml` lists all keys."


def _plural_flaws(key: str, text: Mapping[str, str], language: str, *, counts: bool) -> Iterator[Flaw]:
    if not counts:
        yield (key,), f"`{key}` counts nothing, so it has no plural forms", "Write one text."
        return
    if not is_known(language):  # its rules are its translator's to know
        return
    lacking = [form for form in plural_forms(language) if form not in text]
    if lacking:
        named = ", ".join(f"`{form}`" for form in lacking)
        forms = ", ".join(plural_forms(language))
        yield (key,), f"`{key}` lacks the plural form {named}", f"This language has: {forms}."


def _place_flaws(path: tuple[str, ...], text: str, usual: frozenset[str]) -> Iterator[Flaw]:
    written = frozenset(_PLACE.findall(text))
    wrong = sorted(written - usual)
    # A form may say its number in words: "one question", "both questions".
    lacking = sorted(usual - written - (frozenset("n") if len(path) > 1 else frozenset()))
    choices = "This text has " + (", ".join(f"`{{{name}}}`" for name in sorted(usual)) or "no places") + "."
    if wrong:
        yield path, f"nothing is filled in for `{{{wrong[0]}}}`", choices
    if lacking:
        yield path, f"this text leaves `{{{lacking[0]}}}` out", choices


def _places(text: Text) -> frozenset[str]:
    return frozenset(_PLACE.findall(text if isinstance(text, str) else " ".join(text.values())))
