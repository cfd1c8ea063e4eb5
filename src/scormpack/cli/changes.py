"""What differs between two releases, as an admin reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import click

from scormpack.check.output import VERSION
from scormpack.releases import Change, Risk

_WORDS = {
    Risk.TRACKS: ("results would be lost", "red"),
    Risk.GRADES: ("later attempts are graded otherwise", "yellow"),
    Risk.ATTEMPTS: ("answers under way are dropped", "yellow"),
    Risk.CONTENT: ("may take the old one's place", "green"),
}
_MOST = 50


def show_changes(changes: Sequence[Change]) -> None:
    """Write the packages that changed, the riskiest first, then how many there are of each kind."""
    changed = [change for change in changes if change.reasons]
    for change in changed[:_MOST]:
        said, colour = _said(change)
        click.echo(f"{click.style(change.file, bold=True)}: {click.style(said, fg=colour)}")
        for reason in change.reasons:
            click.echo(f"  - {reason.text}")
    if len(changed) > _MOST:
        click.echo(f"… and {len(changed) - _MOST} more: --json tells them all")
    if changed:
        click.echo()
    counts = Counter(_said(change)[0] for change in changed)
    for said, count in counts.items():
        click.echo(f"{count} {'package' if count == 1 else 'packages'}: {said}")
    same = len(changes) - len(changed)
    click.echo(f"{same} {'package is' if same == 1 else 'packages are'} the same.")


def changes_as_json(changes: Sequence[Change]) -> dict[str, Any]:
    """Return the changes in JSON's own kinds; those that are the same are listed too."""
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
    }


def _said(change: Change) -> tuple[str, str]:
    if change.old is None:
        return "new", "green"
    return ("gone", "red") if change.new is None else _WORDS[change.risk]
