"""The JSON Schema of what an author writes: editors complete, explain and check by it."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel

from scormpack.model.bank import Bank
from scormpack.model.course import CourseFile
from scormpack.model.lesson import Lesson

FILES: Mapping[str, type[BaseModel]] = {"course": CourseFile, "lesson": Lesson, "bank": Bank}
"""Kinds of files, by the name that ``scormpack schema`` takes."""

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest that editors' YAML support knows whole."""


def json_schema(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of file, as JSON values; every key has a description, in Markdown.

    It says what one value may be. What several values must be together (a choice needs a correct option) only
    ``scormpack check`` says.

    Raises:
        KeyError: where ``FILES`` has no such kind.
    """
    model = FILES[kind]
    texts = {part.__name__: (_description(part), _field_texts(part)) for part in _models_in(model)}
    raw = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = {name: _described(_plain(part), *texts[name]) for name, part in raw.pop("$defs", {}).items()}
    top = _described(_plain(raw), *texts[model.__name__])
    return {"$schema": DRAFT, "title": f"scormpack {kind} file", **top, "definitions": definitions}


def _plain(node: Any) -> Any:  # noqa: ANN401 (any JSON value)
    """Return the node in draft 7, without the names that pydantic makes of keys."""
    if isinstance(node, list):
        return [_plain(part) for part in node]
    if not isinstance(node, dict):
        return node
    plain = {
        key: {name: _plain(part) for name, part in value.items()} if key == "properties" else _plain(value)
        for key, value in node.items()
        if key not in {"title", "discriminator"}
    }
    if "prefixItems" in plain:  # draft 2020-12
        plain["items"] = plain.pop("prefixItems")
    if "oneOf" in plain:  # told apart by `type`: an editor has less to try
        plain["anyOf"] = plain.pop("oneOf")
    if plain.get("default", "") is None:
        del plain["default"]
    return _with_null(plain)


def _with_null(node: dict[str, Any]) -> dict[str, Any]:
    """Return ``anyOf: [X, null]`` as X that may be null: an editor then explains X."""
    parts = node.get("anyOf", [])
    if len(parts) != 2 or parts[1] != {"type": "null"} or not isinstance(parts[0].get("type"), str):
        return node
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    merged = {**parts[0], **rest, "type": [parts[0]["type"], "null"]}
    return merged | {"enum": [*merged["enum"], None]} if "enum" in merged else merged


def _described(node: dict[str, Any], description: str, fields: Mapping[str, str]) -> dict[str, Any]:
    properties = {key: _explained(part, fields.get(key, "")) for key, part in node["properties"].items()}
    return {**node, "description": description, "properties": properties}


def _explained(part: dict[str, Any], text: str) -> dict[str, Any]:
    if "$ref" in part:  # draft 7, 8.3: what stands beside a `$ref` is ignored
        part = {"allOf": [{"$ref": part["$ref"]}], **{key: value for key, value in part.items() if key != "$ref"}}
    return {"description": text, **part} if text else part


def _models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and those in it; some more than once."""
    yield model
    waiting: list[Any] = [field.annotation for field in model.model_fields.values()]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield from _models_in(annotation)
        else:
            waiting.extend(get_args(annotation))


def _field_texts(model: type[BaseModel]) -> dict[str, str]:
    """Return what the text below each field says, by the key that authors write."""
    texts: dict[str, str] = {}
    for part in reversed(model.__mro__):
        if issubclass(part, BaseModel) and part is not BaseModel:
            texts |= _texts_below(part)
    return {field.alias or name: texts[name] for name, field in model.model_fields.items() if name in texts}


def _texts_below(model: type[BaseModel]) -> dict[str, str]:
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id: _markdown(below.value.value)
        for field, below in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str)
    }


def _description(model: type[BaseModel]) -> str:
    return _markdown(inspect.getdoc(model) or "")


def _markdown(text: str) -> str:
    return " ".join(text.split()).replace("``", "`")


def schema_texts() -> dict[str, str]:
    """Return every schema as a file: ``lesson.schema.json`` to its text."""
    return {f"{kind}.schema.json": json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n" for kind in FILES}
