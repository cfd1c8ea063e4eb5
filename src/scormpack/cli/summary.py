"""What a build did, in one table."""

from __future__ import annotations

import json as json_module
from collections.abc import Iterator

import click

from scormpack.build import BuildReport, BuiltPackage
from scormpack.build.report import as_json
from scormpack.byte_count import say_bytes
from scormpack.cli.output import Output
from scormpack.listing import list_first

_MOST_ROWS = 30
_ONE_SAME = "1 package is as released and was not written."


def show_summary(report: BuildReport, output: Output) -> None:
    """Write the report to standard output: a table for people, JSON, or SARIF.

    Beside GitHub's annotations, the table goes to standard error.
    """
    if output.format == "json":
        click.echo(json_module.dumps(as_json(report), indent=2, ensure_ascii=False))
        return
    output.show(report.findings)
    if output.format == "sarif":
        return
    for line in _lines(report):
        click.echo(line, err=output.format != "text")


def _lines(report: BuildReport) -> Iterator[str]:
    """Yield what people read."""
    yield click.style(report.course, bold=True)
    yield from _table(report.packages)
    if report.target:
        yield f"Built for {report.target.title}:"
        for choice in report.target.choices:
            yield f"  {choice.setting}: {choice.value}. {choice.why}"
    for note in report.notes:
        yield f"Note: {note}"
    yield from _beside(report)
    yield from _totals(report)


def _beside(report: BuildReport) -> Iterator[str]:
    """Yield what was written beside the packages."""
    if report.handouts:
        yield _handouts(report)
    if report.sheets:
        yield f"What to set there, and which grades to expect: {report.sheets[0]} and the like"
    if report.bills:
        yield f"Bills of materials: {report.bills[0]} and the like"


def _handouts(report: BuildReport) -> str:
    keys = sum(file.stem.endswith("-handout-key") for file in report.handouts)
    counts = ((len(report.handouts) - keys, "handout"), (keys, "answer key"))
    said = " and ".join(f"{n} {word}{'s' if n != 1 else ''}" for n, word in counts if n)
    return f"{said}, for paper, in {report.handouts[0].parent}/"


def _totals(report: BuildReport) -> Iterator[str]:
    """Yield how many packages stayed as they were, and how many were written where."""
    same, packages = len(report.unchanged), report.packages
    if same:
        yield f"{same} packages are as released and were not written." if same > 1 else _ONE_SAME
    elif not packages:
        yield "No package was written: there are fewer packages than parts."
    if packages:
        size = say_bytes(sum(package.bytes for package in packages))
        yield f"{len(packages)} package{'s' if len(packages) != 1 else ''}, {size}, in {packages[0].file.parent}/"


def _table(packages: tuple[BuiltPackage, ...]) -> list[str]:
    """Return a line for each package, and the hosts that they ask; nothing where there is none."""
    return [*("  ".join(row) for row in _rows(packages)), _hosts(packages)] if packages else []


def _hosts(packages: tuple[BuiltPackage, ...]) -> str:
    """Say which other hosts the packages ask for something: a firewall, or a privacy officer, wants to know."""
    asking = {package.unit: package.hosts for package in packages if package.hosts}
    if not asking:
        return "No page asks another host for anything."
    hosts = sorted({host for hosts in asking.values() for host in hosts})
    units = list_first(list(asking), 5)
    return f"Pages ask other hosts: {', '.join(hosts)} (in {units}). They must be allowed where learners are."


def _rows(packages: tuple[BuiltPackage, ...]) -> list[list[str]]:
    shown = packages if len(packages) <= _MOST_ROWS else packages[: _MOST_ROWS - 1]
    head = ["Package", "Lessons", "Pass mark", "State, at most", "Size"]
    table = [head] + [
        [
            p.file.name,
            str(p.lessons),
            "none" if p.pass_mark is None else f"{p.pass_mark} %",
            _state(p),
            say_bytes(p.bytes),
        ]
        for p in shown
    ]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    rows = [
        [row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))]
        for row in table
    ]
    if len(shown) < len(packages):
        rows.append([f"… and {len(packages) - len(shown)} more"])
    return rows


def _state(package: BuiltPackage) -> str:
    """Return how much of the room for a learner's state the package may need."""
    return f"{package.state:,}" if package.state_limit is None else f"{package.state:,} of {package.state_limit:,}"
