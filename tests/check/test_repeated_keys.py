"""Facts about keys that are shared."""

from __future__ import annotations

import random

from scormpack.check.repeated_keys import RepeatedKeys


def test_what_shares_a_key_is_told() -> None:
    """Of random things, those and those alone that have a key of another one, and not of too many."""
    chance = random.Random(1)  # noqa: S311 - to be the same every time
    things = [tuple({str(int(chance.random() ** 2 * 4000)) for _ in range(5)}) for _ in range(400)]
    holders = {key: sum(key in keys for keys in things) for keys in things for key in keys}
    assert max(holders.values()) > 3
    repeated = RepeatedKeys(3)
    for keys in things:
        repeated.add(keys)
    assert list(repeated) == [any(1 < holders[key] <= 3 for key in keys) for keys in things]
    assert {key for key in holders if key in repeated} == {key for key, count in holders.items() if 1 < count <= 3}
