"""Every Markdown text of a model, with its path: for the stages that look through all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from scormpack.late_regex import compile_late
from scormpack.model.base import MarkdownText

Path = tuple[str | int, ...]

_ADDRESS = compile_late(r"\]\([^)]*\)|<[^>]*>|https?://\S+")


class _Field(NamedTuple):
    """A field that may hold texts: its attribute, its key in the file, and whether its own strings are Markdown."""

    name: str
    key: str
    is_text: bool


def without_addresses(text: str) -> str:
    """Return Markdown without addresses and tags, which are no words of it."""
    return _ADDRESS.sub(" ", text) if "](" in text or "<" in text or "://" in text else text


def markdown_texts(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield (path, text) for each Markdown field of ``model`` and of the models in it."""
    found: list[tuple[Path, str]] = []
    _collect(model, path, found)
    return iter(found)


def plain_texts(model: BaseModel) -> list[str]:
    """Return the same texts without their paths, in another order and more quickly: to see what none of them has."""
    found: list[str] = []
    _gather(model.__class__, [model], found)
    return found


def markdown_keys(model: type[BaseModel]) -> frozenset[str]:
    """Return the keys of ``model`` and of the models in it that hold Markdown, for files that make no model."""
    keys: set[str] = set()
    for name, key, is_text in _fields(model):
        if is_text:
            keys.add(key)
        for inner in _models_in(model.model_fields[name].annotation):
            keys |= markdown_keys(inner)
    return frozenset(keys)


def _models_in(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 (any annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]


def _gather(kind: type[BaseModel], models: Sequence[BaseModel], found: list[str]) -> None:
    """Append the texts of models of one class, field by field."""
    held = list(map(vars, models))
    for value_of, is_text, inner in _getters(kind):
        values: list[Any] = list(filter(None, map(value_of, held)))
        if values and values[0].__class__ is tuple:
            values = list(chain.from_iterable(values))
        if is_text:
            found += values
        elif len(inner) == 1 and values:
            _gather(inner[0], values, found)
        else:
            for one in set(map(type, values)):
                same: list[Any] = [value for value in values if type(value) is one]
                _gather(one, same, found)


@cache
def _getters(model: type[BaseModel]) -> tuple[tuple[itemgetter[str], bool, tuple[type[BaseModel], ...]], ...]:
    """Of each field that holds Markdown, or models that do: what gets its value, whether that is text, the models."""
    return tuple(
        (itemgetter(name), is_text, tuple(_models_in(model.model_fields[name].annotation)))
        for name, _, is_text in _fields_with_texts(model)
    )


def _collect(model: BaseModel, path: Path, found: list[tuple[Path, str]]) -> None:
    """Append to one list: a course of many lessons has a hundred thousand texts, and is walked through many times."""
    values = model.__dict__  # quicker than one attribute after another
    for name, key, is_text in _fields_with_texts(model.__class__):
        value = values[name]
        if value is None:
            continue
        at = (*path, key)
        if value.__class__ is str:
            if is_text:
                found.append((at, value))
        elif value.__class__ is tuple:
            for index, item in enumerate(value):
                if item.__class__ is not str:
                    _collect(item, (*at, index), found)
                elif is_text:
                    found.append(((*at, index), item))
        else:
            _collect(value, at, found)


@cache
def _fields_with_texts(model: type[BaseModel]) -> tuple[tuple[str, str, bool], ...]:
    """Those of ``_fields`` that hold Markdown, or models that do: most hold none."""
    return tuple(
        (name, key, is_text)
        for name, key, is_text in _fields(model)
        if is_text or any(markdown_keys(inner) for inner in _models_in(model.model_fields[name].annotation))
    )


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, bool], ...]:
    """(attribute, key in the file, holds Markdown) of each field."""
    return tuple(
        (name, field.alias or name, _holds_markdown([field.annotation, *field.metadata]))
        for name, field in model.model_fields.items()
    )


def _holds_markdown(parts: list[Any]) -> bool:
    return any(
        isinstance(part, MarkdownText) or _holds_markdown([*get_args(part), *getattr(part, "__metadata__", ())])
        for part in parts
        if not (isinstance(part, type) and issubclass(part, BaseModel))
    )
