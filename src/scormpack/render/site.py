"""What rendering makes: the files of a site that knows no format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """The pages of one unit and all that they show.

    Attributes:
        files: path to bytes; ``index.html`` is the page to launch. Paths are ASCII lower case with ``/``.
        runtime: the path at which the pages look for the runtime; a format puts its own script there.
        build: the build id in the pages' footers: ten hex digits that change when anything on the pages does.
    """

    files: Mapping[str, bytes]
    runtime: str
    build: str
