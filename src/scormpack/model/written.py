"""Models by name, each made of its JSON when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from scormpack.model.base import Model
from scormpack.model.scratch import Waiting, fetch

M = TypeVar("M", bound=Model)

MANY = 2_000
"""Lessons whose models are held at once, 20 KB each. Of more, none is kept: it is made again for who asks again."""


class Written(Mapping[str, M], Generic[M]):
    """Models that a stage may never look at: they travel, and wait, as the JSON that they are made of.

    The JSON is of a file that was found valid, so that making the model cannot fail.
    """

    def __init__(
        self, kind: type[M], texts: Mapping[str, Waiting], made: Mapping[str, M], names: tuple[str, ...]
    ) -> None:
        """Hold the models of ``texts``; ``made`` are those that were made already, with or without a text.

        ``names`` are all of them, in order.
        """
        self._kind = kind
        self._texts = texts
        self._made = dict(made)
        self._names = names

    def __getitem__(self, name: str) -> M:
        made = self._made.get(name)
        if made is None:
            made = self._kind.model_validate_json(fetch(self._texts[name]))
            if len(self._names) <= MANY:
                self._made[name] = made
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._texts or name in self._made

    def part(self, names: Iterable[str]) -> Written[M]:
        """Return those of these names, in their order."""
        chosen = tuple(names)
        texts = {name: self._texts[name] for name in chosen if name in self._texts}
        made = {name: self._made[name] for name in chosen if name in self._made}
        return Written(self._kind, texts, made, chosen)

    def __reduce__(
        self,
    ) -> tuple[type[Written[M]], tuple[type[M], Mapping[str, bytes], Mapping[str, M], tuple[str, ...]]]:
        """Travel as JSON, as far as there is any."""
        made = {name: model for name, model in self._made.items() if name not in self._texts}
        texts = {name: fetch(text) for name, text in self._texts.items()}
        return Written, (self._kind, texts, made, self._names)
