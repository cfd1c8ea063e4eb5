"""Regular expressions that are compiled when they are first used: a build needs few of all that there are."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


def compile_late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` would, but for the time that it takes."""
    return cast("re.Pattern[AnyStr]", Late(pattern, flags))


class Late(Generic[AnyStr]):
    """Stands for a pattern; from its first use on, each costs as much as one of the pattern itself."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        """Know what to compile."""
        self.pattern: AnyStr = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a pattern has)
        """Return what the pattern has under this name."""
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
