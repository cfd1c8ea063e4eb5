"""Short ids of what a learner chooses, matches or rates, and the order in which a page carries what shows no order."""

from __future__ import annotations

from hashlib import sha256

from scormpack.late_regex import compile_late

_OPTIONS = "abcdefghijklmnopqrstuvwxyz0123456789"
_PLACES = "123456789abcdefghijklmnopqrstuvwxyz"
_PUNCTUATION = compile_late(r"([!-/:-@\[-`{-~])")


def option_key(index: int) -> str:
    """Return the short id of an option by the author's order: ``a`` to ``z``, ``0`` to ``9``, then ``37``, ``38`` etc.

    SCORM 1.2 knows single characters only (RTE 3.4.4); runtime/lms/component_ids.ts says the same.
    """
    return _OPTIONS[index] if index < len(_OPTIONS) else str(index + 1)


def place_key(index: int) -> str:
    """Return the short id of the source or the point of a scale at ``index``: ``1`` to ``9``, then ``a`` to ``z``.

    Digits first: a response on a scale of five reads as the number it is.
    """
    return _PLACES[index]


def mixed_order(count: int, seed: str) -> tuple[int, ...]:
    """Return the numbers below ``count`` in an order that hangs on ``seed`` and ``count`` alone.

    The page's source must not show which target goes with which source, or which item comes first; and the order must
    stay when words change, or an answer under way would no longer fit.
    """
    return tuple(sorted(range(count), key=lambda index: sha256(f"{seed} {index}".encode()).digest()))


def as_markdown(line: str) -> str:
    """Return Markdown that reads as ``line`` does: every mark that could mean something stands for itself."""
    return _PUNCTUATION.sub(r"\\\1", line)
