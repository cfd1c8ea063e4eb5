"""Our own files of texts."""

from __future__ import annotations

import pytest
from translations import describe, is_complete, languages


@pytest.mark.parametrize("language", languages())
def test_texts_fit_their_language(language: str) -> None:
    """Every text has a key that English has, its places, and the plural forms of its language."""
    report = describe(language)
    assert report.flaws == ()


def test_a_file_that_says_so_is_complete() -> None:
    """A file whose head says `# Complete: yes` lacks no text; `scripts/messages` prints what it lacks."""
    lacking = {name: describe(name).missing for name in languages() if is_complete(name)}
    assert lacking["en"] == ()
    assert not {name: keys for name, keys in lacking.items() if keys}
