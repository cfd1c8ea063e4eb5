"""Marks key terms where a text first uses them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape
from string import ascii_lowercase, digits
from typing import NamedTuple

from scormpack.late_regex import compile_late
from scormpack.markup.searches import make_search
from scormpack.markup.words import opening_of, stem_of, stems_in_text, word_pattern

# Only for HTML that the sanitiser wrote: every tag is closed, and a text holds no `<` of its own.
_PART = re.compile(r"<(/?)(\w+)([^>]*)>|[^<]+")
_VOID = frozenset(["br", "hr", "img", "source", "track", "wbr", "input", "col"])
_UNMARKED = frozenset(
    [
        *("a", "button", "summary", "label", "dfn", "ruby", "h1", "h2", "h3", "h4", "h5", "h6"),
        *(
            "code",
            "pre",
            "kbd",
            "samp",
            "var",
            "math",
            "svg",
            "figure",
            "picture",
            "audio",
            "video",
            "iframe",
            "object",
        ),
    ]
)
_ELSEWISE = re.compile(r'\s(?:lang=|class="[^"]*title)')
"""Attributes of an element in another language, or of what stands as a heading."""
_LATIN = frozenset(ascii_lowercase + digits)
"""Between two of these no word begins."""
_AFTER_WORD = " .,;:!?)>\n"
"""What no word goes on with; "" is among it."""
_SPACE = compile_late(r"[\s\u2010\u2011-]+")
_IS_WORDS = make_search(r"\A[A-Za-z0-9]+(?: [A-Za-z0-9]+)*\z")
_PARENTHESIS = compile_late(r"(.+?)\s*\(([^()]+)\)")


class _Name(NamedTuple):
    """A name of a term: its words' stems, what stands between them, and whether it is the term's own name.

    ``html`` is it as its author wrote it; "" where it does not end with its last word.
    """

    stems: tuple[str, ...]
    gaps: tuple[str, ...]
    html: str
    term: int
    own: bool


class _Place(NamedTuple):
    """Where a name stands: the piece, and the characters from ``start`` to ``end`` in it."""

    piece: int
    start: int
    end: int


_Names = dict[str, list[_Name]]
"""By the stem of the first word, the longest first."""


def mark_terms(pieces: Sequence[str], terms: Sequence[Sequence[str]], language: str) -> list[str]:
    """Return ``pieces`` with the first use of each term as a link to its entry, ``#term-1`` and on.

    A term is marked where the pieces first use it by its own name; where they never do, by one of its other names.
    Of two that begin at the same place the longer one is meant. Headings, links, code, math, pictures and words in
    another language stay as they are.

    Args:
        pieces: sanitised HTML, in reading order.
        terms: for each term its own name and then the others, plain text.
        language: of the pieces, BCP 47.
    """
    tongue = language.split("-", maxsplit=1)[0].lower()
    names = _names_of(terms, tongue)
    marked = [str(piece) for piece in pieces]  # slices of Markup are slow
    first = _first_uses(marked, names, tongue, len(terms))
    # From the end, so that what stands before keeps its place.
    for term, (_, (number, start, end)) in sorted(first.items(), key=lambda one: one[1][1], reverse=True):
        piece = marked[number]
        marked[number] = f'{piece[:start]}<a class="term" href="#term-{term + 1}">{piece[start:end]}</a>{piece[end:]}'
    return marked


def _first_uses(pieces: Sequence[str], names: _Names, language: str, count: int) -> dict[int, tuple[bool, _Place]]:
    """Return for each of so many terms whether it is used by its own name, and where first."""
    first: dict[int, tuple[bool, _Place]] = {}
    openings = {opening_of(stem, language) for stem in names}
    for number, piece in enumerate(pieces):
        if len(first) == count and all(own for own, _ in first.values()):
            break
        text = _without_paragraphs(piece.replace("&nbsp;", " " * len("&nbsp;")))
        places = _find_openings(text, openings)
        for begin, stop in _texts(text) if places else ():
            here = [place - begin for place in places[bisect_left(places, begin) : bisect_left(places, stop)]]
            for name, start, end in _uses(text[begin:stop], here, names, language):
                if name.term not in first or (name.own and not first[name.term][0]):
                    first[name.term] = (name.own, _Place(number, begin + start, begin + end))
    return first


def _without_paragraphs(html: str) -> str:
    """Return HTML in which nothing but paragraphs is as one text, each tag as many marks that no name holds."""
    text = html.replace("<p>", ">>>").replace("</p>", ">>>>")
    return html if "<" in text else text


def _find_openings(text: str, openings: set[str]) -> list[int]:
    """Return all places where a word begins that may be a name's first."""
    small = text.lower()
    # A capital sigma becomes small by what stands around it, and a Turkish capital i becomes two characters.
    if "" in openings or "\u03a3" in text or len(small) != len(text):
        return [word.start() for word in word_pattern(text).finditer(text)]
    places, unsure = set(), set()
    for opening in openings:
        place = small.find(opening)
        while place >= 0:
            before = small[place - 1] if place else " "
            if before in " >":
                places.add(place)
            elif before not in _LATIN or small[place] not in _LATIN:
                unsure.add(place)
            place = small.find(opening, place + 1)
    if unsure:
        places |= unsure & {word.start() for word in word_pattern(text).finditer(text)}
    return sorted(places)


def _names_of(terms: Sequence[Sequence[str]], language: str) -> _Names:
    names: _Names = defaultdict(list)
    for term, written in enumerate(terms):
        for place, text in enumerate(written):
            # `Retrieval (RAG)` also stands as `Retrieval`, and as `RAG`.
            parts = _PARENTHESIS.fullmatch(text) if "(" in text else None
            for form in (text, parts[1], parts[2]) if parts else (text,):
                stems, gaps, html = _read_name(form, language)
                if stems:
                    names[stems[0]].append(_Name(stems, gaps, html, term, place == 0))
    for found in names.values():
        if len(found) > 1:
            found.sort(key=lambda name: -len(name.stems))
    return names


@lru_cache(maxsize=4096)
def _read_name(form: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return stems, gaps and HTML of a name."""
    if _IS_WORDS(form):  # nearly all
        words = form.split(" ")
        return tuple([stem_of(word, language) for word in words]), (" ",) * (len(words) - 1), form
    html = escape(form, quote=False)
    pattern = word_pattern(html)
    stems = tuple([stem_of(word, language) for word in pattern.findall(html)])
    return stems, tuple(map(_even_out, pattern.split(html)[1:-1])), html if html[-1:].isalnum() else ""


def _uses(text: str, places: Iterable[int], names: _Names, language: str) -> Iterator[tuple[_Name, int, int]]:
    """Yield every use of a name that begins at one of the places, with its start and end; none overlaps another."""
    pattern = word_pattern(text)
    end = 0
    for place in places:
        word = pattern.match(text, place) if place >= end else None
        if word is None:
            continue
        for name in (name for stem in stems_in_text(word[0], language) for name in names.get(stem, ())):
            as_written = place + len(name.html)
            # Most uses are the name as its author wrote it: its words need not be read one by one.
            if name.html and text.startswith(name.html, place) and text[as_written : as_written + 1] in _AFTER_WORD:
                end = as_written
            else:
                end = _end_of(name, text, word, pattern, language)
            if end:
                yield name, place, end
                break


def _end_of(name: _Name, text: str, word: re.Match[str], pattern: re.Pattern[str], language: str) -> int:
    """Return where a name ends that begins with ``word``; 0 where its other words do not follow."""
    for stem, gap in zip(name.stems[1:], name.gaps, strict=True):
        following = pattern.search(text, word.end())
        if not following or stem not in stems_in_text(following[0], language):
            return 0
        if gap != _even_out(text[word.end() : following.start()]):
            return 0
        word = following
    return word.end()


def _even_out(gap: str) -> str:
    """Return what stands between two words so that spaces and hyphens are one."""
    return gap if gap == " " else _SPACE.sub(" ", gap)


def _texts(html: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each text that may be marked."""
    if "<" not in html:
        yield 0, len(html)
        return
    closed: list[str] = []
    for part in _PART.finditer(html):
        closing, tag, attributes = part.groups()
        if tag is None:
            if not closed:
                yield part.span()
        elif closing:
            if closed and closed[-1] == tag:
                closed.pop()
        elif tag not in _VOID and not attributes.endswith("/") and (closed or _is_unmarked(tag, attributes)):
            closed.append(tag)


def _is_unmarked(tag: str, attributes: str) -> bool:
    return tag in _UNMARKED or _ELSEWISE.search(attributes) is not None
