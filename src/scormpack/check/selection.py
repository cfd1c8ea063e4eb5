"""Which rules are wanted: all, but for those that the command line names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scormpack.assets import rule_pages
from scormpack.check.rule_page import suggest_code
from scormpack.errors import OptionError


def choose_codes(known: Iterable[str], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> frozenset[str]:
    """Return the codes to look for: those of ``select`` (none = all that are ``known``) without those of ``ignore``.

    Each entry is a code, or several with commas between.

    Raises:
        OptionError: for a word that is no code, and for one of reading, which cannot be ignored.
    """
    rules = frozenset(known)
    wanted, unwanted = list(_codes(select)), list(_codes(ignore))
    for code in (*wanted, *unwanted):
        if code not in rules and code not in rule_pages():
            raise OptionError(f"there is no rule `{code}`. {suggest_code(code, rule_pages())}")
    for code in unwanted:
        if code not in rules:
            raise OptionError(f"`{code}` cannot be ignored: a course with it makes no package (scormpack rule {code})")
    return (frozenset(wanted) & rules if wanted else rules) - frozenset(unwanted)


def _codes(entries: Sequence[str]) -> Iterator[str]:
    return (code for entry in entries for part in entry.split(",") if (code := part.strip()))
