"""Any LMS: what the strictest of them takes."""

from __future__ import annotations

from scormpack.build.targets.target import Box, Choice, Target

GENERIC = Target(
    name="generic",
    title="any LMS",
    choices=(
        Choice("formats", "scorm12", "Nearly every LMS plays it."),
        Choice("unit", "lesson", "Small packages upload everywhere, and a new version touches one lesson only."),
        Choice("scos", "one", "Few LMSs have a good menu for more."),
        Choice("exit", "suspend", "Learners go on where they stopped, and no result is lowered."),
    ),
    upload=("Add the zip where your LMS takes SCORM packages.",),
    boxes=(
        Box("Which attempt counts", "the best", "The package never lowers a result; an LMS may.", graded=True),
        Box("Maximum score", "100", "Scores are percent.", graded=True),
        Box("Window", "the same window", "New windows are blocked by many browsers."),
    ),
    verdict=(Box("Complete when", "passed", "Opening the lesson, or failing its quiz, is not enough."),),
    completion=(Box("Complete when", "completed", "There is no verdict to wait for."),),
    several=(Box("Which lesson's score counts", "the mean of all", "Each has one of its own.", graded=True),),
    limited=(
        Box(
            "Number of attempts",
            "one",
            "The lesson counts the attempts at its quiz itself, within one of the LMS's.",
            graded=True,
        ),
    ),
    otherwise=(
        "Ask your LMS's administrator where xAPI or cmi5 packages go, and which learning record store keeps results."
    ),
    replacing=("Replace the package in its place, never by deleting the activity: results would go with it.",),
)
