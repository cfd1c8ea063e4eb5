"""Things by name, each in a module of its own, which is loaded when the thing is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Generic, TypeVar, cast

Thing = TypeVar("Thing")


class Registry(Mapping[str, Thing], Generic[Thing]):
    """A mapping whose names cost nothing."""

    def __init__(self, places: Mapping[str, str]) -> None:
        """Know where each thing is: ``module:NAME``, by its own name."""
        self._places = places
        self._loaded: dict[str, Thing] = {}

    def __getitem__(self, name: str) -> Thing:
        """Return a thing; KeyError where there is none of that name."""
        if name not in self._loaded:
            module, _, attribute = self._places[name].partition(":")
            self._loaded[name] = cast("Thing", getattr(import_module(module), attribute))
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
