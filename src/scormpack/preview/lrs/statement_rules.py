"""What makes a statement valid (xAPI 1.0.3 Data 2.2-2.4), as far as an LRS must refuse what breaks it (2.2, 4.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast
from uuid import UUID

from scormpack.late_regex import compile_late
from scormpack.preview.lrs.moment import read_moment, read_seconds

_STATEMENT = {"id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments"}  # fmt: skip  # noqa: E501
_RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
_CONTEXT = {"registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement", "extensions"}  # fmt: skip  # noqa: E501
_IRI = compile_late(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")
_TYPES = {"Activity", "Agent", "Group", "StatementRef", "SubStatement"}
_INTERACTIONS = {"true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"}  # fmt: skip  # noqa: E501

Faults = Iterator[str]


def statement_faults(statement: object, *, inner: bool = False) -> list[str]:
    """Return a sentence for everything that an LRS must refuse; ``inner``: a statement within a statement."""
    if not isinstance(statement, Mapping):
        return ["a statement is a JSON object"]
    return list(_faults(cast("Mapping[str, Any]", statement), inner=inner))


def _faults(statement: Mapping[str, Any], *, inner: bool) -> Faults:
    yield from (f"`{name}` is no property of a statement" for name in statement.keys() - _STATEMENT)
    yield from (f"`{path}` is null" for path in _nulls(statement, ""))
    for name, judge in _JUDGES.items():
        if name in statement:
            yield from _object_faults(name, statement[name], judge)
        elif name in {"actor", "verb", "object"}:
            yield f"`{name}` is missing"
    if "id" in statement and not is_uuid(statement["id"]):
        yield f"`id` is no UUID: {statement['id']!r}"
    if "timestamp" in statement and read_moment(statement["timestamp"]) is None:
        yield f"`timestamp` is no ISO 8601 moment: {statement['timestamp']!r}"
    if inner and statement.get("object", {}).get("objectType") == "SubStatement":
        yield "a sub-statement holds another"
    kind = (
        statement.get("object", {}).get("objectType", "Activity") if isinstance(statement.get("object"), dict) else ""
    )
    context = statement.get("context")
    if isinstance(context, dict) and kind not in {"Activity", "SubStatement"}:
        yield from (f"`context.{name}` is for activities only" for name in ("revision", "platform") if name in context)


def _object_faults(name: str, value: object, judge: Callable[[Mapping[str, Any]], Faults]) -> Faults:
    if not isinstance(value, Mapping):
        yield f"`{name}` is no object"
        return
    yield from (f"`{name}`: {fault}" for fault in judge(cast("Mapping[str, Any]", value)))


def _nulls(value: object, path: str) -> Faults:
    """Yield the paths of nulls, which stand in extensions alone (2.2)."""
    if isinstance(value, Mapping):
        for name, held in value.items():
            here = f"{path}.{name}".lstrip(".")
            if held is None:
                yield here
            elif name != "extensions":
                yield from _nulls(held, here)
    elif isinstance(value, list):
        for held in value:
            yield from _nulls(held, path)


def _actor(actor: Mapping[str, Any]) -> Faults:
    held = [name for name in _IDENTIFIERS if name in actor]
    kind = actor.get("objectType", "Agent")
    if kind not in {"Agent", "Group"}:
        yield f"objectType is {kind!r}, not Agent or Group"
    anonymous = kind == "Group" and not held
    if anonymous and not isinstance(actor.get("member"), list):
        yield "an anonymous group needs its members"
    if not anonymous and len(held) != 1:
        yield f"it needs exactly one of {', '.join(_IDENTIFIERS)}, and has {len(held)}"
    if "mbox" in actor and not re.fullmatch(r"mailto:[^@\s]+@[^@\s]+", str(actor["mbox"])):
        yield f"mbox is no mailto: address: {actor['mbox']!r}"
    account = actor.get("account")
    if account is not None and not (
        isinstance(account, dict) and _is_iri(account.get("homePage")) and isinstance(account.get("name"), str)
    ):
        yield "account needs a homePage (IRI) and a name (text)"


def _verb(verb: Mapping[str, Any]) -> Faults:
    if not _is_iri(verb.get("id")):
        yield f"id is no IRI: {verb.get('id')!r}"
    if "display" in verb:
        yield from _language_map("display", verb["display"])


def _object(thing: Mapping[str, Any]) -> Faults:
    kind = thing.get("objectType", "Activity")
    if kind not in _TYPES:
        yield f"objectType is {kind!r}"
    elif kind in {"Agent", "Group"}:
        yield from _actor(thing)
    elif kind == "StatementRef":
        if not is_uuid(thing.get("id")):
            yield "a StatementRef needs the id of a statement"
    elif kind == "SubStatement":
        rest = {name: value for name, value in thing.items() if name != "objectType"}
        yield from statement_faults(rest, inner=True)
    else:
        yield from _activity(thing)


def _activity(thing: Mapping[str, Any]) -> Faults:
    if not _is_iri(thing.get("id")):
        yield f"id is no IRI: {thing.get('id')!r}"
    definition = thing.get("definition", {})
    if not isinstance(definition, dict):
        yield "definition is no object"
        return
    for name in ("name", "description"):
        if name in definition:
            yield from _language_map(name, definition[name])
    if "type" in definition and not _is_iri(definition["type"]):
        yield f"type is no IRI: {definition['type']!r}"
    if "interactionType" in definition and definition["interactionType"] not in _INTERACTIONS:
        yield f"interactionType is {definition['interactionType']!r}"


def _result(result: Mapping[str, Any]) -> Faults:
    yield from (f"`{name}` is no property of it" for name in result.keys() - _RESULT)
    for name in ("success", "completion"):
        if name in result and not isinstance(result[name], bool):
            yield f"{name} is neither true nor false: {result[name]!r}"
    if "response" in result and not isinstance(result["response"], str):
        yield "response is no text"
    if "duration" in result and (read_seconds(result["duration"]) is None or ":" in str(result["duration"])):
        yield f"duration is no ISO 8601 duration: {result['duration']!r}"
    if "score" in result:
        yield from _object_faults("score", result["score"], _score)


def _score(score: Mapping[str, Any]) -> Faults:
    numbers = {name: value for name, value in score.items() if isinstance(value, int | float) and value is not True}
    yield from (f"{name} is no number" for name in score.keys() - numbers.keys())
    if "scaled" in numbers and not -1 <= numbers["scaled"] <= 1:
        yield f"scaled is {numbers['scaled']}, beyond -1 to 1"
    low, raw, high = (numbers.get(name) for name in ("min", "raw", "max"))
    if low is not None and high is not None and low >= high:
        yield "min is not below max"
    if raw is not None and ((low is not None and raw < low) or (high is not None and raw > high)):
        yield "raw is not between min and max"


def _context(context: Mapping[str, Any]) -> Faults:
    yield from (f"`{name}` is no property of it" for name in context.keys() - _CONTEXT)
    if "registration" in context and not is_uuid(context["registration"]):
        yield f"registration is no UUID: {context['registration']!r}"
    groups = context.get("contextActivities", {})
    if not isinstance(groups, dict):
        yield "contextActivities is no object"
        return
    yield from (f"contextActivities has no `{n}`" for n in groups.keys() - {"parent", "grouping", "category", "other"})
    for name, held in groups.items():
        for activity in held if isinstance(held, list) else [held]:
            yield from _object_faults(f"contextActivities.{name}", activity, _activity)


def _language_map(name: str, value: object) -> Faults:
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        yield f"{name} is no language map"


def _is_iri(value: object) -> bool:
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def is_uuid(value: object) -> bool:
    """Return whether ``value`` is a UUID in its written form."""
    try:
        return isinstance(value, str) and len(value) == 36 and bool(UUID(value))
    except ValueError:
        return False


_JUDGES: dict[str, Callable[[Mapping[str, Any]], Faults]] = {
    "actor": _actor,
    "verb": _verb,
    "object": _object,
    "result": _result,
    "context": _context,
}
