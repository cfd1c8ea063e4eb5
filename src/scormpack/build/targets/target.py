"""What scormpack knows of one LMS: what to build for it, and what its admin has to set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from scormpack.model import CourseFile

Setting = Literal["formats", "unit", "scos", "exit", "report"]
"""Keys of ``course.yaml`` that a target may decide."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting of ``course.yaml``, as this LMS wants it, and the reason: one sentence."""

    setting: Setting
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Box:
    """A setting in the LMS: its name there, what to choose, and the reason; ``graded``: where there is a score."""

    name: str
    choose: str
    why: str
    graded: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One LMS.

    Attributes:
        name: as in ``--target``.
        title: as people write it.
        choices: what is built for it.
        upload: the steps to a new activity, in order, a sentence each.
        boxes: what to set where results are kept; ``verdict`` for packages that pass or fail, ``completion`` for those
            that only complete.
        verdict: as boxes.
        completion: as boxes.
        several: as boxes, for packages that launch each lesson by itself: in the place of those of the same name.
        limited: likewise, for packages of which a quiz may be finished so many times only.
        again: how learners are graded anew where no quiz has such a limit; "" where there is nothing to say.
        closing: what the LMS takes of such a limit once a quiz was failed; "" where nothing, or not known.
        otherwise: what to say of an xAPI or cmi5 package, where the steps and boxes are for SCORM; "" where for all.
        replacing: how a new version comes in without loss, a sentence each.
        notes: what else an admin should know of this LMS, and how far we know it.
    """

    name: str
    title: str
    choices: tuple[Choice, ...]
    upload: tuple[str, ...]
    boxes: tuple[Box, ...] = ()
    verdict: tuple[Box, ...] = ()
    completion: tuple[Box, ...] = ()
    several: tuple[Box, ...] = ()
    limited: tuple[Box, ...] = ()
    again: str = ""
    closing: str = ""
    otherwise: str = ""
    replacing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def plays(self, format_name: str) -> bool:
        """Whether the steps and boxes hold for packages of a format."""
        return not self.otherwise or format_name.startswith("scorm")

    def boxes_for(self, *, scored: bool, judged: bool, several: bool, limited: bool) -> tuple[Box, ...]:
        """Return what to set for a package.

        Args:
            scored: it tells a score.
            judged: it passes or fails.
            several: it launches each lesson by itself.
            limited: one of its quizzes may be finished so many times only.
        """
        instead = {box.name: box for box in (*(self.several if several else ()), *(self.limited if limited else ()))}
        usual = (*self.boxes, *(self.verdict if judged else self.completion))
        boxes = {box.name: box for box in usual} | instead
        return tuple(box for box in boxes.values() if scored or not box.graded)

    def as_built(self, file: CourseFile) -> Target:
        """Return the target with its choices as they came out: options on the command line decide over it."""
        return replace(self, choices=tuple(_as_built(choice, getattr(file, choice.setting)) for choice in self.choices))


def _as_built(choice: Choice, value: str | tuple[str, ...]) -> Choice:
    said = value if isinstance(value, str) else ", ".join(value)
    return (
        choice if said == choice.value else Choice(choice.setting, said, f"As you asked; usual here: {choice.value}.")
    )
