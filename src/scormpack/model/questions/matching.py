"""Matching: each source has its target."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scormpack.model.base import Line, Markdown, Model
from scormpack.model.questions.keys import as_markdown, mixed_order, option_key, place_key
from scormpack.model.questions.question import Json, Markup, Question


class Pair(Model):
    """What belongs together."""

    source: Markdown
    """What a target is sought for; Markdown."""
    target: Line
    """Plain text: it stands in a list to choose from."""


class Matching(Question):
    """Find the target of each source; several sources may share one, and ``distractors`` belong to none."""

    type: Literal["matching"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2, max_length=20)]
    """What belongs together; sources are shown in this order."""
    distractors: Annotated[tuple[Line, ...], Field(max_length=16)] = ()
    """Targets that belong to no source; plain text."""
    scoring: Literal["all-or-nothing", "proportional"] = "proportional"
    """All or nothing, or a share for each source."""

    @model_validator(mode="after")
    def _has_a_choice(self) -> Self:
        sources = [pair.source.strip() for pair in self.pairs]
        targets = {pair.target for pair in self.pairs}
        if len(set(sources)) < len(sources):
            raise PydanticCustomError("matching_sources", "two sources are the same")
        if targets & set(self.distractors) or len(set(self.distractors)) < len(self.distractors):
            raise PydanticCustomError("matching_distractors", "a distractor is also a target, or there twice")
        if len(targets) + len(self.distractors) < 2:
            raise PydanticCustomError("matching_targets", "there is only one target to choose")
        return self

    @property
    def targets(self) -> list[str]:
        """Every target and distractor once, in an order that tells nothing."""
        written = list(dict.fromkeys([*(pair.target for pair in self.pairs), *self.distractors]))
        return [written[index] for index in mixed_order(len(written), self.id)]

    @property
    def correct(self) -> list[int]:
        """For each source, its target's place in ``targets``."""
        targets = self.targets
        return [targets.index(pair.target) for pair in self.pairs]

    def shown(self, markup: Markup) -> Json:
        """Sources as HTML in the author's order, targets as plain text in ours."""
        return {"sources": [markup(pair.source) for pair in self.pairs], "targets": self.targets}

    def answer(self) -> Json:
        """The place of each source's target, and how part of them counts."""
        return {"correct": self.correct, "scoring": self.scoring}

    def shape(self) -> str:
        """How many targets, and which belongs to each source."""
        return f"{len(self.targets)}:{self.correct}"

    def packed_size(self) -> int:
        """One character for each source."""
        return len(self.pairs)

    def interaction(self) -> Json:
        """``1[.]c[,]2[.]a``: sources by number, targets by letter (xAPI 1.0.3 part 2, Appendix C)."""
        pairs = (f"{place_key(at)}[.]{option_key(target)}" for at, target in enumerate(self.correct))
        return {
            "interactionType": "matching",
            "source": {place_key(at): pair.source for at, pair in enumerate(self.pairs)},
            "target": {option_key(at): as_markdown(target) for at, target in enumerate(self.targets)},
            "correctResponsesPattern": ["[,]".join(pairs)],
        }
