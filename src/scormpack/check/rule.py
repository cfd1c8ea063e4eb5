"""What a rule is: a code, and a function that finds the faults it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from scormpack.check.place import Fault
from scormpack.errors import Finding, Severity

Subject = TypeVar("Subject")
"""What a rule looks at: the course, or one text of it."""


class Rule(NamedTuple, Generic[Subject]):
    """One rule; ``docs/rules/<code>.md`` is its page.

    Attributes:
        code: its name, kebab-case, for ever: authors write it under ``ignore``.
        find: from what it looks at to its faults.
        severity: of faults that name none.
        binding: with one of its errors no package can be made, so nothing sets them aside.
        fixable: some of its findings carry an edit.
    """

    code: str
    find: Callable[[Subject], Iterable[Fault | Finding]]
    severity: Severity = "warning"
    binding: bool = False
    fixable: bool = False
