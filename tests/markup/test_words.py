"""Facts about the forms of words."""

from __future__ import annotations

import pytest

from scormpack.markup.words import opening_of, stem_of, stems_in_text


@pytest.mark.parametrize(
    ("language", "word", "form"),
    [
        ("en", "policy", "Policies"),
        ("en", "class", "classes"),
        ("en", "RAG", "RAGs"),
        ("en", "hallucination", "HALLUCINATIONS"),
        ("de", "Kind", "Kindern"),
        ("fr", "journal", "journaux"),
        ("es", "vez", "veces"),
        ("pt", "instrução", "instruções"),
        ("pt", "nível", "níveis"),
        ("ar", "نموذج", "والنموذج"),
        ("ko", "AI", "AI는"),
        ("tlh", "Token", "TOKEN"),
    ],
)
def test_every_form_of_a_word_begins_with_its_opening(language: str, word: str, form: str) -> None:
    """A search for the letters that a stem begins with misses no form; Arabic, which writes before it, has none."""
    stem = stem_of(word, language)
    assert stem in stems_in_text(form, language)
    assert form.lower().startswith(opening_of(stem, language))
    assert bool(opening_of(stem, language)) is (language != "ar")
