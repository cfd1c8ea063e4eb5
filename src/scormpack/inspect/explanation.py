"""What a code of an inspection means: its row in docs/inspect.md."""

from __future__ import annotations

import re

from scormpack.assets import docs_page
from scormpack.inspect.weights import WEIGHTS


def explain(code: str) -> str | None:
    """Return a short page, Markdown; None where an inspection has no such code.

    Raises:
        InstallationError: where the page is missing.
    """
    if code not in WEIGHTS:
        return None
    row = re.search(rf"^\| `{code}` \| (\w+) \| (.+) \|$", docs_page("inspect"), re.MULTILINE)
    if row is None:
        return None
    text = row[2].replace("\\|", "|")
    return f"# `{code}`\n\n*{row[1].capitalize()}*, found by `scormpack inspect`.\n\n{text}\n"
