"""What an LRS takes and an LMS cannot use, or cmi5 forbids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from scormpack.preview.gradebook import launched_id
from scormpack.preview.lms import Launch, Lms
from scormpack.preview.lrs.documents import agent_key

_ADL = "http://adlnet.gov/expapi/verbs/"
_JUDGED = {f"{_ADL}passed", f"{_ADL}failed", f"{_ADL}completed"}
_CMI5_VERBS = {f"{_ADL}{verb}" for verb in ("initialized", "completed", "passed", "failed", "terminated")}
_CMI5 = "https://w3id.org/xapi/cmi5/context"
_SESSION = f"{_CMI5}/extensions/sessionid"
_OPPOSITES = {"passed": "failed", "failed": "passed"}


def warnings_of(lms: Lms, launch: Launch, fresh: Sequence[dict[str, Any]]) -> list[str]:
    """Return a sentence for each thing that is wrong with statements that were just stored."""
    found: list[str] = []
    for statement in fresh:
        found += _launch_warnings(launch, statement)
        if launch.package.content.standard == "cmi5":
            found += _cmi5_warnings(lms, launch, statement)
    return list(dict.fromkeys(found))


def _launch_warnings(launch: Launch, statement: dict[str, Any]) -> Iterator[str]:
    verb = _verb(statement)
    context = statement.get("context", {})
    if context.get("registration") != launch.attempt.registration:
        yield f"`{verb}` lacks the launch's registration: an LMS does not find it"
    agent = launch.learner.account if launch.package.content.standard == "cmi5" else launch.learner.agent
    try:
        is_learner = agent_key(statement["actor"]) == agent_key(agent)
    except ValueError:
        is_learner = False
    if not is_learner:
        yield f"`{verb}` names another actor than the launch did"
    if statement["verb"]["id"] in _JUDGED:
        score = statement.get("result", {}).get("score", {})
        if score and "scaled" not in score:
            yield f"`{verb}` has a score without `scaled`, which is the part that LMSs grade by"


def _cmi5_warnings(lms: Lms, launch: Launch, statement: dict[str, Any]) -> Iterator[str]:
    """Yield what cmi5 9.3-9.6 forbids in a session."""
    context = statement.get("context", {})
    categories = {activity.get("id") for activity in context.get("contextActivities", {}).get("category", [])}
    before = [
        held["verb"]["id"].rpartition("/")[2]
        for held in lms.records.statements.statements.values()
        if held.get("context", {}).get("extensions", {}).get(_SESSION) == launch.session
        and held["id"] != statement["id"]
    ]
    before = [verb for verb in before if verb != "launched"]
    yield from _order_warnings(statement, before)
    if context.get("extensions", {}).get(_SESSION) != launch.session:
        yield f"`{_verb(statement)}` lacks the extension sessionid of the context template (cmi5 9.6.3.1)"
    if f"{_CMI5}/categories/cmi5" in categories:
        yield from _defined_warnings(launch, statement, before)
        result = statement.get("result", {})
        if ("success" in result or "completion" in result) and f"{_CMI5}/categories/moveon" not in categories:
            yield f"`{_verb(statement)}` lacks the category moveon (cmi5 9.6.2.2)"


def _order_warnings(statement: dict[str, Any], before: Sequence[str]) -> Iterator[str]:
    verb = _verb(statement)
    if "terminated" in before:
        yield f"`{verb}` comes after `terminated`, which ends the session (cmi5 9.3.8)"
    if not before and verb != "initialized":
        yield f"`{verb}` comes before `initialized`, which is to be first (cmi5 9.3.2)"


def _defined_warnings(launch: Launch, statement: dict[str, Any], before: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with a statement that calls itself one of cmi5's own."""
    verb, result = _verb(statement), statement.get("result", {})
    scaled, mastery = result.get("score", {}).get("scaled"), launch.part.mastery
    judged = mastery is not None and scaled is not None
    expected = launched_id(launch.package.content, launch.attempt, launch.part.id)
    wrong = {
        f"`{verb}` is no verb of cmi5's, and has its category (cmi5 9.6.2.1)": statement["verb"]["id"]
        not in _CMI5_VERBS,
        f"`{verb}` is there twice in this session (cmi5 9.3)": verb in before,
        f"`{verb}` in a session that has the opposite already (cmi5 9.3)": _OPPOSITES.get(verb) in before,
        f"`{verb}` in the mode {launch.mode}, where only initialized and terminated may be said (cmi5 10.2.2)": (
            launch.mode != "normal" and verb not in {"initialized", "terminated"}
        ),
        f"`{verb}` has a score, which belongs to passed and failed (cmi5 9.5.1)": (
            "score" in result and verb not in _OPPOSITES
        ),
        f"`{verb}` has no duration (cmi5 9.5.4)": (
            verb in {"completed", "passed", "failed", "terminated"} and "duration" not in result
        ),
        f"`{verb}` is about another activity than the launch's activityId (cmi5 9.4)": (
            statement["object"].get("id") != expected
        ),
        f"`passed` with {scaled}, below the mastery score {mastery} (cmi5 9.3.4)": (
            verb == "passed" and judged and scaled < mastery
        ),
        f"`failed` with {scaled}, which reaches the mastery score {mastery} (cmi5 9.3.5)": (
            verb == "failed" and judged and scaled >= mastery
        ),
    }
    yield from (warning for warning, is_so in wrong.items() if is_so)


def _verb(statement: dict[str, Any]) -> str:
    return str(statement["verb"]["id"].rpartition("/")[2])
