"""What the SCORM standards and careful LMSs demand of a package's calls; scorm-again is laxer than they are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scorm_host import GETS, SETS, Call, Calls

_TIMESPAN = r"\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?"
_DECIMAL = r"-?\d+(\.\d+)?"
_PERCENT = r"(100(\.0+)?|\d{1,2}(\.\d+)?)"
_ID = r"[\x21-\x7e]{1,255}"
_TEXT = r"[^\x00-\x1f]{1,255}"
_VALUES_OF_12 = {
    r"cmi\.core\.lesson_location": _TEXT,
    r"cmi\.core\.lesson_status": "passed|completed|failed|incomplete|browsed",
    r"cmi\.core\.exit": "|time-out|suspend|logout",
    r"cmi\.core\.score\.(raw|min|max)": _PERCENT,
    # Two decimals always: Moodle adds "10.5" up as 10.05 (lms-behaviour, "SCORM 1.2 run time").
    r"cmi\.core\.session_time": r"\d{4}:[0-5]\d:[0-5]\d\.\d\d",
    r"cmi\.suspend_data": r"[\x20-\x7e]{1,4096}",
    r"cmi\.interactions\.\d+\.id": _ID,
    r"cmi\.interactions\.\d+\.objectives\.\d+\.id": _ID,
    r"cmi\.interactions\.\d+\.time": r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?",
    r"cmi\.interactions\.\d+\.type": "true-false|choice|fill-in|matching|performance|likert|sequencing|numeric",
    r"cmi\.interactions\.\d+\.(student_response|correct_responses\.\d+\.pattern)": _TEXT,
    r"cmi\.interactions\.\d+\.weighting": _DECIMAL,
    r"cmi\.interactions\.\d+\.result": rf"correct|wrong|unanticipated|neutral|{_DECIMAL}",
    r"cmi\.interactions\.\d+\.latency": _TIMESPAN,
    r"cmi\.objectives\.\d+\.id": _ID,
    r"cmi\.objectives\.\d+\.score\.(raw|min|max)": _PERCENT,
    r"cmi\.objectives\.\d+\.status": "passed|completed|failed|incomplete|browsed",
}
"""Elements that a package may set, and their data types: SCORM 1.2 RTE 3.4.3 and 3.4.4."""

_SCALED = r"-?(1(\.0+)?|0(\.\d{1,7})?)"
_REAL = r"-?\d{1,5}(\.\d{1,7})?"
# Two decimals, and a zone after them: Moodle refuses a bare "Z" (lms-behaviour, "Other formats").
_MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\+00:00"
_DURATION = r"PT\d+H\d+M\d+\.\d\dS"
_LINE = r"[^\x00-\x1f{][^\x00-\x1f]{0,249}"
_VALUES_OF_2004 = {
    r"cmi\.location": r"[^\x00-\x1f]{1,1000}",
    r"cmi\.(objectives\.\d+\.)?completion_status": "completed|incomplete",
    r"cmi\.(objectives\.\d+\.)?success_status": "passed|failed",
    r"cmi\.progress_measure": r"1|0(\.\d{1,7})?",
    r"cmi\.exit": "suspend",
    r"cmi\.(objectives\.\d+\.)?score\.(raw|min|max)": _PERCENT,
    r"cmi\.(objectives\.\d+\.)?score\.scaled": _SCALED,
    r"cmi\.session_time": _DURATION,
    r"cmi\.suspend_data": r"[\x20-\x7e]{1,64000}",
    r"cmi\.interactions\.\d+\.id": _ID,
    r"cmi\.interactions\.\d+\.objectives\.\d+\.id": _ID,
    r"cmi\.interactions\.\d+\.timestamp": _MOMENT,
    r"cmi\.interactions\.\d+\.type": "true-false|choice|(long-)?fill-in|matching|performance|likert|sequencing|numeric",
    r"cmi\.interactions\.\d+\.(learner_response|correct_responses\.\d+\.pattern)": r"[^\x00-\x1f]{1,4000}",
    r"cmi\.interactions\.\d+\.weighting": _REAL,
    r"cmi\.interactions\.\d+\.result": rf"correct|incorrect|unanticipated|neutral|{_REAL}",
    r"cmi\.interactions\.\d+\.latency": _DURATION,
    r"cmi\.interactions\.\d+\.description": _LINE,
    r"cmi\.objectives\.\d+\.id": _ID,
    r"cmi\.objectives\.\d+\.description": _LINE,
    r"adl\.nav\.request": r"\{target=item-lesson-[a-z0-9-]+\}choice",
}
"""The same in SCORM 2004, 4th RTE 4.1.1 and 4.2; what our runtime never needs is not there."""


@dataclass(frozen=True)
class _Standard:
    """One standard's words for the same things."""

    initialize: str
    finish: str
    commit: str
    core: str
    status: str
    values: Mapping[str, str]


_STANDARDS = {
    standard.initialize: standard
    for standard in (
        _Standard("LMSInitialize", "LMSFinish", "LMSCommit", "cmi.core.", "cmi.core.lesson_status", _VALUES_OF_12),
        _Standard("Initialize", "Terminate", "Commit", "cmi.", "cmi.completion_status", _VALUES_OF_2004),
    )
}


def call_faults(calls: Calls) -> list[str]:
    """Return a sentence for each call that breaks a rule, over all visits, each of which must be over."""
    visits = sorted({call.visit for call in calls})
    return [fault for visit in visits for fault in _faults_of_visit(visit, _in_session(calls.of_visit(visit)))]


def _in_session(calls: Calls) -> Calls:
    """Leave out an opening that the LMS refused, with the look that followed it: no session was there."""
    kept: list[Call] = []
    refused = False
    for call in calls:
        if call.name not in GETS:
            refused = call.name in _STANDARDS and call.result != "true"
        if not refused:
            kept.append(call)
    return Calls(kept)


def _faults_of_visit(visit: int, calls: Calls) -> Iterator[str]:
    names = [call.name for call in calls]
    if not names:
        return
    standard = _STANDARDS.get(names[0])
    if standard is None or names.count(names[0]) != 1:
        yield f"visit {visit} does not begin with its one opening"
        return
    if names[-1] != standard.finish or names.count(standard.finish) != 1:
        yield f"visit {visit} does not end with its one {standard.finish}: {names[-3:]}"
    for call in calls:
        if call.error not in {"gone", "fault"} and (fault := _fault_of_call(standard, call)):
            yield f"visit {visit}: {fault}"
    yield from _faults_of_order(standard, visit, calls.words())


def _fault_of_call(standard: _Standard, call: Call) -> str | None:
    if call.name in SETS:
        element, value = call.arguments
        if call.result != "true":
            return f"{element} = {value!r} was refused with {call.error}"
        known = next((values for name, values in standard.values.items() if re.fullmatch(name, element)), None)
        if known is None:
            return f"{element} is no element that a package may set"
        if not re.fullmatch(known, value):
            return f"{element} = {value!r} is not of its data type"
    elif call.name not in GETS and call.arguments != ("",):
        return f"{call.name}{call.arguments} must be given one empty text"
    return None


def _faults_of_order(standard: _Standard, visit: int, words: list[str]) -> Iterator[str]:
    raw, time = f"{standard.core}score.raw", f"{standard.core}session_time"
    parts = [f"{standard.core}score.{part}" for part in ("min", "max", "raw")]
    score = [words.index(part) for part in parts if part in words]
    if score and (len(score) < 3 or score != sorted(score)):
        yield f"visit {visit}: min and max must be set before raw"
    for batch in _split(words, standard.commit):
        if _first(batch, raw) > _first(batch, standard.status) != -1:
            yield f"visit {visit}: the status was set before the score"
    if words.count(time) > 1:
        yield f"visit {visit}: session_time was set more than once"
    if any(word.startswith("cmi.") for word in words) and words[-2] != standard.commit:
        yield f"visit {visit}: something was set and not committed"


def _split(words: list[str], at: str) -> Iterator[list[str]]:
    batch: list[str] = []
    for word in words:
        if word == at:
            yield batch
            batch = []
        else:
            batch.append(word)
    yield batch


def _first(words: list[str], word: str) -> int:
    return words.index(word) if word in words else -1
