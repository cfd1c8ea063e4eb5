"""Made-up learners, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_NAMES = ("Ada Lovelace", "Grace Hopper", "Alan Turing", "Katherine Johnson", "Muḥammad al-Khwārizmī", "Émilie du Châtelet", "Srinivasa Ramanujan", "Zu Chongzhi")  # fmt: skip  # noqa: E501


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody who learns in this preview only."""

    id: str
    name: str

    @property
    def last_first(self) -> str:
        """The name as SCORM hands it over: ``Last, First`` (SCORM 1.2 RTE 3.4.4, cmi.core.student_name)."""
        first, _, last = self.name.partition(" ")
        return f"{last}, {first}"

    @property
    def agent(self) -> dict[str, Any]:
        """The learner as an xAPI agent."""
        return {"objectType": "Agent", "name": self.name, "mbox": f"mailto:{self.id}@example.org"}

    @property
    def account(self) -> dict[str, Any]:
        """The learner as cmi5 wants it: by account (cmi5 9.2)."""
        account = {"homePage": "https://lms.example.org", "name": self.id}
        return {"objectType": "Agent", "name": self.name, "account": account}


def make_learner(number: int) -> Learner:
    """Return the learner of that number, 1 for the first."""
    name = _NAMES[(number - 1) % len(_NAMES)]
    again = (number - 1) // len(_NAMES)
    return Learner(f"learner-{number}", f"{name} {again + 1}" if again else name)
