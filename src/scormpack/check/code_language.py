"""Blocks of code in a language that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.markup import unknown_languages


def check_code_languages(text: AuthoredText) -> Iterator[Fault]:
    """Yield the blocks of code that stay without colours, for their language has a name that is not known."""
    if "```" not in text.markdown and "~~~" not in text.markdown:
        return
    for name, close in unknown_languages(text.html):
        hint = f"Did you mean `{close}`?" if close else "Write `text` where it is no language at all."
        yield text.fault(f"no language of code is called `{name}`", hint, at=name)
