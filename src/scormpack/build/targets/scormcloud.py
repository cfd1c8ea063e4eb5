"""SCORM Cloud, the test bed of Rustici Software."""

from __future__ import annotations

from scormpack.build.targets.target import Box, Choice, Target

SCORMCLOUD = Target(
    name="scormcloud",
    title="SCORM Cloud",
    choices=(
        Choice("formats", "scorm2004", "It obeys SCORM 2004 to the letter: completion and success are told apart."),
        Choice("unit", "course", "One registration follows a learner through the whole course."),
        Choice("scos", "one", "The course page lists the lessons itself."),
        Choice("exit", "suspend", "A registration is one attempt: learners always come back to what they did."),
    ),
    upload=("Choose *Add Content* in the library, then *Import a SCORM, AICC, xAPI or cmi5 package*, and the zip.",),
    boxes=(
        Box("Launch behaviour", "Frameset", "New windows are blocked by many browsers."),
        Box("Maximum suspend data", "64,000 or more", "That much SCORM 2004 grants a package."),
    ),
    replacing=(
        "Choose *Update* on the course: a new version comes in, and registrations begun stay with the old one.",
    ),
    notes=("The debug log of a launch shows every call of the package.", "Read in its documentation, not tried."),
)
