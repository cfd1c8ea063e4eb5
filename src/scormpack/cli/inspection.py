"""An inspection, as a course admin reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import shorten, wrap

import click

from scormpack.byte_count import say_bytes
from scormpack.errors import Finding
from scormpack.inspect import Activity, Inspection, Node, Outcome

_WIDTH = 100
_LONGEST_TITLE = 70
_LONGEST_TEXT = 1000
_MOST_NODES = 60
_MOST_ACTIVITIES = 12
_COLOURS = {"accepted": "green", "accepted with losses": "yellow", "refused": "red"}


def show_inspection(inspection: Inspection) -> None:
    """Write it to standard output."""
    click.echo(inspection_text(inspection))


def inspection_text(inspection: Inspection) -> str:
    """Return what it is, its structure, what an LMS sees, findings, verdicts."""
    return "\n".join(_lines(inspection))


def _lines(inspection: Inspection) -> Iterator[str]:
    yield click.style(_printable(str(inspection.file)), bold=True)
    yield from _told(_what(inspection), 2)
    for kind, outline in zip(inspection.kinds, inspection.outlines, strict=True):
        several = f" ({kind.title})" if len(inspection.kinds) > 1 else ""
        yield from _section(f"Structure{several}")
        yield from _tree(outline.tree)
        yield from _section(f"What the LMS will see{several}")
        yield from _seen(outline.title, outline.activities)
    yield from _section("Findings")
    yield from _findings(inspection.findings)
    yield from _section("Verdict")
    yield from _verdicts(inspection)
    yield ""


def _section(title: str) -> Iterator[str]:
    yield ""
    yield "  " + click.style(title, bold=True)


def _what(inspection: Inspection) -> str:
    size = f"{inspection.files:,} files, {say_bytes(inspection.bytes)}"
    size += f", {say_bytes(inspection.unpacked)} unpacked" if inspection.files else ""
    if inspection.why:
        return f"No package for an LMS: {inspection.why}."
    kinds = " and ".join(kind.title for kind in inspection.kinds)
    return (
        f"{kinds}: {size}" if inspection.files else f"{kinds}: a course structure alone, {say_bytes(inspection.bytes)}"
    )


def _tree(nodes: Sequence[Node]) -> Iterator[str]:
    lines = list(_branches(nodes, "    "))
    yield from lines[:_MOST_NODES]
    if len(lines) > _MOST_NODES:
        yield f"    … and {len(lines) - _MOST_NODES:,} lines more (--json has all)"
    if not lines:
        yield "    nothing"


def _branches(nodes: Sequence[Node], indent: str) -> Iterator[str]:
    for number, node in enumerate(nodes, start=1):
        is_last = number == len(nodes)
        title = click.style(_shortened(node.title) or "(no title)", bold=bool(node.children))
        facts = _bounded(_printable(", ".join((node.what, *node.details))))
        yield f"{indent}{'└─' if is_last else '├─'} {title} " + click.style(f"({facts})", dim=True)
        yield from _branches(node.children, f"{indent}{'   ' if is_last else '│  '}")


def _shortened(title: str) -> str:
    return _printable(shorten(title, _LONGEST_TITLE, placeholder="…"))


def _seen(title: str, activities: Sequence[Activity]) -> Iterator[str]:
    yield f"    Title: {_bounded(_printable(title)) or '(none)'}"
    if not activities:
        yield "    Nothing to open."
    for number, activity in enumerate(activities[:_MOST_ACTIVITIES], start=1):
        title = _shortened(activity.title) or "(no title)"
        yield from _told(f"{number}. {title} opens {activity.launch or 'nothing'}", 4, 7)
        yield from _told(_told_of(activity), 7)
    if len(activities) > _MOST_ACTIVITIES:
        yield f"    … and {len(activities) - _MOST_ACTIVITIES:,} more (--json has all)"


def _told_of(activity: Activity) -> str:
    is_kept = activity.kind != "asset"
    no_mark = "no pass mark" if activity.kind in {"sco", "au"} else ""
    facts = [
        f"pass mark {activity.mastery}" if activity.mastery else no_mark,
        f"opens after {activity.prerequisites}" if activity.prerequisites else "",
        f"done when {activity.completion}" if activity.completion else "",
        f"results are kept under {activity.identifier}" if is_kept else "an asset: no result of its own",
    ]
    return "; ".join(fact for fact in facts if fact)


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        yield click.style("    none", fg="green")
        return
    for finding in findings:
        colour = "red" if finding.severity == "error" else "yellow"
        place = f"{finding.file}:{finding.line}" if finding.line else finding.file
        head = f"{finding.severity}: {finding.message} [{finding.code}]"
        first, *rest = _told(head, 4, 6)
        yield first.replace(f"{finding.severity}:", click.style(f"{finding.severity}:", fg=colour, bold=True), 1)
        yield from rest
        if place:
            source = f"  {' '.join(_printable(finding.source).split())[:_WIDTH]}" if finding.source else ""
            yield "      " + click.style(f"{_printable(place)}{source}", dim=True)
    counts = Counter(finding.severity for finding in findings)
    yield "    " + " and ".join(f"{count} {word}{'s' if count > 1 else ''}" for word, count in counts.items()) + "."


def _verdicts(inspection: Inspection) -> Iterator[str]:
    """LMSs that say the same are told together; what stands on top is not told again."""
    together: dict[tuple[Outcome, tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for verdict in inspection.verdicts:
        reasons = tuple(reason for reason in verdict.reasons if reason != inspection.why)
        codes = verdict.codes if inspection.kinds else ()
        together.setdefault((verdict.outcome, reasons, codes), []).append(verdict.title)
    for (outcome, reasons, codes), titles in together.items():
        yield f"    {', '.join(titles)}: " + click.style(outcome, fg=_COLOURS[outcome], bold=True)
        for reason in reasons:
            yield from _told(f"{reason}.", 6)
        if codes:
            yield from _told(f"See above: {', '.join(codes)}.", 6)


def _told(text: str, indent: int, further: int | None = None) -> Iterator[str]:
    later = " " * (indent if further is None else further)
    yield from wrap(
        _bounded(_printable(text)), _WIDTH, initial_indent=" " * indent, subsequent_indent=later, break_on_hyphens=False
    ) or [" " * indent]


def _bounded(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}… (--json has all)"


def _printable(text: str) -> str:
    """A stranger's package must not write to the terminal's controls."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text.replace("\t", " "))
