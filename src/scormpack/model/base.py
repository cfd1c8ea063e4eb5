"""What every model shares: frozen, strict, no unknown keys; and the text kinds of a lesson."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError


class Model(BaseModel):
    """A value read from YAML: frozen, of exact types, with no keys but its own."""

    # Built where it is first needed: those that others hold are built as a part of them alone. So a default that is a
    # model comes from ``model_construct``: to call the model would build it.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    def model_post_init(self, context: Any, /) -> None:  # noqa: ANN401 (pydantic's own)
        """Share the set of the keys that were written with all models that have the same: it is half of their size."""
        del context
        written = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _WRITTEN.setdefault(frozenset(written), written))

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with the values of ``update``, without what was worked out of the old ones."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


_WRITTEN: dict[frozenset[str], set[str]] = {}


def refuse_line_breaks(text: str) -> str:
    """Return ``text`` if it is one line; titles and labels go into manifests, where a line break is lost."""
    line = text.strip()
    if len(line.splitlines()) > 1:
        raise PydanticCustomError("one_line", "this must be one line")
    return line


ID_PATTERN = r"^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$"


_NO_ASCII = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "\u0131": "i", "\u00f1": "ny"}
)
"""Letters that Unicode takes apart into nothing of ASCII; and ``ñ``: an id is for ever, and `ano` is no year."""


def id_of(text: str) -> str:
    """Return an id made of words: ``Sharp knives!`` → ``sharp-knives``; "" where they hold no ASCII letter."""
    small = unicodedata.normalize("NFC", text).lower().translate(_NO_ASCII)
    plain = unicodedata.normalize("NFKD", small).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:64].strip("-")


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
"""Identifier, stable for ever: ASCII lower case, digits, ``-``, ``_``, ``.``: safe in file names, NCNames, IRIs."""

Line = Annotated[str, StringConstraints(min_length=1, pattern=r"\S"), AfterValidator(refuse_line_breaks)]
"""Plain text of one line: no Markdown."""


class MarkdownText:
    """Marks a field as Markdown (``texts.py`` finds them all)."""


Markdown = Annotated[str, StringConstraints(min_length=1, pattern=r"\S"), MarkdownText()]
"""CommonMark with tables, footnotes and call-outs."""

Percent = Annotated[int, Field(ge=0, le=100)]
