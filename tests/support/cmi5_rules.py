"""What cmi5 forbids in the statements of an assignable unit, as strictly as the specification has it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from cmi5_session import (
    CMI5,
    MASTERY_SCORE,
    MOVEON,
    SESSION_ID,
    Session,
    Statement,
    ids_in,
    is_defined,
    moment_of,
    verb_of,
)

_ADL = "http://adlnet.gov/expapi/verbs/"
_DEFINED = {"initialized", "completed", "passed", "failed", "terminated"}  # 9.3: those of an AU
_DURATION = re.compile(r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")


def faults_of(statement: Statement, session: Session, earlier: Sequence[Statement]) -> list[str]:
    """Return what is wrong with a statement that comes to a session, each fault with its section.

    Args:
        statement: the next one.
        session: with what it has had.
        earlier: what the registration's other sessions with this AU have had.
    """
    faults = [*_order_faults(statement, session), *_context_faults(statement, session)]
    if is_defined(statement):
        faults += [*_verb_faults(statement, session, earlier), *_result_faults(statement, session)]
    elif MOVEON in ids_in(statement, "category"):
        faults.append("9.6.2.2 moveon in a statement that is not cmi5's")
    return [f"{fault}: {verb_of(statement)}" for fault in faults]


def _order_faults(statement: Statement, session: Session) -> Iterator[str]:
    verb, had = verb_of(statement), session.verbs
    try:
        UUID(statement["id"])
    except (KeyError, ValueError):
        yield "9.1 no UUID"
    if not str(statement.get("timestamp", "")).endswith("Z"):
        yield "9.7 no time in UTC"
        return
    if (not had) != (verb == "initialized"):
        yield "9.3.2 initialized is first, and once"
    if "terminated" in had:
        yield "9.3.8 after terminated"
    if session.is_abandoned:
        yield "9.3.6 after abandoned"
    # 9.3: "the order is determined by the value of the timestamp property".
    if had and moment_of(statement) < moment_of(session.statements[0]):
        yield "9.3 a time before initialized"
    if verb == "terminated" and any(moment_of(one) > moment_of(statement) for one in session.statements):
        yield "9.3 terminated is last by its time"


def _context_faults(statement: Statement, session: Session) -> Iterator[str]:
    context = statement.get("context", {})
    if statement.get("actor") != session.actor:
        yield "9.2 another actor than the launch's"
    if context.get("registration") != session.registration:
        yield "9.6.1 another registration"
    if context.get("extensions", {}).get(SESSION_ID) != session.id:
        yield "9.6.3.1 another session"
    if session.au.id not in ids_in(statement, "grouping"):
        yield "9.6.2.3 no publisher id"
    if not _holds(context, session.data["contextTemplate"]):
        yield "10 contextTemplate overwritten"


def _holds(value: Any, template: Any) -> bool:  # noqa: ANN401  (JSON)
    """Whether all of the template is still there; lists and objects may hold more."""
    if isinstance(template, dict):
        return isinstance(value, dict) and all(n in value and _holds(value[n], held) for n, held in template.items())
    if isinstance(template, list):
        return isinstance(value, list) and all(any(_holds(one, wanted) for one in value) for wanted in template)
    return bool(value == template)


def _verb_faults(statement: Statement, session: Session, earlier: Sequence[Statement]) -> Iterator[str]:
    verb = verb_of(statement)
    before = [verb_of(one) for one in earlier if is_defined(one)]
    now = [verb_of(one) for one in session.statements if is_defined(one)]
    if statement["verb"]["id"] != f"{_ADL}{verb}" or verb not in _DEFINED:
        yield "9.3 no verb of an AU's"
    if statement["object"].get("id") != session.activity_id:
        yield "9.4 another object than the launch's activityId"
    if verb in now:
        yield "9.3 twice in a session"
    if verb in {"passed", "failed"} and {"passed", "failed"} & set(now):
        yield "9.3 passed and failed in a session"
    if verb in {"completed", "passed"} and verb in before:
        yield "9.3 twice in a registration"
    if verb == "failed" and "passed" in before:
        yield "9.3 failed after passed"
    if session.data["launchMode"] != "Normal" and verb not in {"initialized", "terminated"}:
        yield "10 launchMode"


def _result_faults(statement: Statement, session: Session) -> Iterator[str]:
    verb, result = verb_of(statement), statement.get("result", {})
    judges, score, mastery = verb in {"passed", "failed"}, result.get("score"), session.mastery_score
    if result.get("success") != {"passed": True, "failed": False}.get(verb):
        yield "9.5.2 success"
    if result.get("completion") != (True if verb == "completed" else None):
        yield "9.5.3 completion"
    if verb != "initialized" and not _DURATION.fullmatch(str(result.get("duration", ""))):
        yield "9.5.4.1 duration"
    if (MOVEON in ids_in(statement, "category")) != bool({"success", "completion"} & result.keys()):
        yield "9.6.2.2 moveon"
    if set(ids_in(statement, "category")) - {CMI5, MOVEON}:
        yield "9.6.2 a category that nobody asked for"
    told = statement["context"].get("extensions", {}).get(MASTERY_SCORE)
    if told != (mastery if judges else None):
        yield "9.6.3.2 masteryScore"
    if score is not None:
        yield from _score_faults(score, mastery, judges=judges, passes=verb == "passed")


def _score_faults(score: dict[str, Any], mastery: float | None, *, judges: bool, passes: bool) -> Iterator[str]:
    if not judges:
        yield "9.5.1 a score"
    if not 0 <= score.get("scaled", -1) <= 1:
        yield "9.5.1 scaled"
    whole = [score.get(name) for name in ("min", "raw", "max")]
    low, raw, high = whole
    if not all(isinstance(number, int) for number in whole) or not low <= raw <= high:  # type: ignore[operator]
        yield "9.5.1 raw is whole, from min to max"
    if mastery is not None and (score.get("scaled", -1) >= mastery) != passes:
        yield "9.3.4 or 9.3.5, against the masteryScore"
