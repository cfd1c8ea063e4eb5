"""What a build says of the last release: whether its packages may take the place of those that learners have."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scormpack.releases import Record, Risk, compare_releases, read_lock
from scormpack.shell_word import quote_word

_SHOWN = 5


def notes_on_release(lock: Path, records: Sequence[Record], *, part: bool) -> list[str]:
    """Return a sentence for each package that would lose results, change grades or drop answers; five at most.

    Args:
        lock: the lock file; nothing is said where there is none.
        records: of the packages just built.
        part: whether only some of the course was built, so that the rest is not taken for gone.

    Raises:
        OptionError: where the lock file is spoilt.
    """
    if not lock.is_file():
        return []
    released = read_lock(lock)
    built = {record.key for record in records}
    old = [one for one in released if one.key in built] if part else released
    changes = compare_releases(old, records)
    risky = [change for change in changes if change.risk >= Risk.ATTEMPTS]
    notes = [f"{change.file}, since its release: {change.reasons[0].text}." for change in risky[:_SHOWN]]
    if len(risky) > _SHOWN:
        notes.append(f"So it is with {len(risky) - _SHOWN} more packages.")
    if risky:
        notes.append(
            f"`scormpack diff {quote_word(lock)} <folder of packages>` tells all, and what it does to results."
        )
    return notes
