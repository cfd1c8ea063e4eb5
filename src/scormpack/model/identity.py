"""Values told apart by identity, for what is remembered of them: to compare large ones takes as long as to make it."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Identity(Generic[T]):
    """A key that is the same for one and the same value, and for no other."""

    __slots__ = ("of",)

    def __init__(self, of: T) -> None:
        """Stand for ``of``, which is held, so that no other value takes its place in memory."""
        self.of = of

    def __hash__(self) -> int:
        return id(self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and other.of is self.of
