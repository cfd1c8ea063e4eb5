"""A build that is broken off: what the folder of packages holds then."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from scormpack.build.index import NAMES

_COARSE = 0.02  # seconds by which the clock of files may be behind
_AGAIN = "Run it again before you upload any."


@contextmanager
def telling_state(folder: Path) -> Iterator[None]:
    """Where the block is broken off (by whatever is no ``Exception``), note there what ``folder`` holds."""
    begun = time.time() - _COARSE
    try:
        yield
    except Exception:
        raise
    except BaseException as end:
        end.add_note(_state_of(folder, begun))
        raise


def _state_of(folder: Path, begun: float) -> str:
    dates = {
        path.name: date for path in (*folder.glob("*.zip"), folder / NAMES[0]) if (date := _date_of(path)) is not None
    }
    indexed = dates.pop(NAMES[0], None)
    new = sum(date >= begun for date in dates.values())
    if not new:
        return f"No package was written into {folder}."
    are = "1 package is" if new == 1 else f"{new} packages are"
    if indexed is None:
        return f"In {folder} {are} finished, each whole, and there is no {NAMES[0]} yet. {_AGAIN}"
    if indexed >= begun:
        return f"In {folder} {are} finished, each whole, and {NAMES[0]} tells of them; what lies beside may be missing."
    return f"In {folder} {are} of this build, each whole; {NAMES[0]} and the others are of an earlier one. {_AGAIN}"


def _date_of(path: Path) -> float | None:
    with suppress(OSError):
        return path.stat().st_mtime
    return None
