"""Findings, as an author reads them."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

import click

from scormpack.errors import Finding

_WIDEST = 110


def show_findings(findings: Sequence[Finding]) -> None:
    """Write each finding with its source line underlined, then how many there are, to standard error."""
    for finding in findings:
        click.echo(finding_text(finding), err=True)
    errors = sum(finding.severity == "error" for finding in findings)
    counts = [(errors, "error"), (len(findings) - errors, "warning")]
    said = " and ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count)
    mendable = sum(finding.edit is not None for finding in findings)
    which = f"{mendable} of them" if mendable < len(findings) else "it" if mendable == 1 else "all of them"
    more = f" `scormpack check --fix` mends {which}." if mendable else ""
    click.echo(f"{said}.{more}", err=True)


def finding_text(finding: Finding) -> str:
    """Return the finding in a few lines: place, what is wrong, the line underlined, what to write."""
    colour = "red" if finding.severity == "error" else "yellow"
    place = click.style(finding.place, bold=True)
    word = click.style(f"{finding.severity}:", fg=colour, bold=True)
    lines = [f"{place}: {word} {finding.message} " + click.style(f"[{finding.code}]", dim=True)]
    if finding.line:
        number = f"{finding.line:>5}"
        text, start = _window(finding)
        pad = " " * _width(text[:start])
        marks = "^" * max(1, _width(text[start : start + finding.length]))
        lines += [f"{number} | {text}", f"{' ' * len(number)} | {pad}{click.style(marks, fg=colour)}"]
    if finding.hint:
        lines.append(f"{' ' * 5} = {finding.hint}")
    return "\n".join(lines) + "\n"


def _window(finding: Finding) -> tuple[str, int]:
    """Return what to show of a long source line, and where in it the place begins."""
    text = "".join(
        " " if character == "\t" else character if character.isprintable() else "\ufffd" for character in finding.source
    )
    start = finding.column - 1
    if len(text) <= _WIDEST:
        return text, start
    first = max(0, min(start - 20, len(text) - _WIDEST))
    before, after = ("…" if first else ""), ("…" if first + _WIDEST < len(text) else "")
    return f"{before}{text[first : first + _WIDEST]}{after}", start - first + len(before)


def _width(text: str) -> int:
    """Return how many cells of a terminal ``text`` takes."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
