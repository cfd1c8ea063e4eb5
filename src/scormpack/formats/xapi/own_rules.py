"""Rules for our own xAPI packages: the launch page of every format, safe paths, no credential in any file."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.formats.fault import Fault, at
from scormpack.formats.page_rules import PAGE_RULES
from scormpack.formats.paths import LAUNCH, find_path_faults
from scormpack.formats.rules import Package, Rules
from scormpack.formats.xapi.credentials import check_credentials
from scormpack.formats.xapi.names import MANIFEST
from scormpack.formats.xapi.rules import ANY_RULES, every


def _check_launch(package: Package) -> Iterator[Fault]:
    for launch in every(package, "launch"):
        if launch.text != LAUNCH:
            yield at(launch, f"launch says `{launch.text}`: write `{LAUNCH}`")


def _check_paths(package: Package) -> Iterator[str]:
    yield from find_path_faults([MANIFEST, *package.files])


RULES: Rules = {
    **ANY_RULES,
    "own-launch": _check_launch,
    "path": _check_paths,
    "credentials": check_credentials,
    **PAGE_RULES,
}
