"""Words that stand for words yet to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredFile
from scormpack.check.place import Fault
from scormpack.check.starter_text import find_starter_texts
from scormpack.late_regex import compile_late
from scormpack.markup.searches import search_any

# In small letters, to be looked for in a whole file at once.
_SIGNS = ("lorem ipsum", "dolor sit", "tbd", "tba", "todo", "fixme", "xxx", "???", "placeholder", "[insert", "[your ")
# To be filled in, in German, French, Spanish and Portuguese.
_MORE_SIGNS = ("einfügen]", "ergänzen]", "eintragen]", "platzhalter", "[insérer", "[votre ", "[insertar", "[inserir")
_HAS_SIGN = search_any(*_SIGNS, *_MORE_SIGNS)

# A whole text that says nothing. Capitals only where small letters are a word of some language, as in Spanish `todo`.
_EMPTY = compile_late(
    r"[\s.:…_*?!-]*(?:TO" r"DO|FIX" r"ME|TB[DA]|tbd|(?i:x{3,6}|placeholder text|lorem ipsum)|\?\?\?)[\s.:…_*?!-]*"
)
_PART = compile_late(
    r"(?i:lorem ipsum|dolor sit amet)|(?<![\w/.#-])(?:TO"
    r"DO|FIX"
    r"ME)(?=\s*:)|(?<![\w/.#-])TB[DA](?![\w-])"
    r"|\[(?i:tbd|to"
    r"do|insert [^\]\n]{2,60}|your [^\]\n]{2,40} here|placeholder[^\]\n]{0,40}"
    r"|[^\]\n]{2,60} (?:einfügen|ergänzen|eintragen)|platzhalter[^\]\n]{0,40}|votre [^\]\n]{2,40} ici"
    r"|(?:insérer|insertar|inserir) [^\]\n]{2,60})\](?![(\[:])"
)
_CODE = compile_late(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|(`+)(?!`).*?(?:\1|\n\s*\n|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)


def check_placeholders(file: AuthoredFile) -> Iterator[Fault]:
    """Yield the texts that are none yet, or that hold a note of what is missing; code may be about such notes."""
    yield from find_starter_texts(file)
    if not _HAS_SIGN(file.words):
        return
    hint = "Write what learners shall read, or take it out."
    for path, text in (*file.lines, *file.texts):
        if _EMPTY.fullmatch(text):
            yield Fault(file.file, path, "this is a placeholder, not a text", hint, text=text.strip())
        elif match := _PART.search(_CODE.sub(lambda code: " " * len(code[0]), text)):
            yield Fault(
                file.file, path, f"`{match[0]}` stands for something that is yet to be written", hint, text=match[0]
            )
