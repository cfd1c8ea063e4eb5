"""Questions that are suggested to a learner."""

import pytest

from scormpack.render.chips import choose_questions, is_whole

WHOLE = (
    "How long is it?",
    "¿Qué es?",
    "“Is it so?”",
    "ما هو API؟",
    "什么是苍鹭\uff1f",
    "サギとは何ですか。",
    "サギは鳥か",
    "यह क्या है?",
    "Πού είναι;",
)
TERSE = ("heron", "Heron", "is there one fixed number of training samples", "who?", "苍鹭", "?", "")


@pytest.mark.parametrize("question", WHOLE)
def test_a_question_that_reads_like_a_sentence_is_whole(question: str) -> None:
    """It begins with no small letter, and ends as questions do in its script."""
    assert is_whole(question)


@pytest.mark.parametrize("question", TERSE)
def test_what_learners_type_is_not(question: str) -> None:
    """A word, or a sentence without its capital or its mark."""
    assert not is_whole(question)


def test_whole_questions_are_chosen_and_others_where_there_are_none() -> None:
    """One of each passage; a passage of terse ones is left out beside those that have a whole one."""
    assert choose_questions([["heron", "What is a heron?"], ["egret"], ["Why?"]]) == ["What is a heron?", "Why?"]
    assert choose_questions([["heron", "bird"], ["egret"]]) == ["heron", "egret"]
    assert choose_questions([]) == []
