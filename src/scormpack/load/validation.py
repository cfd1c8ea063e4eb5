"""From plain values to a model; every fault placed, and told in words that say what to write instead."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scormpack.errors import Finding
from scormpack.load.places import Path, Places
from scormpack.load.source import Source
from scormpack.load.strict_yaml import Value
from scormpack.load.wording import describe

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], source: Source, value: Value) -> tuple[M | None, list[Finding]]:
    """Return the model made of ``value``, or None and what is wrong with it."""
    if not isinstance(value, dict):
        span = Places(source).value(())
        hint = "Write `key: value` lines, beginning with `id:`."
        return None, [source.finding("wrong-type", span, "this file must hold keys and values", hint)]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        places = Places(source)
        return None, [_finding(model, source, places, fault) for fault in error.errors(include_url=False)]


def _finding(model: type[BaseModel], source: Source, places: Places, fault: ErrorDetails) -> Finding:
    path: Path = fault["loc"]
    if fault["type"] == "extra_forbidden":
        known = sorted(known_keys(model, path[:-1]))
        close = get_close_matches(str(path[-1]), known, n=1, cutoff=0.6)
        hint = f"Did you mean `{close[0]}`?" if close else f"Known here: {', '.join(known)}."
        return source.finding("unknown-key", places.key(path), f"the key `{path[-1]}` is unknown here", hint)
    if fault["type"] == "missing":
        span = places.value(path[:-1])
        return source.finding("missing-key", span, f"`{path[-1]}` is missing here", f"Add `{path[-1]}: …`.")
    code, message, hint = describe(fault)
    return source.finding(code, places.value(path), message, hint)


def known_keys(model: type[BaseModel], path: Path) -> set[str]:
    """Return the keys that may stand in the mapping at ``path``."""
    kinds: list[Any] = [model]
    for step in path:
        inner: list[Any] = []
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                field = next((f for name, f in kind.model_fields.items() if step in (name, f.alias)), None)
                if field is not None:
                    inner.extend(_models_in(field.annotation))
                elif _tag(kind) == step:
                    inner.append(kind)
        if inner:
            kinds = inner
    return {field.alias or name for kind in kinds for name, field in kind.model_fields.items()}


def _tag(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("type")
    return next(iter(get_args(field.annotation)), None) if field else None


def _models_in(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 (any annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]
