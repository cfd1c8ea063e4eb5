"""Performance: a task done away from the page, step by step."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scormpack.model.base import Markdown
from scormpack.model.questions.keys import option_key
from scormpack.model.questions.question import Json, Markup, Question


class Performance(Question):
    """Do ``steps`` and tick each: the learner's own word, right when all are ticked."""

    type: Literal["performance"]
    steps: Annotated[tuple[Markdown, ...], Field(min_length=1, max_length=36)]
    """What to do; learners tick each. Markdown."""
    scoring: Literal["all-or-nothing", "proportional"] = "proportional"
    """All or nothing, or a share for each step."""

    def shown(self, markup: Markup) -> Json:
        """Steps as HTML."""
        return {"options": [markup(step) for step in self.steps]}

    def answer(self) -> Json:
        """How part of the steps counts."""
        return {"scoring": self.scoring}

    def shape(self) -> str:
        """How many steps."""
        return str(len(self.steps))

    def packed_size(self) -> int:
        """Six steps a character."""
        return -(-len(self.steps) // 6)

    def interaction(self) -> Json:
        """Every step done: ``a[.]true[,]b[.]true`` (xAPI 1.0.3 part 2, Appendix C)."""
        keys = [option_key(at) for at in range(len(self.steps))]
        return {
            "interactionType": "performance",
            "steps": dict(zip(keys, self.steps, strict=True)),
            "correctResponsesPattern": ["[,]".join(f"{key}[.]true" for key in keys)],
        }
