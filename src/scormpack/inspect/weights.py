"""How grave each finding is, and for whom: one table. docs/inspect.md explains each code; a test holds the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scormpack.errors import Severity

Effect = Literal["fine", "loses", "refuses"]


@dataclass(frozen=True, slots=True)
class Weight:
    """What a finding means.

    Attributes:
        severity: an error breaks the standard or the zip; a warning is borne by some LMS and lost by another.
        moodle: what Moodle does about it.
        canvas: what Canvas does about it.
        strict: what an LMS does that takes the standard by its word.
    """

    severity: Severity
    moodle: Effect
    canvas: Effect
    strict: Effect

    def on(self, lms: str) -> Effect:
        """Return the effect on an LMS by its preset's name."""
        effects: dict[str, Effect] = {"moodle": self.moodle, "canvas": self.canvas, "strict": self.strict}
        return effects[lms]


_FATAL = Weight("error", "refuses", "refuses", "refuses")
_BROKEN = Weight("error", "loses", "loses", "refuses")
_FORBIDDEN = Weight("error", "fine", "loses", "refuses")  # Moodle knows no schema
_MOODLE_FAILS = Weight("error", "refuses", "fine", "refuses")
_MOODLE_LOSES = Weight("warning", "loses", "fine", "fine")
_LOSES = Weight("warning", "loses", "loses", "loses")
_PEDANTIC = Weight("warning", "fine", "fine", "loses")
_CANVAS_LOSES = Weight("warning", "fine", "loses", "loses")

_ZIP = {
    "zip-none": _FATAL,
    "zip-truncated": _FATAL,
    "zip-disks": _FATAL,
    "zip-members": _FATAL,
    "zip-count": _FATAL,
    "zip-prefix": Weight("error", "loses", "loses", "refuses"),
    "zip-after": _PEDANTIC,
    "zip-encrypted": _FATAL,
    "zip-method": _BROKEN,
    "zip-duplicate": _BROKEN,
    "zip-differs": _FATAL,
    "zip-damaged": _FATAL,
    "zip-size": _FATAL,
    "zip-overlap": _FATAL,
    "zip-bomb": _FATAL,
    "zip-unchecked": _PEDANTIC,
}
_NAMES = {
    "name-empty": _BROKEN,
    "name-parent": _FATAL,
    "name-absolute": _FATAL,
    "name-backslash": _BROKEN,
    "name-control": _BROKEN,
    "name-encoding": _BROKEN,
    "name-decomposed": _MOODLE_LOSES,
    "name-stripped": _MOODLE_LOSES,
    "name-long": _MOODLE_FAILS,
    "name-case": _BROKEN,
    "name-clash": _BROKEN,
    "name-link": _FATAL,
    "name-special": _FATAL,
    "name-www": _MOODLE_LOSES,
    "name-junk": _PEDANTIC,
}
_MANIFEST = {
    "manifest-none": _FATAL,
    "manifest-place": _FATAL,
    "manifest-case": _FATAL,
    "manifest-malformed": _FATAL,
    "manifest-second": _PEDANTIC,
}
_SCORM = {
    "scorm-schema": _FORBIDDEN,
    "scorm-version": _BROKEN,
    "scorm-identifier-length": _MOODLE_FAILS,
    "scorm-identifier-unstable": Weight("warning", "loses", "fine", "fine"),
    "scorm-organization": _BROKEN,
    "scorm-default": _PEDANTIC,
    "scorm-default-required": _FORBIDDEN,
    "scorm-one-organization": _LOSES,
    "scorm-item": _BROKEN,
    "scorm-resource": _BROKEN,
    "scorm-mastery-score": _BROKEN,
    "scorm-mastery-zero": _MOODLE_LOSES,
    "scorm-prerequisites": _BROKEN,
    "scorm-time-limit": _FORBIDDEN,
    "scorm-prefix": _MOODLE_LOSES,
    "scorm-nested-manifest": _LOSES,
    "scorm-title": _FORBIDDEN,
    "scorm-title-zero": _MOODLE_LOSES,
    "scorm-title-length": _BROKEN,
    "scorm-text-length": _PEDANTIC,
    "scorm-duration": _PEDANTIC,
    "scorm-doctype": _BROKEN,
    "scorm-reference": _MOODLE_LOSES,
    "scorm-file-missing": _BROKEN,
    "scorm-file-unlisted": _PEDANTIC,
    "scorm-launch": _BROKEN,
    "scorm-launch-unlisted": _FORBIDDEN,
    "scorm-launch-query": _CANVAS_LOSES,
    "scorm-launch-outside": Weight("warning", "loses", "loses", "fine"),
    "scorm-schema-file": _PEDANTIC,
    "scorm-name": _FORBIDDEN,
    "scorm-place": _FORBIDDEN,
    "scorm-metadata": _FORBIDDEN,
    "scorm-threshold": _FORBIDDEN,
    "scorm-mastery": _BROKEN,
    "scorm-control": _BROKEN,
    "scorm-tracking": _LOSES,
    "scorm-navigation": _LOSES,
}
# Moodle and Canvas play neither by themselves: what counts is the plug-in, or the strict reader.
_TINCAN = {
    "tincan-schema": _BROKEN,
    "tincan-launch": _BROKEN,
    "tincan-launch-first": _MOODLE_LOSES,
    "tincan-launch-there": _BROKEN,
    "tincan-name": _FORBIDDEN,
    "tincan-iri": _BROKEN,
    "tincan-interaction": _FORBIDDEN,
    "tincan-second-manifest": _LOSES,
    "tincan-credentials": _LOSES,
    "tincan-doctype": _BROKEN,
    "tincan-reference": _PEDANTIC,
}
_CMI5 = {
    "cmi5-schema": _BROKEN,
    "cmi5-iri": _BROKEN,
    "cmi5-unique": _BROKEN,
    "cmi5-objective": _BROKEN,
    "cmi5-launch": _BROKEN,
    "cmi5-launch-query": _BROKEN,
    "cmi5-mastery-score": _FORBIDDEN,
    "cmi5-text": _FORBIDDEN,
    "cmi5-credentials": _LOSES,
    "cmi5-doctype": _BROKEN,
    "cmi5-reference": _PEDANTIC,
}
_OTHERS = {
    "ims-file-missing": _BROKEN,
    "ims-doctype": _BROKEN,
    "aicc-file": _BROKEN,
}
_PAGES = {
    "page-missing": _LOSES,
    "page-host": _LOSES,
    "page-silent": _LOSES,
    "script-module": _MOODLE_LOSES,
    "script-unload": _LOSES,
    "script-credentials": Weight("error", "loses", "loses", "loses"),
    "page-unread": _PEDANTIC,
}

WEIGHTS: dict[str, Weight] = {
    **_ZIP,
    **_NAMES,
    **_MANIFEST,
    **_SCORM,
    **_TINCAN,
    **_CMI5,
    **_OTHERS,
    **_PAGES,
}
