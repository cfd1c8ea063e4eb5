"""A path or a name in a command that is shown to be copied."""

from __future__ import annotations

import os

_PLAIN = frozenset("@%+=:,./-_")


def quote_word(word: str | os.PathLike[str], system: str = os.name) -> str:
    """Return ``word`` as one types it in the shell of a ``system`` (``os.name``).

    It is in quotes where it would be taken apart otherwise.
    """
    text = os.fspath(word)
    if system == "nt":
        # Both shells there take these quotes; a name cannot hold any.
        return text if _is_plain(text.replace("\\", "")) else f'"{text}"'
    if _is_plain(text):
        return text
    import shlex  # noqa: PLC0415 (loads regular expressions, and the first screen should not wait for them)

    return shlex.quote(text)


def _is_plain(text: str) -> bool:
    return text != "" and all(character.isalnum() or character in _PLAIN for character in text)
