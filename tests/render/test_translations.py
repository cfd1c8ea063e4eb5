"""Our own files of texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from translations import describe, is_complete, languages

from scormpack.render.messages import load_messages

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", languages())
def test_texts_fit_their_language(language: str) -> None:
    """Every text has a key that English has, its places, and the plural forms of its language."""
    report = describe(language)
    assert report.flaws == ()


def test_a_file_that_says_so_is_complete() -> None:
    """A file whose head says `# Complete: yes` lacks no text; `scripts/messages` prints what it lacks."""
    lacking = {name: describe(name).missing for name in languages() if is_complete(name)}
    assert lacking["en"] == ()
    assert not {name: keys for name, keys in lacking.items() if keys}


COUNTED = ("quiz.progress", "practice.count", "home.module-done")
"""Texts whose participle agrees with the number in these languages, though English has one form for all."""


@pytest.mark.parametrize("language", ["es", "fr", "hi", "pt"])
@pytest.mark.parametrize("key", COUNTED)
def test_one_of_one_is_said_in_the_singular(language: str, key: str) -> None:
    """A quiz of one question, a practice of one step and a module of one lesson have words of their own."""
    messages = load_messages(language, ROOT)
    one, two = (messages.say(key, n=n, answered=1, done=1).replace(str(n), "") for n in (1, 2))
    assert one.replace("1", "") != two.replace("1", "")


@pytest.mark.parametrize("key", ["site.minutes", "site.total-minutes", "site.module-minutes"])
def test_a_minute_in_spanish_has_no_plural_article(key: str) -> None:
    """“Unos 1 min” is no Spanish; most lessons of few words are said to take one."""
    assert "unos" not in load_messages("es", ROOT).say(key, n=1).lower()
