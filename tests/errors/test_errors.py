"""Facts about what goes wrong and how it is told."""

from __future__ import annotations

import inspect
import pickle

import pytest

from scormpack import errors
from scormpack.errors import (
    ArchiveError,
    CourseError,
    Finding,
    InstallationError,
    OptionError,
    PackageError,
    PreviewError,
    ScormpackError,
)

FINDINGS = (
    Finding("b", "second", "h", "b.yaml", 1, 1),
    Finding("a", "third", "h", "b.yaml", 2, 5),
    Finding("a", "second of a place", "h", "a.yaml", 9, 9),
    Finding("9", "earlier in its line", "h", "a.yaml", 9, 8),
    Finding("z", "whole file", "h", "a.yaml"),
    Finding("0", "first of a place", "h", "a.yaml", 9, 9),
)


def test_findings_come_in_order_of_place() -> None:
    """By file, line, column and code, however they were found."""
    messages = [finding.message for finding in CourseError(FINDINGS).findings]
    assert messages == ["whole file", "earlier in its line", "first of a place", "second of a place", "second", "third"]


def test_an_error_names_every_place() -> None:
    """The error's own text has a line for each finding."""
    assert str(CourseError(FINDINGS)).splitlines() == [
        "a.yaml: whole file [z]",
        "a.yaml:9:8: earlier in its line [9]",
        "a.yaml:9:9: first of a place [0]",
        "a.yaml:9:9: second of a place [a]",
        "b.yaml:1:1: second [b]",
        "b.yaml:2:5: third [a]",
    ]


@pytest.mark.parametrize(
    "error",
    [
        CourseError(FINDINGS),
        PackageError("a.zip", ["one", "two"]),
        OptionError("x"),
        InstallationError("y"),
        PreviewError("a.zip", ["one"]),
        ArchiveError("zip-none", "z"),
    ],
)
def test_errors_come_whole_out_of_a_worker(error: ScormpackError) -> None:
    """A pickle keeps kind, text and what the error carries."""
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


def test_a_package_error_lists_its_faults() -> None:
    """The package, then a line for each fault."""
    assert str(PackageError("a.zip", ["one", "two"])) == "a.zip was not written:\n  - one\n  - two"


def test_a_package_that_cannot_be_previewed_is_nothing_that_was_written() -> None:
    """It is a stranger's file: what is wrong, and what tells more."""
    told = str(PreviewError("a.zip", ["it is empty"]))
    assert told == "a.zip cannot be previewed:\n  - it is empty\n`scormpack inspect` says what else is wrong with it."


def test_all_errors_have_one_base_and_stand_in_the_tree() -> None:
    """Catching the base catches all; the module's docstring draws each of them."""
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Exception)]
    assert len(kinds) == 7
    for kind in kinds:
        assert issubclass(kind, ScormpackError)
        assert kind.__name__ in (errors.__doc__ or "")
