"""Facts about what all models share."""

from __future__ import annotations

import pytest

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
