"""The preview's one state, which both origins work on: the shelf, the LMS, who listens."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from scormpack.errors import PackageError, ScormpackError
from scormpack.preview.events import Events
from scormpack.preview.lms import Launch, Lms
from scormpack.preview.shelf import Package, Shelf

_MOST_KEPT = 6
"""Packages that stay up: a page of the one before a save may still ask for its files."""


@dataclass
class Desk:
    """Everything but HTTP.

    Attributes:
        panel_origin: ``http://127.0.0.1:PORT``.
        content_origin: of the second port, where packages live.
        revision: counts what was saved.
    """

    shelf: Shelf
    panel_origin: str
    content_origin: str
    lms: Lms = field(default_factory=Lms)
    events: Events = field(default_factory=Events)
    revision: int = 1
    _kept: OrderedDict[str, Package] = field(default_factory=OrderedDict)

    async def package(self, key: str) -> Package:
        """Return a package, built by now.

        Raises:
            PackageError: where it breaks its standard.
            OptionError: where there is none such.
        """
        format_name, _, unit = key.partition("/")
        package = await asyncio.to_thread(self.shelf.open, format_name, unit)
        self._kept[package.digest] = package
        self._kept.move_to_end(package.digest)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return package

    def kept(self, digest: str) -> Package | None:
        """Return a package by its bytes."""
        return self._kept.get(digest)

    def tell_row(self, launch: Launch) -> None:
        """Tell the panels how the learner stands now."""
        self.events.tell("row", row=self.lms.row(launch.package.key, launch.learner.id))

    async def refresh(self) -> None:
        """Read the sources again, and tell the panels."""
        await asyncio.to_thread(self.shelf.refresh)
        self.revision += 1
        self.events.tell("saved", state=self.describe())
        await self.check()

    async def check(self) -> None:
        """Ask the rules of the sources, and tell the panels where they have something to say."""
        await asyncio.to_thread(self.shelf.check)
        if self.shelf.findings and self.shelf.is_current:
            self.events.tell("saved", state=self.describe())

    def describe(self) -> dict[str, Any]:
        """Return what a panel shows before anything is open."""
        shelf = self.shelf
        return {
            "title": shelf.title,
            "source": shelf.source,
            "isCurrent": shelf.is_current,
            "formats": shelf.formats,
            "entries": [{"unit": e.unit, "title": e.title, "module": e.module} for e in shelf.entries],
            "findings": [
                {
                    name: getattr(f, name)
                    for name in ("code", "message", "hint", "severity", "place", "source", "column", "length")
                }
                for f in shelf.findings
            ],
            "learners": [{"id": learner.id, "name": learner.name} for learner in self.lms.learners],
            "rows": self.lms.rows(),
            "states": dict(self.lms.states),
            "contentOrigin": self.content_origin,
            "revision": self.revision,
        }


def explain(error: ScormpackError) -> list[str]:
    """Return an error as sentences."""
    return list(error.faults) if isinstance(error, PackageError) else [str(error)]
