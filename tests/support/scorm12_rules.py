"""What SCORM 1.2 and careful LMSs demand of a package's calls; scorm-again is laxer than the standard."""

import re
from collections.abc import Iterator

from scorm_host import Call, Calls

_TIMESPAN = r"\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?"
_DECIMAL = r"-?\d+(\.\d+)?"
_PERCENT = r"(100(\.0+)?|\d{1,2}(\.\d+)?)"
_ID = r"[\x21-\x7e]{1,255}"
_TEXT = r"[^\x00-\x1f]{1,255}"
_VALUES = {
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


def call_faults(calls: Calls) -> list[str]:
    """Return a sentence for each call that breaks a rule, over all visits, each of which must be over."""
    visits = sorted({call.visit for call in calls})
    return [fault for visit in visits for fault in _faults_of_visit(visit, _in_session(calls.of_visit(visit)))]


def _in_session(calls: Calls) -> Calls:
    """Leave out an opening that the LMS refused, with the look that followed it: no session was there."""
    kept: list[Call] = []
    refused = False
    for call in calls:
        if call.name != "LMSGetValue":
            refused = call.name == "LMSInitialize" and call.result != "true"
        if not refused:
            kept.append(call)
    return Calls(kept)


def _faults_of_visit(visit: int, calls: Calls) -> Iterator[str]:
    names = [call.name for call in calls]
    if not names:
        return
    if names[0] != "LMSInitialize" or names.count("LMSInitialize") != 1:
        yield f"visit {visit} does not begin with its one LMSInitialize"
    if names[-1] != "LMSFinish" or names.count("LMSFinish") != 1:
        yield f"visit {visit} does not end with its one LMSFinish: {names[-3:]}"
    for call in calls:
        if call.error not in {"gone", "fault"} and (fault := _fault_of_call(call)):
            yield f"visit {visit}: {fault}"
    yield from _faults_of_order(visit, calls.words())


def _fault_of_call(call: Call) -> str | None:
    if call.name == "LMSSetValue":
        element, value = call.arguments
        if call.result != "true":
            return f"{element} = {value!r} was refused with {call.error}"
        known = next((values for name, values in _VALUES.items() if re.fullmatch(name, element)), None)
        if known is None:
            return f"{element} is no element that a package may set"
        if not re.fullmatch(known, value):
            return f"{element} = {value!r} is not of its data type"
    elif call.name != "LMSGetValue" and call.arguments != ("",):
        return f"{call.name}{call.arguments} must be given one empty text"
    return None


def _faults_of_order(visit: int, words: list[str]) -> Iterator[str]:
    score = [
        words.index(f"cmi.core.score.{part}") for part in ("min", "max", "raw") if f"cmi.core.score.{part}" in words
    ]
    if score and (len(score) < 3 or score != sorted(score)):
        yield f"visit {visit}: min and max must be set before raw"
    for batch in _split(words, "LMSCommit"):
        if _first(batch, "cmi.core.score.raw") > _first(batch, "cmi.core.lesson_status") != -1:
            yield f"visit {visit}: the status was set before the score"
    if words.count("cmi.core.session_time") > 1:
        yield f"visit {visit}: session_time was set more than once"
    if any(word.startswith("cmi.") for word in words) and words[-2] != "LMSCommit":
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
