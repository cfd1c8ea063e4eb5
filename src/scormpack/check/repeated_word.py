"""Words that stand there twice by mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from scormpack.check.authored_text import AuthoredFile
from scormpack.check.place import Fault
from scormpack.markup.searches import make_search

# Only words that never rightly follow themselves: "had had", "that that", "die die", "nous nous" do.
_NEVER_TWICE = {
    language: frozenset(words.split())
    for language, words in {
        "en": "a an and are as at be because but by from has if into it its of or our than the their they this to was "
        "we were what when which with you your",
        "de": "aber als am auf aus bei bis ein eine einem einen einer es für ich im ist mit nicht oder und um von "
        "vom wenn wir wird zum zur",
        "fr": "au aux avec ce ces dans des du elle est et il la le les mais ou par pas pour que qui sont sur un une",
        "es": "al como con cuando de del el en es la las los mi o para pero por que se sin son su sus un una y",
        "pt": "ao aos as com da das de do dos e ela ele em mas na nas no nos o os ou para pela pelo por que se um uma",
    }.items()
}


def check_repeated_words(file: AuthoredFile) -> Iterator[Fault]:
    """Yield the little words that follow themselves: where a line was mended, mostly. Known for five languages."""
    never = _NEVER_TWICE.get(file.language)
    if never is None or not _search_repeated(file.language)(file.words):
        return
    twice = {word for word, after in pairwise(file.words.split()) if word == after and word in never}
    pattern = re.compile(rf"(?<![\w'\u2019`-])({'|'.join(sorted(twice))})\s+\1(?![\w'\u2019`-])", re.IGNORECASE)
    for path, text in (*file.lines, *file.texts):
        if match := pattern.search(text):
            message = f"`{match[1].lower()}` stands here twice"
            at, mend = match[0], None
            if "\n" in at:  # indented in the file: the end of the first line is the same there
                at = text[: match.end(1)].rpartition("\n")[2]
            elif text.find(at) == match.start():  # the first in the text: "breathe the" would be found before
                mend = at, match[1]
            yield Fault(file.file, path, message, "Take one of the two out.", text=at, mend=mend)


@cache
def _search_repeated(language: str) -> Callable[[str], bool]:
    """Return what says whether a text in small letters has one of the language's words twice, anywhere."""
    twice = "|".join(rf"{word}\s+{word}" for word in sorted(_NEVER_TWICE[language]))
    return make_search(rf"(?:\A|\s)(?:{twice})(?:\s|\z)")
