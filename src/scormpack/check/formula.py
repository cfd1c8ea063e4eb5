"""Formulas that cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.markup import FormulaFault, formula_faults


def check_formulas(text: AuthoredText) -> Iterator[Fault]:
    """Yield the formulas whose LaTeX has a fault, at the place of the fault."""
    if text.markdown.count("$") < 2:
        return
    for fault in formula_faults(text.html):
        hint = r"Mend the LaTeX; a dollar that begins no formula is written `\$`."
        yield text.fault(f"in this formula: {fault.message}", hint, at=_words_at(fault))


def _words_at(fault: FormulaFault) -> str:
    """Return what stands at the fault, in one line of the file; at the end of the formula what stands before it."""
    rest = fault.latex[fault.at :].strip() or fault.latex.strip()
    return rest.splitlines()[0].strip() if rest else "$"
