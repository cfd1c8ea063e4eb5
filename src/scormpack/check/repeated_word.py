"""Words that stand there twice by mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from scormpack.check.authored_text import AuthoredFile
from scormpack.check.place import Fault
from scormpack.markup.searches import make_search

# Only words that never rightly follow themselves: "had had", "that that", "told you you", "die die", "nous nous" do.
_NEVER_TWICE = {
    language: frozenset(words.split())
    for language, words in {
        "en": "a an and are as at be because but by from has if into it its of or our than the their they this to was "
        "we were what when which with your",
        "de": "als am auf aus bei bis ein eine einem einen einer es für ich im ist mit nicht oder und um von "
        "vom wenn wir wird zum zur",
        "fr": "au aux avec ce ces dans des du elle est et il la le les mais ou par pas pour que qui sont sur un une",
        "es": "al con cuando de del el en es la las los mi o pero por se sin son su sus un una y",
        "pt": "ao aos as com da das de do dos e ela ele em mas na nas no nos o os ou pela pelo por se um uma",
    }.items()
}
_NEAR = 20
"""Characters before a word in which the one before it ends."""
_EMPHASIS = ("*", "_")
_CALLS = {"oh", "ho", "ouh", "tra"}
"""What a doubled word may rightly follow: "oh la la"."""


def check_repeated_words(file: AuthoredFile) -> Iterator[Fault]:
    """Yield the little words that follow themselves: where a line was mended, mostly. Known for five languages."""
    if file.language not in _NEVER_TWICE or not _search_repeated(file.language)(file.words):
        return
    pattern = _repeated(file.language)
    for path, text in (*file.lines, *file.texts):
        match = next((match for match in pattern.finditer(text) if not _may_be_meant(match)), None)
        if match is None:
            continue
        message = f"`{match[1].lower()}` stands here twice"
        at, mend = match[0], None
        if "\n" in at:  # indented in the file: the end of the first line is the same there
            at = text[: match.end(1)].rpartition("\n")[2]
        # The first in the text: "breathe the" would be found before. Emphasis is not ours to move.
        elif text.find(at) == match.start() and not any(mark in at for mark in "*_"):
            mend = at, match[1]
        yield Fault(file.file, path, message, "Take one of the two out.", text=at, mend=mend)


def _may_be_meant(match: re.Match[str]) -> bool:
    """Whether it is a name ("in IT it is", "vitamin A a day"), a word spoken of, the end of a heading, or a call."""
    text, start = match.string, match.start()
    words = text[max(0, start - _NEAR) : start].split()
    is_name = match[1].isupper() != match[2].isupper() and (len(match[1]) > 1 or bool(words))
    is_spoken_of = any(
        text[first - 1 : first] in _EMPHASIS and text[end : end + 1] in _EMPHASIS
        for first, end in map(match.span, (1, 2))
    )
    is_heading = "\n" in match[0] and text.startswith("#", text.rfind("\n", 0, start) + 1)
    is_call = bool(match[3]) or (bool(words) and words[-1].lower() in _CALLS)
    return is_name or is_spoken_of or is_heading or is_call


@cache
def _repeated(language: str) -> re.Pattern[str]:
    """Return what finds a word of the language that follows itself in one paragraph, and is not quoted alone."""
    blank = r"[^\S\n]"
    space = rf"(?:{blank}+|{blank}*\n{blank}*(?:>{blank}*)*)"
    words = "|".join(sorted(_NEVER_TWICE[language]))
    return re.compile(
        rf"(?<![^\W_])(?<!['\u2019`/-])({words})[*_]*{space}[*_]*(\1)((?:\s+\1)*)(?![^\W_]|[*_]*['\"\u2019\u201d\u00bb`/-])",
        re.IGNORECASE,
    )


@cache
def _search_repeated(language: str) -> Callable[[str], bool]:
    """Return what says whether a text in small letters may have one of the language's words twice, anywhere."""
    twice = "|".join(rf"{word}[\s>*_]+{word}" for word in sorted(_NEVER_TWICE[language]))
    return make_search(rf"(?:\A|[^a-z])(?:{twice})(?:[^a-z]|\z)")
