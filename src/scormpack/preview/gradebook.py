"""The gradebook of one learner at one package, as Moodle would show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from scormpack.preview.attempts import Attempt
from scormpack.preview.content import Content
from scormpack.preview.lrs.moment import read_seconds
from scormpack.preview.lrs.statements import Statement

_VERBS = {
    "http://adlnet.gov/expapi/verbs/passed": "passed",
    "http://adlnet.gov/expapi/verbs/failed": "failed",
    "http://adlnet.gov/expapi/verbs/completed": "completed",
}
_RANK = {"not attempted": 0, "unknown": 0, "browsed": 1, "incomplete": 1, "failed": 2, "completed": 3, "passed": 4}


def grade(content: Content, attempts: Sequence[Attempt], statements: Iterable[Statement]) -> dict[str, Any]:
    """Return the learner's row: every attempt, and the grade, which is the highest (Moodle's default)."""
    told = list(statements)
    rows = [_scorm_row(content, attempt) for attempt in attempts if attempt.sessions]
    if content.standard in {"xapi", "cmi5"}:
        rows = [_xapi_row(content, attempt, told) for attempt in attempts if attempt.sessions]
    grades = [row["grade"] for row in rows if row["grade"] is not None]
    return {"attempts": rows, "grade": max(grades, default=None)}


def _scorm_row(content: Content, attempt: Attempt) -> dict[str, Any]:
    """Moodle's locallib: the highest raw score of the SCOs, unscaled, whatever `score.max` says."""
    tracked = [part for part in content.parts if part.is_tracked]
    records = {part.id: attempt.parts.get(part.id) for part in tracked}
    raws = [record.raw for record in records.values() if record and record.raw is not None]
    return {
        "number": attempt.number,
        "status": _together([record.status if record else "not attempted" for record in records.values()]),
        "grade": max(raws, default=None),
        "seconds": sum(_seconds(record.elements) for record in records.values() if record),
        "sessions": attempt.sessions,
        "parts": [
            {
                "id": part.id,
                "title": part.title,
                "status": record.status if (record := records[part.id]) else "not attempted",
                "grade": record.raw if record else None,
            }
            for part in tracked
        ],
    }


def _seconds(elements: dict[str, str]) -> float:
    return read_seconds(elements.get("cmi.core.total_time", elements.get("cmi.total_time", ""))) or 0


def _together(statuses: Sequence[str]) -> str:
    """Return the status of the whole: no better than its least part."""
    if not statuses:
        return "not attempted"
    lowest = min(statuses, key=lambda status: _RANK.get(status, 0))
    if _RANK.get(lowest, 0) == 0 and any(_RANK.get(status, 0) for status in statuses):
        return "incomplete"
    return lowest


def _xapi_row(content: Content, attempt: Attempt, told: Sequence[Statement]) -> dict[str, Any]:
    """Moodle's launch plug-in: completed by a verb on the activity, graded by the highest `result.score.scaled`."""
    mine = [s for s in told if s.get("context", {}).get("registration") == attempt.registration]
    parts = []
    seconds = 0.0
    for part in content.parts:
        ids = {part.id, launched_id(content, attempt, part.id)}
        about = [statement for statement in mine if statement["object"].get("id") in ids]
        parts.append({"id": part.id, "title": part.title, **_judged(about)})
        visits = [statement for statement in about if statement["verb"]["id"] not in _VERBS]
        seconds += sum(read_seconds(s.get("result", {}).get("duration", "")) or 0 for s in visits)
    return {
        "number": attempt.number,
        "status": _together([part["status"] for part in parts]),
        "grade": max((part["grade"] for part in parts if part["grade"] is not None), default=None),
        "seconds": seconds,
        "sessions": attempt.sessions,
        "parts": parts,
    }


def _judged(about: Sequence[Statement]) -> dict[str, Any]:
    """Return the best status and grade that the statements on one activity tell."""
    statuses = [_VERBS[s["verb"]["id"]] for s in about if s["verb"]["id"] in _VERBS]
    scores = [s["result"]["score"]["scaled"] for s in about if "scaled" in s.get("result", {}).get("score", {})]
    begun = "incomplete" if about else "not attempted"
    status = max(statuses, key=lambda status: _RANK[status], default=begun)
    return {"status": status, "grade": round(max(scores) * 100, 2) if scores else None}


def launched_id(content: Content, attempt: Attempt, part: str) -> str:
    """Return the activity id that the LMS launches a part by: cmi5's is its own, not the publisher's (cmi5 8.1.5)."""
    if content.standard != "cmi5":
        return part
    number = next((number for number, held in enumerate(content.parts) if held.id == part), 0)
    return f"https://lms.example.org/au/{attempt.registration}/{number}"
