"""From plain values to a model; every fault placed, and told in words that say what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scormpack.errors import Finding
from scormpack.late_regex import compile_late
from scormpack.load.lines_around import explain_left_text
from scormpack.load.lost_entries import lost_within
from scormpack.load.mending import mend_key, mend_value
from scormpack.load.places import Path, Places
from scormpack.load.source import Source
from scormpack.load.split_texts import explain_split, is_later_part, is_pair
from scormpack.load.strict_yaml import Value
from scormpack.load.wording import describe

M = TypeVar("M", bound=BaseModel)

_WORD = compile_late(r"[a-z_]+")

# What a question or section says as a whole is best mended at one of its keys.
_AT_KEY = {
    "no_correct_option": "options",
    "numeric_tolerance": "tolerance",
    "fill_in_blanks": "blanks",
    "matching_sources": "pairs",
    "matching_targets": "pairs",
    "matching_distractors": "distractors",
    "sequencing_items": "items",
    "long_fill_in_check": "points",
    "font_weights": "weights",
}
_AT_VALUE = {"numeric_range": "range", "font_weights_order": "weights", "union_tag_invalid": "type"}


def validate(model: type[M], source: Source, value: Value) -> tuple[M | None, list[Finding]]:
    """Return the model made of ``value``, or None and what is wrong with it."""
    if not isinstance(value, dict):
        span = Places(source).value(())
        hint = "Write `key: value` lines, beginning with `id:`."
        return None, [source.finding("wrong-type", span, "this file must hold keys and values", hint)]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        located = [_located(model, value, fault) for fault in error.errors(include_url=False)]
        faults = _without_echoes(value, _grouped(located))
        places = Places(source)
        return None, [_finding(source, places, value, group) for group in faults]


class _Fault(NamedTuple):
    """One of pydantic's errors.

    Attributes:
        error: as pydantic has it.
        path: in the file.
        name: what to call the value there.
        kinds: the models that may stand around it.
    """

    error: ErrorDetails
    path: Path
    name: str
    kinds: tuple[type[BaseModel], ...]


def _located(model: type[BaseModel], value: Value, error: ErrorDetails) -> _Fault:
    loc = error["loc"]
    if error["type"] in ("extra_forbidden", "missing", "invalid_key"):  # the last step is no value in the file
        around = _walk(model, value, error, loc[:-1])
        last = loc[-1]
        name = f"entry {last + 1} of {around.name}" if isinstance(last, int) else f"`{last}`"
        return around._replace(path=(*around.path, last), name=name)
    found = _walk(model, value, error, loc)
    return found._replace(name=f"the key {found.name}") if _is_key(error) else found


def _grouped(faults: Iterable[_Fault]) -> list[list[_Fault]]:
    """Bring together what pydantic says of one value, once for each kind that it could have been."""
    groups: dict[tuple[Path, bool], list[_Fault]] = {}
    for fault in faults:
        # A list with a faulty entry is called too short as well, whatever its length.
        if fault.error["type"] != "too_short" or len(fault.error["input"]) < fault.error["ctx"]["min_length"]:
            groups.setdefault((fault.path, _is_key(fault.error)), []).append(fault)
    return list(groups.values())


def _without_echoes(root: Value, groups: list[list[_Fault]]) -> list[list[_Fault]]:
    """Leave out what another finding tells: one slip is one finding.

    That is a missing key where a misspelt one, or a text, stands for it, and the second and further parts of a text.
    """
    unknown = [group[0] for group in groups if group[0].error["type"] == "extra_forbidden"]

    def is_echo(fault: _Fault) -> bool:
        *around, key = fault.path
        if fault.error["type"] == "extra_forbidden":
            return is_later_part(_keys_at(root, around), key, _known(fault))
        if fault.error["type"] != "missing":
            return False
        beside = [other for other in unknown if [*other.path[:-1]] == around]
        return bool(get_close_matches(str(key), [str(other.path[-1]) for other in beside], n=1, cutoff=0.75)) or any(
            is_pair(other.path, _keys_at(root, around), _known(other)) for other in beside
        )

    return [group for group in groups if not is_echo(group[0])]


def _keys_at(root: Value, path: Sequence[str | int]) -> dict[Any, Value]:
    for step in path:
        root = root[step] if isinstance(root, dict | tuple) else None  # type: ignore[index]
    return root if isinstance(root, dict) else {}


def _known(fault: _Fault) -> list[str]:
    return sorted({field.alias or name for kind in fault.kinds for name, field in kind.model_fields.items()})


def _finding(source: Source, places: Places, root: Value, group: list[_Fault]) -> Finding:
    fault = group[0]
    kind, path = fault.error["type"], fault.path
    if kind in ("extra_forbidden", "invalid_key"):
        return _unknown_key(source, places, root, fault)
    if kind == "missing" and isinstance(path[-1], str):
        message, hint = f"`{path[-1]}` is missing here", f"Add `{path[-1]}: …`."
        return source.finding("missing-key", places.value(path[:-1]), message, hint)
    errors = [fault.error for fault in group]
    code, message, hint = describe(errors, fault.name, places.written(path))
    if kind in _AT_KEY or _is_key(fault.error):
        span = places.key((*path, _AT_KEY[kind]) if kind in _AT_KEY else path)
        return source.finding(code, span, message, hint)
    path = (*path, _AT_VALUE[kind]) if kind in _AT_VALUE else path
    span, written = places.value(path), places.written(path)
    if path and isinstance(path[-1], int) and "\n" in written and isinstance(fault.error["input"], str):
        for lost in lost_within(source, span.line, span.line + written.count("\n")):
            return source.finding(code, lost.span, lost.message, lost.hint)
    edit = source.edit(span, written, mend_value(errors, path[-1] if path else "", written))
    if fault.error["input"] is None and " #" in source.lines[span.line - 1]:
        hint = "What follows ` #` is a comment, which nobody reads: put text that begins with `#` in quotes."
    if edit is not None and edit.text not in hint:
        hint = f"Write `{edit.text}`."
    return source.finding(code, span, message, hint, edit=edit)


def _unknown_key(source: Source, places: Places, root: Value, fault: _Fault) -> Finding:
    *around, key = fault.path
    known, beside, span = _known(fault), _keys_at(root, around), places.key(fault.path)
    if split := explain_split(source, places, fault.path, beside, known):
        return source.finding("unknown-key", span, split.message, split.hint, edit=split.edit)
    message, hint = f"the key `{key}` is unknown here", _suggest_key(str(key), known)
    is_prose = hint.startswith("Known") and not _WORD.fullmatch(str(key))
    if is_prose and (left := explain_left_text(source, span.line)):
        message, hint = f"{left[1]}, so that `{key}` is a key", left[2]
    edit = source.edit(span, str(key), mend_key(str(key), known, [str(name) for name in beside]))
    return source.finding("unknown-key", span, message, hint, edit=edit)


def _is_key(error: ErrorDetails) -> bool:
    return error["loc"][-1:] == ("[key]",)


def _suggest_key(key: str, known: list[str]) -> str:
    if key == "<<":
        return "YAML 1.2 has no merge keys: write the keys out."
    if key.strip() in known:
        return f"Indent `{key.strip()}` with plain spaces: what stands before it only looks like them."
    close = get_close_matches(key.lower().replace("-", "_").replace(" ", "_"), known, n=1, cutoff=0.6)
    return f"Did you mean `{close[0]}`?" if close else f"Known here: {', '.join(known)}."


def _walk(model: type[BaseModel], value: Value, error: ErrorDetails, loc: Path) -> _Fault:
    """Follow ``loc`` through the file's values, without the steps that pydantic adds to it."""
    kinds: list[type[BaseModel]] = [model]
    path: list[str | int] = []
    name = key = "this file"
    for step in loc:
        tagged = [kind for kind in kinds if _tag(kind) == step]
        if len(kinds) > 1 and tagged:  # the question's type
            kinds = tagged
        elif isinstance(value, dict) and step in value:
            value = value[step]
            name = key = f"`{step}`"
            path.append(step)
            kinds = _models_at(kinds, step) or kinds
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
            name = f"entry {step + 1} of {key}"
            path.append(step)
        # else it is one of the kinds that the value may have, or the mark of a key
    return _Fault(error, tuple(path), name, tuple(kinds))


def _models_at(kinds: list[type[BaseModel]], key: str | int) -> list[type[BaseModel]]:
    fields = [field for kind in kinds for name, field in kind.model_fields.items() if key == (field.alias or name)]
    return [model for field in fields for model in _models_in(field.annotation)]


def _tag(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("type")
    return next(iter(get_args(field.annotation)), None) if field else None


def _models_in(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 (any annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]
