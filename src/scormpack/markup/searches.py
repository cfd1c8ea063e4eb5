"""Searches for a yes or no by Rust's regular expressions, which pydantic brings: Python's take ten times as long."""

from __future__ import annotations

import re
from collections.abc import Callable

from pydantic_core import SchemaValidator, core_schema


def make_search(pattern: str) -> Callable[[str | bytes], bool]:
    """Return what says whether a text holds the pattern somewhere (docs.rs/regex: no look-around, no references).

    The text may be UTF-8. It says no of what is none, and of a text with a lone surrogate; no file that could be read
    holds one.
    """
    return SchemaValidator(core_schema.str_schema(pattern=pattern)).isinstance_python


def search_any(*words: str) -> Callable[[str | bytes], bool]:
    """Return what says whether a text holds one of these words."""
    return make_search("|".join(map(re.escape, words)))
