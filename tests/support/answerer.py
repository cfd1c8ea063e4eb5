"""A learner who answers every type of question right, half or wrong, and what must come of it in SCORM 1.2."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from learner import respond
from playwright.sync_api import Frame, Locator, expect

from scormpack.markup import plain_text, to_phrase
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.choice import Choice
from scormpack.model.questions.fill_in import FillIn
from scormpack.model.questions.likert import Likert
from scormpack.model.questions.long_fill_in import LongFillIn
from scormpack.model.questions.matching import Matching
from scormpack.model.questions.performance import Performance
from scormpack.model.questions.sequencing import Sequencing

LOAF = "a-plain-loaf"
"""The lesson of tests/courses/every-type that has every type of question."""
WORDS = "Enzymes have time to make sugars."
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

Told: TypeAlias = tuple[str, str, str]
"""student_response, correct_responses.0.pattern and result of an interaction (RTE 3.4.4)."""


def card(frame: Frame, question: AnyQuestion) -> Locator:
    """Return a question's card, found by its prompt."""
    name = spoken(question.prompt)
    return frame.get_by_role("listitem").filter(has=frame.get_by_role("group", name=name, exact=True))


def spoken(markdown: str) -> str:
    """Return Markdown as a screen reader says it."""
    return plain_text(to_phrase(markdown))


def check(at: Locator) -> None:
    """Press a question's button, and wait until its answer was taken."""
    at.get_by_role("button", name="Check answer").click()
    expect(at.get_by_role("button", name="Check answer")).to_have_count(0)


def expect_verdict(at: Locator, words: str) -> None:
    """Wait until a question says how it was answered; an icon stands before the words."""
    paragraphs = at.get_by_role("paragraph")
    expect(paragraphs.filter(has_text=re.compile(rf"^\W*{re.escape(words)}$"))).to_be_visible()


def arrange(at: Locator, wanted: Sequence[str]) -> None:
    """Bring the items of a sequence into an order by their buttons; items may be named by their beginnings."""
    # The order at the start is nobody's answer, even where it is the wanted one.
    rows = at.get_by_role("listitem")
    rows.nth(1).get_by_role("button", name="Move up").click()
    rows.nth(0).get_by_role("button", name="Move down").click()
    for place, name in enumerate(wanted):
        for _ in wanted:
            if name in shown_order(at)[place]:
                break
            at.get_by_role("button", name=f"Move up: {name}").click()
    assert [name for name, row in zip(wanted, shown_order(at), strict=True) if name not in row] == []


def shown_order(at: Locator) -> list[str]:
    """Return the items of a sequence as they stand."""
    return [" ".join(text.split()) for text in at.get_by_role("listitem").all_inner_texts()]


@dataclass(frozen=True)
class Answerer:
    """Answers questions of every type, and says what SCORM 1.2 must be told of each.

    Attributes:
        quality: how it answers: ``right``, ``half`` where there is a half, or ``wrong``.
    """

    quality: Literal["right", "half", "wrong"]

    def answer(self, at: Locator, question: AnyQuestion) -> Told:
        """Enter the answer and check it."""
        told = self.enter(at, question)
        check(at)
        return told

    def enter(self, at: Locator, question: AnyQuestion) -> Told:  # noqa: PLR0911 (one for each type)
        """Enter the answer; check nothing."""
        match question:
            case Matching():
                return self._match(at, question)
            case Sequencing():
                return self._order(at, question)
            case Likert():
                at.get_by_label(question.scale[3], exact=True).check()
                return "4", "", "neutral"
            case LongFillIn():
                return self._write(at, question)
            case Performance():
                done = len(question.steps) if self.quality == "right" else 1
                for step in question.steps[:done]:
                    at.get_by_label(spoken(step), exact=True).check()
                steps = LETTERS[: len(question.steps)]
                return ",".join(steps[:done]), ",".join(steps), self._result()
            case Choice() if len(question.options) > len(LETTERS):
                return self._choose_of_many(at, question)
            case Choice() if self.quality == "half" and len(question.correct) > 1:
                at.get_by_label(spoken(question.options[question.correct[0]].text), exact=True).check()
                pattern = ",".join(LETTERS[index] for index in question.correct)
                return LETTERS[question.correct[0]], pattern, "wrong"
            case FillIn() if self.quality == "half" and len(question.accepted) > 1:
                right = [texts[0] for texts in question.accepted]
                at.get_by_role("textbox").first.fill(right[0])
                return f"{right[0]}," + "," * (len(right) - 2), ",".join(right), "wrong"
        return self._respond(at, question)

    def _respond(self, at: Locator, question: AnyQuestion) -> Told:
        given = respond(question, right=self.quality == "right")
        for name in given.options:
            at.get_by_label(name, exact=True).check()
        for box, text in zip(at.get_by_role("textbox").all(), given.texts, strict=bool(given.texts)):
            box.fill(text)
        pattern = "321.75,328.25" if question.id == "water" else respond(question, right=True).scorm12
        return given.scorm12, pattern, self._result()

    def _choose_of_many(self, at: Locator, question: Choice) -> Told:
        """SCORM 1.2 has single characters for 36 options; beyond, the options' numbers go as fill-in."""
        chosen = question.correct if self.quality == "right" else [37]
        for index in chosen:
            at.get_by_label(question.options[index].text, exact=True).check()
        numbers = [",".join(str(index + 1) for index in indices) for indices in (chosen, question.correct)]
        return numbers[0], numbers[1], self._result()

    def _match(self, at: Locator, question: Matching) -> Told:
        wrong = {"right": 0, "half": len(question.pairs) // 2, "wrong": len(question.pairs)}[self.quality]
        told = []
        for number, pair in enumerate(question.pairs, 1):
            target = pair.target if number > wrong else question.pairs[number % len(question.pairs)].target
            at.get_by_role("combobox", name=spoken(pair.source), exact=True).select_option(label=target)
            told.append(f"{number}.{LETTERS[question.targets.index(target)]}")
        right = [f"{n}.{LETTERS[question.targets.index(pair.target)]}" for n, pair in enumerate(question.pairs, 1)]
        return ",".join(told), ",".join(right), self._result()

    def _order(self, at: Locator, question: Sequencing) -> Told:
        right = list(range(len(question.items)))
        order = {"right": right, "half": [right[-1], *right[:-1]], "wrong": right[::-1]}[self.quality]
        arrange(at, [spoken(question.items[item]) for item in order])
        keys = [LETTERS[question.mixed.index(item)] for item in right]
        return ",".join(keys[item] for item in order), ",".join(keys), self._result()

    def _write(self, at: Locator, question: LongFillIn) -> Told:
        at.get_by_role("textbox").fill(WORDS)
        if question.points == 0:
            return WORDS, "", "neutral"
        at.get_by_role("button", name="Compare with a model answer").click()
        said = {"right": "Yes, all of it", "half": "Partly", "wrong": "No"}[self.quality]
        at.get_by_label(said, exact=True).check()
        return WORDS, "", self._result()

    def _result(self) -> str:
        return "correct" if self.quality == "right" else "wrong"
