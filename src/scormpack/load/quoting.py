"""Text in quotes, for hints that write it out."""

from __future__ import annotations

_LONGEST = 70
"""Characters of a text that a hint writes out."""


def quote(text: str) -> str | None:
    """Return a text of one line in double quotes; None where it is long, or cannot stand there as it is."""
    return None if len(text) > _LONGEST or '"' in text or "\\" in text or "\n" in text else f'"{text}"'
