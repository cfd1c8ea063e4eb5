"""What a cmi5 LMS knows of an assignable unit and of one session with it (cmi5 specification, Quartz)."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

CONTEXT = "https://w3id.org/xapi/cmi5/context"
CMI5 = f"{CONTEXT}/categories/cmi5"
MOVEON = f"{CONTEXT}/categories/moveon"
SESSION_ID = f"{CONTEXT}/extensions/sessionid"
MASTERY_SCORE = f"{CONTEXT}/extensions/masteryscore"

Statement = dict[str, Any]


@dataclass(frozen=True)
class AssignableUnit:
    """One AU of a course structure (13.1.4).

    Attributes:
        id: the publisher's, which is not what statements are about.
        url: in the package.
        mastery_score: 0 to 1.
    """

    id: str
    title: str
    url: str
    move_on: str
    launch_method: str
    mastery_score: float | None


def read_units(package: Path) -> list[AssignableUnit]:
    """Return the AUs of a package's cmi5.xml, in order; white space around values does not count (13.1)."""
    with ZipFile(package) as zipped:
        structure = etree.fromstring(zipped.read("cmi5.xml"))
    return [
        AssignableUnit(
            id=au.get("id", "").strip(),
            title=(au.findtext("{*}title/{*}langstring") or "").strip(),
            url=(au.findtext("{*}url") or "").strip(),
            move_on=au.get("moveOn", "NotApplicable"),
            launch_method=au.get("launchMethod", "AnyWindow"),
            mastery_score=float(au.get("masteryScore", "")) if "masteryScore" in au.attrib else None,
        )
        for au in structure.iter("{*}au")
    ]


@dataclass
class Session:
    """From one launch on.

    Attributes:
        activity_id: the LMS's own id of the AU (8.1).
        data: the document LMS.LaunchData (10).
        fetched: how many times its fetch address was asked.
        is_abandoned: the next one was opened before it was terminated (9.3.6).
        statements: what the LRS took, in the order of coming.
    """

    id: str
    token: str
    au: AssignableUnit
    registration: str
    activity_id: str
    actor: dict[str, Any]
    data: dict[str, Any]
    fetched: int = 0
    is_abandoned: bool = False
    statements: list[Statement] = field(default_factory=list)

    @property
    def mastery_score(self) -> float | None:
        """As the launch data have it."""
        score: float | None = self.data.get("masteryScore")
        return score

    @property
    def verbs(self) -> list[str]:
        """The verbs, in the order of coming."""
        return [verb_of(statement) for statement in self.statements]

    def defined(self, *verbs: str) -> list[Statement]:
        """Return the "cmi5 defined" statements (7.1.3) with one of these verbs."""
        return [one for one in self.statements if is_defined(one) and verb_of(one) in verbs]


def verb_of(statement: Statement) -> str:
    """Return the last word of the verb's IRI."""
    return str(statement["verb"]["id"]).rpartition("/")[2]


def ids_in(statement: Statement, kind: str) -> list[str]:
    """Return the ids of a statement's context activities of a kind."""
    activities = statement.get("context", {}).get("contextActivities", {}).get(kind, [])
    return [activity["id"] for activity in activities]


def is_defined(statement: Statement) -> bool:
    """Whether it claims to be "cmi5 defined" (7.1.3)."""
    return CMI5 in ids_in(statement, "category")


def moment_of(statement: Statement) -> datetime:
    """Return when it happened; a statement without a time happened at no time."""
    return datetime.fromisoformat(str(statement["timestamp"]))
