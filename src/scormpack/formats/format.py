"""What a format is, and the files that every package begins with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from scormpack.assets import runtimes
from scormpack.errors import InstallationError, PackageError
from scormpack.formats.inventory import take_inventory
from scormpack.formats.notice import write_notice
from scormpack.formats.paths import NOTICE
from scormpack.model import Course, Unit, worst_state
from scormpack.render.site import Files, Site


class Format(NamedTuple):
    """One way to hand a unit to an LMS.

    Attributes:
        name: as in ``course.yaml`` and ``--format``.
        title: as people write it.
        runtime: name of its script in ``assets.runtimes()``.
        state_limit: most characters that its LMSs surely keep of a learner's state; None = no limit to speak of.
        splits: whether a package of several lessons launches each by itself: never, when asked for, or always.
        package: (course, unit, site) to the whole package, path to bytes, in writing order: the manifest first, the
            rest sorted. Raises PackageError with every fault when the package breaks its standard or our rules.
        is_site: whether it is for a web server and no LMS: it is written as a folder too.
    """

    name: str
    title: str
    runtime: str
    state_limit: int | None
    package: Callable[[Course, Unit, Site], Mapping[str, bytes]]
    splits: Literal["never", "asked", "always"] = "never"
    is_site: bool = False


def find_state_faults(course: Course, scos: Iterable[Unit], limit: int) -> list[str]:
    """Return a sentence where a learner's state could outgrow ``limit``: what does not fit is lost (complaint 8)."""
    worst = max(worst_state(course, sco) for sco in scos)
    if worst <= limit:
        return []
    fault = (
        f"a learner's state can take {worst:,} characters, and the LMS keeps {limit:,}: "
        "make smaller units, or shorten the longest quiz [state]"
    )
    return [fault]


def content_files(site: Site, runtime: str, schemas: Collection[str] = ()) -> Files:
    """Return the site's files, a notice of what is inside, and, where its pages look for it, the runtime of that name.

    Args:
        site: the pages and all that they show.
        runtime: its name.
        schemas: names of the schema files that will lie beside: the notice tells of them.

    Raises:
        InstallationError: where that runtime was never built.
    """
    scripts = runtimes()
    if runtime not in scripts:
        raise InstallationError(f"the {runtime} runtime is not built: run `pip install -e .` in the checkout once more")
    notice = _notice_of(*site.files, site.runtime, *schemas)
    return Files(site.files) | {site.runtime: scripts[runtime], NOTICE: notice}


@lru_cache(maxsize=16)  # most packages of a course hold files of the same names
def _notice_of(*paths: str) -> bytes:
    return write_notice(take_inventory(paths))


def finished_package(
    unit: Unit, name: str, manifest: bytes, files: Mapping[str, bytes], faults: Collection[str]
) -> Files:
    """Return manifest and files in writing order: the manifest first, where every importer finds it at once.

    Args:
        unit: what the package holds.
        name: of the manifest.
        manifest: its bytes.
        files: all the rest, path to bytes.
        faults: that were found in them.

    Raises:
        PackageError: with the faults, where there is one.
    """
    if faults:
        raise PackageError(unit.name, list(faults))
    return Files({name: manifest}) | Files(files).sorted()
