"""Options that name something which there must be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from scormpack.build.targets import TARGETS
from scormpack.errors import OptionError
from scormpack.formats import FORMATS


def require_choices(formats: Sequence[str], target: str | None, executor: str | None) -> None:
    """See that there are such formats, such a target, and that an executor is an address.

    Raises:
        OptionError: where one is not.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise OptionError(f"there is no format `{unknown[0]}`{_way_on(unknown[0], FORMATS, TARGETS, '--target')}")
    if target is not None and target not in TARGETS:
        raise OptionError(f"there is no target `{target}`{_way_on(target, TARGETS, FORMATS, '--format')}")
    if executor is not None:
        from scormpack.build.cluster import cluster_address  # noqa: PLC0415 (few builds have one)

        cluster_address(executor)


def _way_on(word: str, names: Iterable[str], others: Iterable[str], option: str) -> str:
    """Return what to write instead: the name that is meant, or the option that has it, or all names."""
    plain = re.sub(r"[^a-z0-9]", "", word.lower())
    if plain in others:
        return f": write `{option} {plain}`"
    by_letters = {name.replace("-", ""): name for name in names}
    near = get_close_matches(plain, by_letters, n=1)
    return f": did you mean `{by_letters[near[0]]}`?" if near else f"; write one of: {', '.join(by_letters.values())}"
