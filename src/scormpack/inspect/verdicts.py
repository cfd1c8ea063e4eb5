"""What each LMS would do: by the kind first, then by the findings' weights.

The facts were measured on a running Moodle 4.5 and read in Canvas's and Moodle's public code and documentation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scormpack.errors import Finding
from scormpack.inspect.inspection import Kind, Outcome, Verdict
from scormpack.inspect.weights import WEIGHTS, Effect

_IN_WORDS = {"page-silent": "learners can open it, and the LMS will never get a score or a completion from it"}
"""Losses that a verdict tells in words, since they leave nothing of what a package is for."""
_OUTCOMES: dict[Effect, Outcome] = {"fine": "accepted", "loses": "accepted with losses", "refuses": "refused"}
_ORDER: tuple[Effect, ...] = ("fine", "loses", "refuses")


@dataclass(frozen=True, slots=True)
class Lms:
    """A preset.

    Attributes:
        name: short and fixed.
        title: as people write it.
        kinds: kind to what the LMS does with it, and why; "" where nothing is to be said.
        versions: kind to versions of it that it takes; a kind that is not here is taken in any.
    """

    name: str
    title: str
    kinds: Mapping[str, tuple[Effect, str]]
    versions: Mapping[str, tuple[frozenset[str], str]]


_MOODLE_2004: tuple[Effect, str] = (
    "loses",
    "Moodle plays SCORM 2004 in part: no sequencing, and it grades by score.raw alone",
)
_CANVAS_XAPI: tuple[Effect, str] = ("refuses", "Canvas plays no xAPI or cmi5 by itself: it needs an outside tool")

LMSES = (
    Lms(
        "moodle",
        "Moodle",
        {
            "scorm12": ("fine", ""),
            "scorm2004-2nd": _MOODLE_2004,
            "scorm2004-3rd": _MOODLE_2004,
            "scorm2004": _MOODLE_2004,
            "xapi": (
                "refuses",
                "Moodle plays no xAPI by itself: it needs the plug-in Tin Can Launch Link and a learning record store",
            ),
            "cmi5": ("refuses", "Moodle plays no cmi5 by itself: it needs a plug-in such as cmi5 Launch"),
            "content-package": (
                "loses",
                "Moodle shows it as an IMS content package: no score, no completion by the pages",
            ),
            "cartridge": ("loses", "restore it as a course backup, not as an activity"),
            "qti": ("refuses", "Moodle imports no QTI into its question bank"),
            "aicc": ("loses", "Moodle reads AICC, but an administrator has to allow its HACP protocol"),
        },
        {
            "cartridge": (
                frozenset({"1.0.0", "1.1.0"}),
                "Moodle restores Common Cartridge 1.0 and 1.1 only",
            )
        },
    ),
    Lms(
        "canvas",
        "Canvas",
        {
            "scorm12": ("fine", ""),
            "scorm2004-2nd": ("fine", ""),
            "scorm2004-3rd": ("fine", ""),
            "scorm2004": ("fine", ""),
            "xapi": _CANVAS_XAPI,
            "cmi5": _CANVAS_XAPI,
            "content-package": ("refuses", "Canvas takes SCORM, Common Cartridge and QTI"),
            "cartridge": ("fine", ""),
            "qti": ("loses", "Canvas imports QTI through its migration tool, and says nothing of what it leaves out"),
            "aicc": ("refuses", "Canvas takes SCORM, Common Cartridge and QTI"),
        },
        {
            "cartridge": (
                frozenset({"1.0.0", "1.1.0", "1.2.0", "1.3.0"}),
                "Canvas takes Common Cartridge 1.0.0, 1.1.0, 1.2.0 and 1.3.0",
            )
        },
    ),
    Lms("strict", "a strict LMS", {}, {}),
)


def reach_verdicts(kinds: Sequence[Kind], why: str, findings: Iterable[Finding]) -> tuple[Verdict, ...]:
    """Return what each LMS would do with a package of these kinds that has these findings."""
    told = list(findings)
    return tuple(_verdict(lms, kinds, why, told) for lms in LMSES)


def _verdict(lms: Lms, kinds: Sequence[Kind], why: str, findings: Sequence[Finding]) -> Verdict:
    by_kind = [_on(lms, kind) for kind in kinds]
    effect, reason = min(by_kind, key=lambda pair: _ORDER.index(pair[0]), default=("refuses", why))
    by_code = {code: WEIGHTS[code].on(lms.name) for code in dict.fromkeys(finding.code for finding in findings)}
    worst = max([effect, *by_code.values()], key=_ORDER.index)
    own = [reason] if reason and effect == worst else []
    # Where it is refused, only what refuses it is worth saying.
    codes = [code for code, effect in by_code.items() if effect == worst]
    return Verdict(
        lms=lms.name,
        title=lms.title,
        outcome=_OUTCOMES[worst],
        reasons=(*own, *(_IN_WORDS[code] for code in codes if code in _IN_WORDS)),
        codes=tuple(codes) if worst != "fine" else (),
    )


def _on(lms: Lms, kind: Kind) -> tuple[Effect, str]:
    versions, only = lms.versions.get(kind.name, (frozenset(), ""))
    if versions and kind.version not in versions:
        return "refuses", f"{only}; this is {kind.version or 'of no version'}"
    return lms.kinds.get(kind.name, ("fine", ""))
