"""Facts about things that are loaded by name."""

from __future__ import annotations

import pytest

from scormpack.build.targets import TARGETS
from scormpack.formats import FORMATS
from scormpack.registry import Registry


def test_a_thing_is_loaded_when_it_is_first_asked_for() -> None:
    """Names, their number and whether there is one are known before."""
    registry: Registry[object] = Registry({"constants": "colorsys:ONE_THIRD", "none": "no.such.module:THING"})
    assert list(registry) == ["constants", "none"]
    assert len(registry) == 2
    assert "none" in registry
    assert "other" not in registry
    assert registry["constants"] == 1 / 3
    assert registry.get("other") is None
    with pytest.raises(ModuleNotFoundError):
        registry["none"]


def test_every_line_of_the_registries_leads_to_what_has_its_name() -> None:
    """Each format and each target is where its line says."""
    for registry in (FORMATS, TARGETS):
        assert [entry.name for entry in registry.values()] == list(registry)
