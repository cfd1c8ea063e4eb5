"""Many names in one sentence."""

from __future__ import annotations

from collections.abc import Sequence


def list_first(names: Sequence[str], most: int) -> str:
    """Return the first ``most`` names with commas between, and how many more there are: "a, b and 7 more"."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
