"""The words around the author's words, in the course's language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from scormpack.errors import CourseError
from scormpack.load import Text, message_files
from scormpack.load.message_file import MessageFile
from scormpack.model import digits_of, fallbacks, format_number, plural_form
from scormpack.model.identity import Identity
from scormpack.render.direction import direction_of, isolate

_PLACE = re.compile(r"\{(\w+)\}")

_NOTHING = Markup("")

PAGE_KEYS = "site."
"""Keys of the pages' own texts; all others go to the browser."""


@dataclass(frozen=True, eq=False)
class Messages:
    """Every text for one language; English stands in for what a translation lacks.

    Those that say the same are equal, also where one has come to a worker by itself.

    Attributes:
        language: BCP 47, as the course names it: its numbers are written so.
        texts: by key; a mapping of plural forms where the text counts something.
        words: the language that the texts are in, where there are none in ``language``.
    """

    language: str
    texts: Mapping[str, Text]
    words: str = ""

    def say(self, key: str, **values: str | int) -> str:
        """Return the text of ``key`` with its ``{name}``s filled in; ``n`` chooses among plural forms.

        Numbers are written as the language writes them, texts that run the other way are kept apart.

        Raises:
            KeyError: where there is no such text.
        """
        text = self.texts[key]
        if not isinstance(text, str):
            form = plural_form(self.words or self.language, int(values.get("n", 0)))
            text = text.get(form) or text["other"]
        if "{" not in text:
            return text
        return _fill_in(text, self.language, tuple(values.items()))

    def number(self, value: int) -> str:
        """Return a number as the language writes it."""
        return format_number(self.language, value)

    def join(self, texts: Iterable[str]) -> str:
        """Return a list as the language writes it within a sentence, without an "and"."""
        return self.say("site.list-separator").join(isolate(text, self.language) for text in texts)

    def written_in(self, language: str) -> Markup:
        """Return ``lang`` and ``dir`` for a text in another language than the page's; "" where it is the same."""
        if language == self.language:
            return _NOTHING
        return Markup(' lang="{}" dir="{}"').format(language, direction_of(language))

    @cached_property
    def script(self) -> bytes:
        """What the browser needs, as the script that ``runtime/messages.ts`` reads."""
        value: dict[str, object] = {"language": self.language, "digits": digits_of(self.language)}
        if self.words:
            value["words"] = self.words
        if direction_of(self.language) == "rtl":
            value["rtl"] = True
        value["messages"] = {key: text for key, text in self.texts.items() if not key.startswith(PAGE_KEYS)}
        return f"window.scormpackMessages={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n".encode()

    @cached_property
    def as_text(self) -> str:
        """All texts as one, to see whether any has changed."""
        return str(self.texts)

    @cached_property
    def digest(self) -> str:
        """Hash of all that the texts say."""
        return sha256(f"{self.language}\0{self.words}\0{self.as_text}".encode()).hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Messages) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def path(self) -> str:
        """The script's path in a package."""
        return f"assets/messages-{sha256(self.script).hexdigest()[:10]}.js"


@lru_cache(maxsize=1024)  # most pages say the same numbers
def _fill_in(text: str, language: str, values: tuple[tuple[str, str | int], ...]) -> str:
    """Return a text with its places filled in; one that has no value stays as it is."""
    written = {
        name: format_number(language, value) if isinstance(value, int) else isolate(value, language)
        for name, value in values
    }
    return _PLACE.sub(lambda place: written.get(place[1], place[0]), text)


def load_messages(language: str, root: Path) -> Messages:
    """Return the texts for a language: English, over it the language's; ours, over it the course's own.

    Args:
        language: BCP 47; ``pt-BR`` takes ``pt.yaml``, and over it ``pt-br.yaml``.
        root: the course folder; its ``templates/messages/`` may change or add texts.

    Raises:
        CourseError: where a file of the course's own is no mapping of texts.
    """
    files = message_files(language, root)
    faults = [finding for file in files for finding in file.findings]
    if faults:
        raise CourseError(faults)
    return _merge(language, tuple(map(Identity, files)))


@lru_cache(maxsize=32)
def _merge(language: str, files: tuple[Identity[MessageFile], ...]) -> Messages:
    """Return the texts of files, the later ones over those before: one for all packages that have the same."""
    texts: dict[str, Text] = {}
    for file in files:
        texts |= file.of.texts
    words = files[-1].of.language
    return Messages(language, texts, "" if words in fallbacks(language) else words)
