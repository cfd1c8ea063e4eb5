"""Fill in: one blank, or several within a text."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scormpack.late_regex import compile_late
from scormpack.model.base import Line, Markdown, Model
from scormpack.model.questions.question import Json, Markup, Question

BLANK = compile_late(r"\{\{(\d+)\}\}")
MOST_PACKED = 40

Accepted = Annotated[tuple[Line, ...], Field(min_length=1)]


def _between(part: str, markup: Markup) -> str:
    """Return the text between two blanks as HTML; a space that parts it from a blank stays."""
    if not part.strip():
        return " " if part else ""
    return " " * part[0].isspace() + markup(part.strip()) + " " * part[-1].isspace()


class Match(Model):
    """What must agree between the learner's words and the accepted ones; false = it does not matter."""

    case: bool = False
    """Whether ``Paris`` and ``paris`` differ."""
    accents: bool = False
    """Whether ``cafe`` and ``café`` differ."""
    spaces: bool = False
    """Whether ``ice cream`` and ``icecream`` differ."""


class FillIn(Question):
    """Words to be written: ``answers`` for one blank, ``text`` with ``{{1}}`` and ``blanks`` for several."""

    type: Literal["fill-in"]
    answers: Accepted | None = None
    """Every text that is right, for one box; the first is shown as the right answer."""
    text: Markdown | None = None
    """A text with blanks, ``{{1}}``, ``{{2}}``; Markdown. Goes with ``blanks``."""
    blanks: dict[int, Accepted] | None = None
    """For each blank's number, every text that is right."""
    match: Match = Match.model_construct()
    """What must agree with the answer to the letter."""

    @model_validator(mode="after")
    def _blanks_fit(self) -> Self:
        if (self.answers is None) == (self.blanks is None) or (self.text is None) != (self.blanks is None):
            raise PydanticCustomError("fill_in_form", "this needs either `answers`, or `text` together with `blanks`")
        if self.text is not None and self.blanks is not None:
            in_text = [int(number) for number in BLANK.findall(self.text)]
            if sorted(in_text) != sorted(self.blanks) or in_text != sorted(in_text):
                raise PydanticCustomError(
                    "fill_in_blanks", "the numbers in `text` and the keys of `blanks` must be the same, in rising order"
                )
        return self

    @property
    def accepted(self) -> list[tuple[str, ...]]:
        """The accepted texts of each blank, in order."""
        if self.blanks is not None:
            return [self.blanks[number] for number in sorted(self.blanks)]
        return [self.answers or ()]

    def shown(self, markup: Markup) -> Json:
        """The text between the blanks as HTML, or None for one box under the prompt."""
        parts = None if self.text is None else [_between(part, markup) for part in BLANK.split(self.text)[::2]]
        return {"parts": parts, "blanks": len(self.accepted)}

    def answer(self) -> Json:
        """Accepted texts and how strictly they are compared."""
        return {"accepted": self.accepted, "match": self.match.model_dump()}

    def shape(self) -> str:
        """How many blanks."""
        return str(len(self.accepted))

    def packed_size(self) -> int:
        """As much of the learner's words as the state has room for."""
        return MOST_PACKED

    def interaction(self) -> Json:
        """Every blank's accepted texts; one pattern for each way to be right where there is one blank."""
        prefix = "{case_matters=true}" if self.match.case else "{case_matters=false}"
        first = "[,]".join(texts[0] for texts in self.accepted)
        ways = self.accepted[0] if len(self.accepted) == 1 else (first,)
        return {"interactionType": "fill-in", "correctResponsesPattern": [prefix + way for way in ways]}
