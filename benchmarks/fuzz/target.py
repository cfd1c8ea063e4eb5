"""What can be fuzzed: a kind of input, how one is made from a number, and what is done with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Case:
    """One mutated input.

    Attributes:
        base: what it was made from, by name.
        file: the file in it that was changed.
        data: what the file holds now.
        steps: the mutations, in order.
    """

    base: str
    file: str
    data: bytes
    steps: tuple[str, ...]


class Target(Protocol):
    """A kind of input."""

    def make(self, random: Random) -> Case:
        """Return an input: the same for the same state of ``random``."""

    def run(self, case: Case, random: Random) -> str:
        """Do with it what scormpack does, and return in a word how it ended; anything raised is a fault of ours."""

    def save(self, case: Case, folder: Path) -> None:
        """Write the input so that it can be tried by hand."""
