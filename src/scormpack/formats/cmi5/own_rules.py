"""Rules for our own cmi5 packages: a unit for each lesson, safe paths, no credential in any file."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.formats.cmi5.names import MANIFEST
from scormpack.formats.cmi5.rules import ANY_RULES
from scormpack.formats.cmi5.tree import child, every, words
from scormpack.formats.fault import Fault, at
from scormpack.formats.page_rules import PAGE_RULES
from scormpack.formats.paths import find_path_faults
from scormpack.formats.rules import Package, Rules
from scormpack.formats.xapi.credentials import check_credentials


def _check_launch(package: Package) -> Iterator[str | Fault]:
    """Each lesson is launched by itself, in the course's order, by its page and nothing more."""
    units = list(every(package.root, "au"))
    if len(units) != len(package.launch):
        yield f"there are {len(units)} AUs for {len(package.launch)} lessons: write one for each"
    for au, page in zip(units, package.launch, strict=False):
        if (address := words(child(au, "url"))) != page:
            yield at(au, f"the url is `{address}`: write `{page}`")


def _check_judged(package: Package) -> Iterator[Fault]:
    """13.1.4: a unit that is done when passed has a score to pass by; one that is not has none to be judged by."""
    for au in every(package.root, "au"):
        if (au.get("moveOn") == "Passed") != ("masteryScore" in au.attrib):
            yield at(au, f"moveOn is `{au.get('moveOn')}`: masteryScore belongs to `Passed`, and to nothing else")


def _check_paths(package: Package) -> Iterator[str]:
    yield from find_path_faults([MANIFEST, *package.files], launch=package.launch)


RULES: Rules = {
    **ANY_RULES,
    "own-launch": _check_launch,
    "judged": _check_judged,
    "path": _check_paths,
    "credentials": check_credentials,
    **PAGE_RULES,
}
