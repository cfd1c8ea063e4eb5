"""Findings before they are weighed: codes to faults, and never a flood of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from scormpack.errors import Finding
from scormpack.formats.fault import Fault
from scormpack.inspect.weights import WEIGHTS

MOST_OF_ONE = 20
"""Findings of one code that are told; how many more there are is told once."""
MOST_CHARACTERS = 1000
"""Of a message, and of the line beside it: some tools write a whole manifest into one."""


def weigh(faults: Iterable[Fault], sources: dict[str, list[str]]) -> tuple[Finding, ...]:
    """Return the faults as findings with their severity.

    Args:
        faults: each with its code.
        sources: path to lines, of files whose lines are worth showing.
    """
    findings = [_finding(fault, sources) for fault in _bounded(faults)]
    return tuple(sorted(findings, key=lambda finding: finding.severity != "error"))


def _bounded(faults: Iterable[Fault]) -> Iterator[Fault]:
    seen: Counter[str] = Counter()
    for fault in faults:
        seen[fault.code] += 1
        if seen[fault.code] <= MOST_OF_ONE:
            yield fault
    for code, count in seen.items():
        if count > MOST_OF_ONE:
            yield Fault(f"there are {count - MOST_OF_ONE:,} more like the {MOST_OF_ONE} that are told", code=code)


def _finding(fault: Fault, sources: dict[str, list[str]]) -> Finding:
    lines = sources.get(fault.path, [])
    line = lines[fault.line - 1][:MOST_CHARACTERS] if 0 < fault.line <= len(lines) else ""
    sentence = fault.sentence
    if len(sentence) > MOST_CHARACTERS:
        sentence = f"{sentence[: MOST_CHARACTERS - 1]}…"
    made = Finding(fault.code, sentence, "", fault.path, fault.line, severity=WEIGHTS[fault.code].severity)
    if fault.column:
        return replace(made, column=fault.column, source=line)
    if not line.strip():
        return replace(made, column=1 if fault.line else 0)
    start = len(line) - len(line.lstrip())
    return replace(made, column=start + 1, length=len(line.strip()), source=line)
