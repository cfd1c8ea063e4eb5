"""Findings as JSON and back, for what is remembered of earlier builds."""

from __future__ import annotations

from typing import Any

from scormpack.errors import Edit, Finding


def read_finding(written: dict[str, Any]) -> Finding:
    """Return the finding of which ``dataclasses.asdict`` made this.

    Raises:
        TypeError: where it is none.
    """
    return Finding(**{**written, "edit": Edit(**written["edit"]) if written["edit"] else None})
