"""Every Markdown text of a model, with its path: for the stages that look through all of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from scormpack.model.base import MarkdownText

Path = tuple[str | int, ...]


class _Field(NamedTuple):
    """A field that may hold texts: its attribute, its key in the file, and whether its own strings are Markdown."""

    name: str
    key: str
    is_text: bool


def markdown_texts(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield (path, text) for each Markdown field of ``model`` and of the models in it."""
    for name, key, is_text in _fields(type(model)):
        value = getattr(model, name)
        if value is not None and value != ():
            yield from _texts_in(value, (*path, key), is_text=is_text)


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


def _texts_in(value: object, path: Path, *, is_text: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if is_text:
            yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts_in(item, (*path, index), is_text=is_text)
    elif isinstance(value, BaseModel):
        yield from markdown_texts(value, path)


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    """Return the fields that hold Markdown, or models: most fields of a lesson are neither, and need no look."""
    fields = (
        (_Field(name, field.alias or name, _holds_markdown([field.annotation, *field.metadata])), field.annotation)
        for name, field in model.model_fields.items()
    )
    return tuple(field for field, annotation in fields if field.is_text or _models_in(annotation))


def _holds_markdown(parts: list[Any]) -> bool:
    return any(
        isinstance(part, MarkdownText) or _holds_markdown([*get_args(part), *getattr(part, "__metadata__", ())])
        for part in parts
        if not (isinstance(part, type) and issubclass(part, BaseModel))
    )
