"""Which Chromium the tests drive."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

SHELL = "chromium-headless-shell"
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW_TO_GET_ONE = (
    "the browser tests need a Chromium: `scripts/test` finds or installs one, "
    "and SCORMPACK_CHROMIUM=/path/to/chromium names one"
)


def find_chromium(playwrights_own: str) -> str | None:
    """Return the path of the first there is: the one named in the environment, one on PATH, Playwright's own."""
    named = os.environ.get("SCORMPACK_CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return shutil.which(SHELL) or find_whole_chromium(playwrights_own)


def find_whole_chromium(playwrights_own: str) -> str | None:
    """Return the path of one that has all that a browser with a window has, such as the back-forward cache."""
    named = os.environ.get("SCORMPACK_CHROMIUM", "")
    found = (path for name in (named, *WHOLE) if name and SHELL not in name and (path := shutil.which(name)))
    return next(found, playwrights_own if Path(playwrights_own).is_file() else None)


def arguments() -> Sequence[str]:
    """Return how to start it: asking no other host for anything, without its sandbox where we are root."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync"]
    return [*quiet, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else quiet
