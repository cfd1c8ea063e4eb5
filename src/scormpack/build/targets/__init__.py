"""Presets for learning management systems: one file each, one line here each."""

from __future__ import annotations

from scormpack.build.targets.blackboard import BLACKBOARD
from scormpack.build.targets.canvas import CANVAS
from scormpack.build.targets.generic import GENERIC
from scormpack.build.targets.ilias import ILIAS
from scormpack.build.targets.moodle import MOODLE
from scormpack.build.targets.scormcloud import SCORMCLOUD
from scormpack.build.targets.target import Box, Choice, Target

TARGETS: dict[str, Target] = {
    target.name: target for target in (MOODLE, CANVAS, SCORMCLOUD, BLACKBOARD, ILIAS, GENERIC)
}
"""By the name of ``--target``."""

__all__ = ["TARGETS", "Box", "Choice", "Target"]
