"""What differs between two releases, as an admin reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import click

from scormpack.check.output import VERSION
from scormpack.listing import list_first
from scormpack.releases import Change, Record, Risk

_WORDS = {
    Risk.TRACKS: ("results would be lost", "red"),
    Risk.GRADES: ("later attempts are graded otherwise", "yellow"),
    Risk.ATTEMPTS: ("answers under way are dropped", "yellow"),
    Risk.CONTENT: ("may take the old one's place", "green"),
}
_MOST = 50
_NAMED = 4
"""Packages of which one and the same is to be said, by name."""


def show_changes(changes: Sequence[Change], left: Sequence[Record], absent: Sequence[Record]) -> None:
    """Write the packages that changed, the riskiest first, then how many there are of each kind.

    Args:
        changes: of all that was compared.
        left: packages of the old side that were not, for the new one has none of their format or unit.
        absent: packages of the old side that were not written for the new one, as they are as released.
    """
    changed = [change for change in changes if change.reasons]
    alike: dict[tuple[tuple[str, str], tuple[str, ...]], list[str]] = {}
    for change in changed:
        key = (_said(change), tuple(reason.text for reason in change.reasons))
        alike.setdefault(key, []).append(change.file)
    for ((said, colour), reasons), files in list(alike.items())[:_MOST]:
        names = list_first([click.style(file, bold=True) for file in files], _NAMED)
        click.echo(f"{names}: {click.style(said, fg=colour)}")
        for reason in reasons:
            click.echo(f"  - {reason}")
    if len(alike) > _MOST:
        click.echo(f"… and {sum(map(len, list(alike.values())[_MOST:]))} more: --json tells them all")
    if changed:
        click.echo()
    for shape, count in Counter(record.shape for record in left).items():
        what = "".join(f" {word}" for word in reversed(shape) if word)
        click.echo(
            f"Not compared: {count}{what} package{'s' if count > 1 else ''} of the old side; the new one has none."
        )
    if absent:
        click.echo(f"Not written, for they are as released: {len(absent)} package{'s' if len(absent) > 1 else ''}.")
    counts = Counter(_said(change)[0] for change in changed)
    for said, count in counts.items():
        click.echo(f"{count} {'package' if count == 1 else 'packages'}: {said}")
    same = len(changes) - len(changed)
    click.echo(f"{same} {'package is' if same == 1 else 'packages are'} the same.")


def changes_as_json(changes: Sequence[Change], left: Sequence[Record], absent: Sequence[Record]) -> dict[str, Any]:
    """Return the changes in JSON's own kinds; those that are the same are listed too; ``left``, ``absent`` as above."""
    return {
        "version": VERSION,
        "risk": max((change.risk for change in changes), default=Risk.NONE).name.lower(),
        "packages": [
            {
                "file": change.file,
                "change": "new" if change.old is None else "gone" if change.new is None else "both",
                "risk": change.risk.name.lower(),
                "reasons": [{"risk": reason.risk.name.lower(), "text": reason.text} for reason in change.reasons],
            }
            for change in changes
        ],
        "not_compared": [record.file for record in left],
        "as_released": [record.file for record in absent],
    }


def _said(change: Change) -> tuple[str, str]:
    if change.old is None:
        return "new", "green"
    return ("gone", "red") if change.new is None else _WORDS[change.risk]
