"""Facts about what all models share."""

from __future__ import annotations

import pytest

from scormpack.model.base import id_of
from scormpack.model.questions.choice import Choice, Option


@pytest.mark.parametrize("deep", [False, True])
def test_a_copy_with_other_values_derives_anew(*, deep: bool) -> None:
    """A copy keeps nothing that was worked out from values which it does not have."""
    options = (Option(text="Right", correct=True), Option(text="Wrong"))
    question = Choice(id="q", type="choice", prompt="Which?", options=options)
    assert question.correct == (0,)
    turned = question.model_copy(update={"options": options[::-1]}, deep=deep)
    assert turned.correct == (1,)
    assert question.correct == (0,)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Sharp knives!", "sharp-knives"),
        ("El año del ENSANCHE", "el-anyo-del-ensanche"),
        ("an\u0303o", "anyo"),
        ("ESPAÑA", "espanya"),
        ("Łódź, Ærø", "lodz-aero"),
        ("Més açò", "mes-aco"),
        ("日本", ""),
    ],
)
def test_an_id_is_made_of_words(text: str, made: str) -> None:
    """Accents go, `ñ` becomes `ny` in any form and case, and letters that ASCII lacks are spelt out."""
    assert id_of(text) == made
