"""The words around the author's words, in the course's language."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import yaml

from scormpack.assets import templates_folder
from scormpack.render.template_error import template_error

Text = str | Mapping[str, str]
_PLACE = re.compile(r"\{(\w+)\}")

PAGE_KEYS = "site."
"""Keys of the pages' own texts; all others go to the browser."""


@dataclass(frozen=True, slots=True)
class Messages:
    """Every text for one language; English stands in for what a translation lacks.

    Attributes:
        language: BCP 47, as the course names it.
        texts: by key; a mapping of plural forms where the text counts something.
    """

    language: str
    texts: Mapping[str, Text]

    def say(self, key: str, **values: str | int) -> str:
        """Return the text of ``key`` with its ``{name}``s filled in; ``n`` chooses ``one`` or ``other``.

        Raises:
            KeyError: where there is no such text.
        """
        text = self.texts[key]
        if not isinstance(text, str):
            text = text["one"] if values.get("n") == 1 and "one" in text else text["other"]
        return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), text)

    @property
    def script(self) -> bytes:
        """What the browser needs, as the script that ``runtime/messages.ts`` reads."""
        needed = {key: text for key, text in self.texts.items() if not key.startswith(PAGE_KEYS)}
        value = json.dumps({"language": self.language, "messages": needed}, ensure_ascii=False, separators=(",", ":"))
        return f"window.scormpackMessages={value};\n".encode()

    @property
    def path(self) -> str:
        """The script's path in a package."""
        return f"assets/messages-{sha256(self.script).hexdigest()[:10]}.js"


def load_messages(language: str, root: Path) -> Messages:
    """Return the texts for a language: English, over it the language's; ours, over it the course's own.

    Args:
        language: BCP 47; ``pt-BR`` looks for ``pt-br.yaml``, then ``pt.yaml``.
        root: the course folder; its ``templates/messages/`` may change or add texts.

    Raises:
        CourseError: where a file of the course's own is no mapping of texts.
    """
    names = dict.fromkeys(["en", language.lower().split("-")[0], language.lower()])
    texts: dict[str, Text] = {}
    for name in names:
        for folder in (templates_folder(), root / "templates"):
            texts |= _read(folder / "messages" / f"{name}.yaml", root)
    return Messages(language, texts)


def _read(path: Path, root: Path) -> Mapping[str, Text]:
    try:
        stat = path.stat()
    except OSError:
        return {}
    return _parse(path, root, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=32)
def _parse(path: Path, root: Path, _time: int, _size: int) -> Mapping[str, Text]:
    """Read a file once for all pages, and again when it has changed: a preview outlives an edit."""
    try:
        texts = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        mark = getattr(fault, "problem_mark", None)
        raise template_error(path, root, "this file of texts cannot be read", mark.line + 1 if mark else 0) from fault
    if not isinstance(texts, dict) or not all(_is_text(key, text) for key, text in texts.items()):
        raise template_error(path, root, "this file must be a mapping of keys to texts")
    return texts


def _is_text(key: object, text: object) -> bool:
    return isinstance(key, str) and (
        isinstance(text, str)
        or (isinstance(text, dict) and "other" in text and all(isinstance(form, str) for form in text.values()))
    )
