"""Facts about regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import scormpack
from scormpack.late_regex import Late, compile_late


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is no pattern is told at its first use; one that is, is compiled once."""
    wrong = compile_late("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("a")
    right = compile_late(r"(a)B", re.IGNORECASE)
    assert right.sub(r"-\1-", "ab, AB") == "-a-, -A-"
    monkeypatch.setattr(re, "compile", None)
    found = right.fullmatch("ab")
    assert found
    assert found[1] == "a"


def test_bytes_are_matched_by_patterns_of_bytes() -> None:
    """As ``re.compile`` has it."""
    assert compile_late(rb"\d+").findall(b"1 and 23") == [b"1", b"23"]


def test_every_pattern_of_ours_is_one() -> None:
    """Each that some module holds is compiled here, for a build may never come to it."""
    names = [module.name for module in walk_packages(scormpack.__path__, "scormpack.") if "__main__" not in module.name]
    held = [value for name in names for value in vars(import_module(name)).values() if isinstance(value, Late)]
    assert len(held) > 150
    for late in held:
        re.compile(late.pattern, late.flags)
