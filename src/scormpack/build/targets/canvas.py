"""Canvas, with the SCORM tool that Instructure hosts."""

from __future__ import annotations

from scormpack.build.targets.target import Box, Choice, Target

CANVAS = Target(
    name="canvas",
    title="Canvas",
    choices=(
        Choice("formats", "scorm12", "Canvas's SCORM tool plays it; build scorm2004 where a page stays blank."),
        Choice("unit", "lesson", "Each package becomes one assignment, named as the lesson, with a grade of its own."),
        Choice("scos", "one", "An assignment holds one score."),
        Choice("exit", "suspend", "Learners go on where they stopped, and no result is lowered."),
    ),
    upload=(
        "Open *SCORM* in your course's navigation. Where it is missing, an administrator enables it for the account.",
        "Choose *Upload*, and the zip.",
        "Choose *Import as a graded assignment* for a lesson with a quiz, else *Import as a page*.",
    ),
    boxes=(
        Box("Assignment → Points", "100", "Scores are percent.", graded=True),
        Box("Assignment → Name", "as it came", "Canvas takes the lesson's title from the package."),
    ),
    several=(
        Box(
            "Assignment → Points",
            "100",
            "Which of the lessons' scores Canvas takes is not known to us: try it, or build one SCO.",
            graded=True,
        ),
    ),
    otherwise="Canvas plays no xAPI or cmi5 by itself: it needs an outside tool, whose own pages say what to set.",
    replacing=(
        "Canvas has no way that we know of to replace a package under its assignment. Try it with a test course first.",
        "Delete a package on the *SCORM* page only; elsewhere it stays listed, with an error.",
    ),
    notes=(
        "Links to a package from elsewhere do not open: Canvas signs each launch.",
        "Which grade Canvas keeps of several attempts is not known to us: nothing was tried on a Canvas site.",
    ),
)
