"""Moments and durations, as xAPI writes them: ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from scormpack.late_regex import compile_late

_DURATION = compile_late(
    r"P(?!$)(?:(?P<y>\d+(?:\.\d+)?)Y)?(?:(?P<m>\d+(?:\.\d+)?)M)?(?:(?P<w>\d+(?:\.\d+)?)W)?(?:(?P<d>\d+(?:\.\d+)?)D)?"
    r"(?:T(?!$)(?:(?P<h>\d+(?:\.\d+)?)H)?(?:(?P<min>\d+(?:\.\d+)?)M)?(?:(?P<s>\d+(?:\.\d+)?)S)?)?"
)
_SECONDS = {"y": 31_536_000, "m": 2_592_000, "w": 604_800, "d": 86_400, "h": 3600, "min": 60, "s": 1}
_CLOCK = compile_late(r"(\d{2,4}):(\d\d):(\d\d(?:\.\d+)?)")


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def write_moment(moment: datetime) -> str:
    """Return it with milliseconds and ``Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_moment(text: object) -> datetime | None:
    """Return the moment that ``text`` says, in UTC where it names no zone; None where it is none."""
    if not isinstance(text, str) or not re.match(r"\d{4}-\d\d-\d\dT\d\d", text) or text.endswith("-00:00"):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def read_seconds(text: object) -> float | None:
    """Return the seconds of an ISO 8601 duration (``PT1M30S``) or a SCORM 1.2 timespan (``0000:01:30.00``)."""
    if not isinstance(text, str):
        return None
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1]) * 3600 + int(clock[2]) * 60 + float(clock[3])
    duration = _DURATION.fullmatch(text)
    if duration is None:
        return None
    return sum(float(value) * _SECONDS[unit] for unit, value in duration.groupdict().items() if value)
