"""Findings that ``ignore`` in ``course.yaml`` sets aside, and what is wrong with its entries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from scormpack.assets import rule_pages
from scormpack.check.place import Fault, LastFile, files_in
from scormpack.check.rule import Rule
from scormpack.check.rule_page import suggest_code
from scormpack.errors import Finding
from scormpack.load import COURSE_FILE, bank_file, lesson_file
from scormpack.model import Course
from scormpack.model.course import Ignore

UNKNOWN, REFUSED, UNUSED = "unknown-rule", "ignore-refused", "unused-ignore"
IGNORE_CODES = (UNKNOWN, REFUSED, UNUSED)
"""What the entries themselves can have wrong; warnings, all of them."""

_DRAFTS = {"unlisted-lesson": "lessons/", "unlisted-bank": "banks/"}
"""Rules on files that nothing uses, and where these are."""


def set_aside(
    course: Course, findings: Sequence[Finding], rules: Mapping[str, Rule[Any]], looked_for: Collection[str]
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that are left, and those about the entries themselves.

    Args:
        course: whose ``ignore`` it is.
        findings: all of the rules.
        rules: all, by code; the errors of binding ones stay whatever the author wrote.
        looked_for: codes of the rules that ran: only of these can an entry be without use.
    """
    left = list(findings)
    own: list[Finding] = []
    for index, entry in enumerate(course.file.ignore):
        covers = _covers(entry, course.unlisted)
        kept = [finding for finding in left if not covers(finding) or _stays(finding, rules)]
        refused = next((finding for finding in left if covers(finding) and _stays(finding, rules)), None)
        may_be_unused = entry.rule in looked_for and len(kept) == len(left)
        for code, key, message, hint in _flaws(course, entry, rules, refused, may_be_unused=may_be_unused):
            fault = Fault(COURSE_FILE, ("ignore", index, *key), message, hint)
            own.append(fault.placed(LastFile(files_in(course.root)), code))
        left = kept
    return left, own


def _covers(entry: Ignore, unlisted: Collection[str]) -> Callable[[Finding], bool]:
    """Who lets a file stand that nothing uses lets all that is wrong in it stand too."""
    files = {*map(lesson_file, entry.lessons), *map(bank_file, entry.banks)}
    drafts = [file for file in unlisted if file.startswith(_DRAFTS.get(entry.rule, "no such folder"))]
    return lambda finding: (
        (finding.code == entry.rule or finding.file in drafts) and (not files or finding.file in files)
    )


def _stays(finding: Finding, rules: Mapping[str, Rule[Any]]) -> bool:
    return finding.severity == "error" and rules[finding.code].binding


_Flaw = tuple[str, tuple[str | int, ...], str, str]


def _flaws(
    course: Course, entry: Ignore, rules: Mapping[str, Rule[Any]], refused: Finding | None, *, may_be_unused: bool
) -> Iterator[_Flaw]:
    code, pages = entry.rule, rule_pages()
    missing = list(_missing(course, entry))
    if code not in pages:
        yield UNKNOWN, ("rule",), f"there is no rule `{code}`", suggest_code(code, pages)
    elif refused is not None:
        message = f"`{code}` is an error at {refused.place}, with which no package can be made"
        yield REFUSED, ("rule",), message, "Mend it there, and take this entry out."
    elif code not in rules:
        message = f"`{code}` cannot be ignored: no package can be made with it"
        yield REFUSED, ("rule",), message, "Take this entry out."
    elif missing:
        yield from missing
    elif may_be_unused:
        where = "there" if entry.lessons or entry.banks else "in the course"
        yield UNUSED, ("rule",), f"this sets nothing aside: `{code}` is found nowhere {where}", "Take the entry out."


def _missing(course: Course, entry: Ignore) -> Iterator[_Flaw]:
    for key, named, used in (("lessons", entry.lessons, course.lessons), ("banks", entry.banks, course.banks)):
        known = [*used, *(PurePosixPath(file).stem for file in course.unlisted if file.startswith(f"{key}/"))]
        for index, name in enumerate(named):
            if name not in known:
                close = get_close_matches(name, known, n=1)
                hint = f"Did you mean `{close[0]}`?" if close else "Take it out."
                yield UNUSED, (key, index), f"the course has no {key.removesuffix('s')} `{name}`", hint
