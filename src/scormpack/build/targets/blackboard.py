"""Blackboard Learn, Ultra course view."""

from __future__ import annotations

from scormpack.build.targets.target import Box, Choice, Target

BLACKBOARD = Target(
    name="blackboard",
    title="Blackboard",
    choices=(
        Choice("formats", "scorm2004", "Its SCORM Engine plays it with completion and success apart."),
        Choice("unit", "lesson", "Each lesson gets a column in the gradebook."),
        Choice("scos", "one", "One score, one column."),
        Choice("exit", "normal", "With one attempt, a suspended one stays *in progress* and has no grade."),
    ),
    upload=(
        "Choose *+* on the page of the course's content, then *Create* and *SCORM package*.",
        "Choose *Upload SCORM package*, and the zip.",
        "Set what the table below says: the grade settings cannot be changed after the import.",
    ),
    boxes=(
        Box("Attempts allowed", "1", "Of several, Blackboard takes the last one with a grade, which may be the worse."),
        Box("Grade SCORM", "on", "Or there is no column in the gradebook.", graded=True),
        Box("Maximum score", "100", "Scores are percent.", graded=True),
        Box("Grade individual SCOs", "off", "There is one.", graded=True),
    ),
    several=(Box("Grade individual SCOs", "on", "Each lesson gets a column of its own.", graded=True),),
    otherwise="Where Blackboard takes xAPI or cmi5 packages, and what to set for them, is not known to us.",
    replacing=("Try it in a test course first: whether attempts survive a new import is not known to us.",),
    notes=("Read in its help pages, not tried.",),
)
