"""Whether the LMS may judge a unit by its score, and from which score on it passes."""

from __future__ import annotations

from scormpack.model import Course, Unit, unit_pass_mark


def mastery_score(course: Course, unit: Unit) -> int | None:
    """Return the percent from which the LMS may call the unit passed; None where it must not judge.

    With a masteryscore, Moodle judges at every LMSFinish that has a score, even over "incomplete"; SCORM 2004's
    minNormalizedMeasure makes every LMS judge as soon as there is one (2004 4th RTE, 4.2.22). So only a unit whose
    first score is its final one has it: one lesson. A course reports a running mean, which would be judged after the
    first visit. And only where failing is told as "failed": under ``passed-incomplete`` and ``completed`` the LMS
    would write the very word that the author avoids. 0 is left out: Moodle reads "0" as none, and everybody passes.
    """
    if not unit.is_one_lesson or course.file.report != "passed-failed":
        return None
    return unit_pass_mark(course, unit) or None
