"""Moodle 4 and 5: its own SCORM activity."""

from __future__ import annotations

from scormpack.build.targets.target import Box, Choice, Target

MOODLE = Target(
    name="moodle",
    title="Moodle",
    choices=(
        Choice("formats", "scorm12", "Moodle plays SCORM 1.2 whole, 2004 in part, and xAPI or cmi5 not by itself."),
        Choice("unit", "lesson", "Each lesson gets a grade of its own, and a new version touches no other lesson."),
        Choice("scos", "one", "With several SCOs Moodle's usual grade is that of the best one."),
        Choice("exit", "suspend", "Moodle would begin a new attempt otherwise, and could show the lower grade."),
    ),
    upload=(
        "Turn *Edit mode* on in your course.",
        "Choose *Add an activity or resource*, then *SCORM package*.",
        "Drop the zip into *Package file*.",
        "Set what the table below says, then *Save and display*.",
    ),
    boxes=(
        Box(
            "Grade → Grading method",
            "Highest grade",
            "The package tells one score, and never a lower one.",
            graded=True,
        ),
        Box(
            "Grade → Maximum grade",
            "100",
            "Scores are percent; Moodle takes them as they are and does not scale.",
            graded=True,
        ),
        Box(
            "Attempts management → Number of attempts",
            "Unlimited attempts",
            "So learners may be graded anew.",
            graded=True,
        ),
        Box(
            "Attempts management → Attempts grading",
            "Highest attempt",
            "A later attempt takes nothing away.",
            graded=True,
        ),
        Box("Attempts management → Force new attempt", "No", "Learners go on where they stopped."),
        Box("Compatibility settings → Auto-commit", "No", "The package saves at once by itself."),
        Box("Appearance → Display package", "Current window", "New windows are blocked by many browsers."),
    ),
    verdict=(
        Box(
            "Completion conditions → Require status",
            "Passed",
            "Opening the lesson, or failing its quiz, is not enough.",
        ),
    ),
    completion=(Box("Completion conditions → Require status", "Completed", "There is no verdict to wait for."),),
    several=(
        Box(
            "Grade → Grading method",
            "Average grade",
            "Each lesson has a score of its own: the highest would be that of the best one.",
            graded=True,
        ),
        Box(
            "Completion conditions → Require status",
            "Passed; Completed too where a lesson has no quiz",
            "Such a lesson is completed and never passed.",
        ),
        Box(
            "Completion conditions → Require all SCOs to return completion status",
            "ticked",
            "Or one lesson is enough for the whole.",
        ),
    ),
    limited=(
        Box(
            "Attempts management → Number of attempts",
            "1 attempt",
            "The lesson counts the attempts at its quiz itself, within one of Moodle's.",
            graded=True,
        ),
    ),
    again="To be graded anew, learners tick *Start a new attempt* before they enter.",
    closing=(
        "Moodle opens what has failed in review once the learner has left: what is left of the quiz's attempts is "
        "gone then. With `report: passed-incomplete` in course.yaml it stays open until it is passed."
    ),
    otherwise=(
        "Moodle plays no xAPI or cmi5 by itself. An administrator adds a plug-in (*Tin Can Launch Link* for xAPI, "
        "*cmi5 Launch* for cmi5) and a learning record store; where to upload and what to set is then theirs to say."
    ),
    replacing=(
        "Edit the activity and put the new zip in the place of the old one: results stay as long as the ids do.",
        "Never delete the activity to make room for a new one: its results go with it.",
    ),
    notes=(
        "Once passed or failed, coming back is a review: the page says so, and writes nothing.",
        "The Moodle app plays the package too, unless *Protect package downloads* is on.",
        "How it imports, grades and saves was measured on Moodle 4.5.6; the rest was read in its code.",
    ),
)
