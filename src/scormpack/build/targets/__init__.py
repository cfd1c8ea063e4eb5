"""Presets for learning management systems: one file each, one line here each; loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scormpack.registry import Registry

if TYPE_CHECKING:
    from scormpack.build.targets.target import Target

TARGETS: Registry[Target] = Registry(
    {
        "moodle": "scormpack.build.targets.moodle:MOODLE",
        "canvas": "scormpack.build.targets.canvas:CANVAS",
        "scormcloud": "scormpack.build.targets.scormcloud:SCORMCLOUD",
        "blackboard": "scormpack.build.targets.blackboard:BLACKBOARD",
        "ilias": "scormpack.build.targets.ilias:ILIAS",
        "generic": "scormpack.build.targets.generic:GENERIC",
    }
)
"""By the name of ``--target``."""

__all__ = ["TARGETS"]
