"""Facts about many names in one sentence."""

from __future__ import annotations

import pytest

from scormpack.listing import list_first


@pytest.mark.parametrize(
    ("names", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a, b"), (["a", "b", "c", "d"], "a, b and 2 more")]
)
def test_the_first_names_are_listed_and_the_rest_counted(names: list[str], sentence: str) -> None:
    """No more than asked for by name, and no word of a rest where there is none."""
    assert list_first(names, 2) == sentence
