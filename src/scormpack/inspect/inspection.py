"""What an inspection says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scormpack.errors import Finding

KindName = Literal[
    "scorm12",
    "scorm2004-2nd",
    "scorm2004-3rd",
    "scorm2004",
    "xapi",
    "cmi5",
    "content-package",
    "cartridge",
    "qti",
    "aicc",
]
Outcome = Literal["accepted", "accepted with losses", "refused"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A standard that the package follows.

    Attributes:
        name: short and fixed, for machines.
        title: as people write it.
        manifest: path of the file that tells.
        version: that the manifest claims, where LMSs choose by it; "" elsewhere.
    """

    name: KindName
    title: str
    manifest: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the structure: an organization, item, resource, activity, block, AU and the like.

    Attributes:
        what: the standard's own word for it.
        title: that people see; "" where it has none.
        identifier: in the manifest; "" where it has none.
        details: what else counts, as ``opens index.html``, a phrase each.
        children: what stands in it.
    """

    what: str
    title: str
    identifier: str
    details: tuple[str, ...] = ()
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that a learner opens, as the LMS will see it.

    Attributes:
        title: in its list.
        identifier: that the LMS keeps results by.
        launch: page or address that it opens; "" where there is none.
        kind: ``sco``, ``asset``, ``au``, ``activity``, or a resource's type.
        mastery: the pass mark as the manifest writes it; "" where it has none.
        prerequisites: as the manifest writes them; "" where there are none.
        completion: the rule after which it counts as done, where the standard has one; "" elsewhere.
    """

    title: str
    identifier: str
    launch: str
    kind: str
    mastery: str = ""
    prerequisites: str = ""
    completion: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a manifest says, read without judging.

    Attributes:
        title: of the whole.
        tree: its structure.
        activities: what the LMS will list, in its order.
    """

    title: str
    tree: tuple[Node, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one LMS would do with the package.

    Attributes:
        lms: name of the preset: ``moodle``, ``canvas``, ``strict``.
        title: as people write it.
        outcome: in three words at most.
        reasons: of the kind of package, a sentence each; none where nothing is to be said.
        codes: of the findings that are the other reasons.
    """

    lms: str
    title: str
    outcome: Outcome
    reasons: tuple[str, ...]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that is to be said of one file.

    Attributes:
        file: as it was named.
        bytes: its size.
        files: how many it holds.
        unpacked: bytes of these, as the zip says.
        kinds: standards that it follows, the first the one an LMS takes first; none where ``why`` says why.
        why: why it is no package, one sentence; "" where it is one.
        outlines: of each kind, in their order.
        findings: errors, then warnings, each in the order of the zip, its names, the manifest, the pages.
        verdicts: one for each LMS.
    """

    file: Path
    bytes: int
    files: int
    unpacked: int
    kinds: tuple[Kind, ...]
    why: str
    outlines: tuple[Outline, ...]
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)
