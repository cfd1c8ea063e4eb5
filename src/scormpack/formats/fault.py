"""One fault of a package: a sentence, and where it stands."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree


class Fault(NamedTuple):
    """What a rule found.

    Attributes:
        sentence: what is wrong, and what to write instead.
        line: 1-based, in ``path``; 0 = it concerns a whole file, or the package.
        path: of the file it stands in; "" = the manifest.
        code: the rule's name; whoever runs the rule fills it in.
        column: 1-based, in ``line``; 0 = the whole line.
    """

    sentence: str
    line: int = 0
    path: str = ""
    code: str = ""
    column: int = 0

    def __str__(self) -> str:
        """``file, line 3: sentence [code]``, as the faults of a build are shown."""
        place = f"{self.path}, line {self.line}: " if self.line else ""
        return f"{place}{self.sentence} [{self.code}]"


def at(element: etree._Element, sentence: str) -> Fault:
    """Return the fault with the line of the manifest's element."""
    line: Any = element.sourceline  # lxml-stubs have `...`; None where the element was built and not read
    return Fault(sentence, line or 0)


def in_file(path: str, sentence: str, line: int = 0, *, code: str = "", column: int = 0) -> Fault:
    """Return the fault with the place in another file than the manifest."""
    return Fault(sentence, line, path, code, column)
