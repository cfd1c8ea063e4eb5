"""The emulated LMS: who learns, what is open, what was kept; all of it in memory, for as long as the preview runs."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scormpack.preview.attempts import Attempt, PartRecord
from scormpack.preview.content import Content, Part
from scormpack.preview.gradebook import grade
from scormpack.preview.learners import Learner, make_learner
from scormpack.preview.lrs import RecordStore
from scormpack.preview.shelf import Package

TROUBLES = ("offline", "refuse", "slow", "expired")
"""What may go wrong between a package and its LMS: no network, commits fail, answers take long, logged out."""
MANNERS = ("moodle", "strict")
"""How the LMS behaves in peace: as Moodle does, and with every limit of the standard."""
_MOST_LAUNCHES = 200


@dataclass
class Launch:
    """One opening of a part.

    Attributes:
        token: names it in addresses, and is its password at the LRS.
        mode: ``normal``, ``browse`` or ``review``.
        panel: origin of the page that opened it, by the name that the author's browser used.
        fetched: cmi5: the one use of the fetch address is spent (8.2.1).
        openings: how many times its player page was loaded; each counts its messages anew.
        told: element to the opening, and the number in it, of the message that brought it last.
    """

    token: str
    package: Package
    part: Part
    learner: Learner
    attempt: Attempt
    mode: str = "normal"
    credit: bool = True
    panel: str = ""
    fetched: bool = False
    openings: int = 0
    told: dict[str, tuple[int, int]] = field(default_factory=dict)
    session: str = field(default_factory=lambda: secrets.token_hex(8))

    @property
    def record(self) -> PartRecord:
        """What the part has committed."""
        return self.attempt.part(self.part.id)

    def take(self, values: Mapping[str, str], told: tuple[int, int]) -> None:
        """Keep what a commit brought, less what a newer one of this launch brought: messages overtake one another."""
        newest = {element: value for element, value in values.items() if self.told.get(element, told) <= told}
        self.told |= dict.fromkeys(newest, told)
        self.record.take(newest)


@dataclass
class Lms:
    """All that the emulated LMS knows."""

    learners: list[Learner] = field(default_factory=lambda: [make_learner(1)])
    attempts: dict[tuple[str, str], list[Attempt]] = field(default_factory=dict)
    launches: dict[str, Launch] = field(default_factory=dict)
    records: RecordStore = field(default_factory=RecordStore)
    contents: dict[str, Content] = field(default_factory=dict)
    states: dict[str, bool] = field(default_factory=lambda: dict.fromkeys((*TROUBLES, *MANNERS), False))
    _order: deque[str] = field(default_factory=deque)

    def learner(self, identifier: str | None) -> Learner:
        """Return a learner; the newest where none is named."""
        return next((learner for learner in self.learners if learner.id == identifier), self.learners[-1])

    def add_learner(self) -> Learner:
        """Return somebody new."""
        self.learners.append(make_learner(len(self.learners) + 1))
        return self.learners[-1]

    def set_state(self, name: str, *, on: bool) -> None:
        """Turn a trouble or a manner on or off; other names are none of ours."""
        if name in self.states:
            self.states[name] = on

    def launch(self, package: Package, part: Part, learner: Learner, *, anew: bool, mode: str) -> Launch:
        """Open a part: the learner's last attempt goes on, unless it is to be a new one."""
        self.contents[package.key] = package.content
        attempts = self.attempts.setdefault((package.key, learner.id), [])
        if anew or not attempts:
            attempts.append(Attempt(len(attempts) + 1))
        attempt = attempts[-1]
        tracked = [held for held in package.content.parts if held.is_tracked]
        over = bool(tracked) and all(held.id in attempt.parts and attempt.parts[held.id].has_ended for held in tracked)
        if self.states["moodle"] and mode == "normal" and over:  # lms-behaviour: a finished attempt opens in review
            mode = "review"
        attempt.sessions += 1
        launch = Launch(secrets.token_urlsafe(18), package, part, learner, attempt, mode, credit=mode == "normal")
        self.launches[launch.token] = launch
        self._order.append(launch.token)
        if len(self._order) > _MOST_LAUNCHES:
            del self.launches[self._order.popleft()]
        return launch

    def commit(self, launch: Launch, values: Mapping[str, str], told: tuple[int, int], *, finish: bool) -> None:
        """Keep what a SCO committed in that opening and message of its player, and judge it where its visit is over."""
        launch.take(values, told)
        if finish and launch.package.content.standard == "scorm12" and launch.mode == "normal":
            launch.record.settle(launch.part.mastery, moodle=self.states["moodle"])

    def row(self, key: str, learner: str) -> dict[str, Any]:
        """Return a learner's row of the gradebook, at a package that was opened before."""
        attempts = self.attempts.get((key, learner), [])
        statements = self.records.statements.statements.values()
        return {"key": key, "learner": learner, **grade(self.contents[key], attempts, statements)}

    def rows(self) -> list[dict[str, Any]]:
        """Return the whole gradebook."""
        return [self.row(key, learner) for key, learner in self.attempts]
