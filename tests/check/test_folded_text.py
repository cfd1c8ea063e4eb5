"""Facts about texts made alike."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scormpack.check import folded_text
from scormpack.check.folded_text import fold, fold_all

TEXTS = st.text("aZé9 *_`$.,?!:'\"-\n\t", max_size=12) | st.text(max_size=8)


@settings(max_examples=2000)
@given(TEXTS)
def test_a_text_that_is_seen_to_be_simple_is_folded_as_any_other(text: str) -> None:
    """What is spared for most texts changes nothing in them."""
    quick = fold(text)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_IS_SIMPLE", "_IS_SENTENCE"):
            patch.setattr(folded_text, name, lambda _text: False)
        assert fold(text) == quick


@settings(max_examples=500)
@given(st.lists(TEXTS, max_size=4))
@example(["a", "b\nc"])
@example([])
def test_many_are_folded_as_each(texts: list[str]) -> None:
    """Texts that are folded together are what each is by itself."""
    assert fold_all(texts) == list(map(fold, texts))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Keep the dough.", "keep the dough"),
        ("Keep  the *dough*", "keep the *dough*"),
        ("**Keep the dough.**", "keep the dough"),
        ("In 1999?", "in 1999?"),
        ("What?!", "what"),
        ("`A`  b", "`A` b"),
        ("", ""),
    ],
)
def test_what_learners_do_not_tell_apart_is_alike(text: str, folded: str) -> None:
    """Capitals, spaces, emphasis of the whole and the mark at its end count for nothing; in code all counts."""
    assert fold(text) == folded
