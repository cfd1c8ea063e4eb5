"""Right-to-left languages are known."""

from __future__ import annotations

import pytest

from scormpack.render.direction import direction_of


@pytest.mark.parametrize("language", ["ar", "AR-eg", "he", "fa-IR", "ur", "yi", "az-Arab", "ff-Adlm", "ckb-IQ"])
def test_right_to_left(language: str) -> None:
    """Languages of right-to-left scripts, by custom or by script subtag, are written from the right."""
    assert direction_of(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "de-CH", "zh-Hant-TW", "az", "ku", "ar-Latn", "en-AU", "art", "sr-Cyrl"])
def test_left_to_right(language: str) -> None:
    """All others are not, and neither is Arabic in Latin letters."""
    assert direction_of(language) == "ltr"
