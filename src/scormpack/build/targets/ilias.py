"""ILIAS, presentation mode of its SCORM learning modules."""

from __future__ import annotations

from scormpack.build.targets.target import Box, Choice, Target

ILIAS = Target(
    name="ilias",
    title="ILIAS",
    choices=(
        Choice("formats", "scorm12", "ILIAS plays 1.2 and the 3rd edition of 2004; 1.2 sends less with every answer."),
        Choice("unit", "lesson", "Each lesson is a learning module of its own, with its own learning progress."),
        Choice("scos", "one", "ILIAS shows a menu of SCOs beside the page: with one there is nothing to choose."),
        Choice("exit", "suspend", "Learners go on where they stopped."),
    ),
    upload=(
        "Choose *Add New Item*, then *Learning Module SCORM*.",
        "Choose the type of the zip's standard (*SCORM 1.2* or *SCORM 2004*), the zip, and *Import*.",
        "Set what the table below says on the *Settings* tab, then set the module *Online*.",
    ),
    boxes=(
        Box("Lesson mode", "Normal", "*Browse* keeps no result."),
        Box("Credit", "Credit", "Without credit no result is kept."),
        Box("Learning progress → Mode", "SCORM package", "Progress follows the package's own status."),
    ),
    otherwise=(
        "ILIAS has objects of another kind for xAPI and cmi5, which need a learning record store: what to set there is "
        "not known to us."
    ),
    replacing=(
        "Import the new version on the *Settings* tab, where your version of ILIAS has it; try it with a copy first.",
    ),
    notes=("Read in its documentation, not tried.",),
)
