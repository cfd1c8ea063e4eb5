"""Markdown to HTML that is safe to put into a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from zlib import crc32

import comrak

from scormpack.late_regex import compile_late
from scormpack.markup.call_outs import mark_examples, name_examples
from scormpack.markup.cleaner import SCHEMES, TAGS, clean_html
from scormpack.markup.code import highlight_blocks
from scormpack.markup.formulas import draw_formulas, name_formula
from scormpack.markup.frames import keep_frames
from scormpack.markup.line_ends import join_lines
from scormpack.markup.links import Link, find_links
from scormpack.markup.searches import make_search

_EXTENSIONS = comrak.ExtensionOptions()
_EXTENSIONS.table = True
_EXTENSIONS.strikethrough = True
_EXTENSIONS.footnotes = True
_EXTENSIONS.description_lists = True
_EXTENSIONS.alerts = True
_EXTENSIONS.math_dollars = True
# CommonMark (0.31, §6.2) takes `**「…」**は` for no emphasis: it expects a space after a mark of punctuation.
_EXTENSIONS.cjk_friendly_emphasis = True
_PARSING = comrak.ParseOptions()
_RENDERING = comrak.RenderOptions()
_RENDERING.unsafe_ = True  # the sanitiser decides what HTML may stay

DECORATIVE = "decorative"
"""The title by which an author says that a picture tells nothing: its alternative is empty on purpose."""

# Lines that begin with a letter, of letters, digits, single spaces, and marks that mean nothing to CommonMark (0.31,
# §2.4, §6) or to HTML there; one or two line ends between them.
# `is_plain` has seen that there is no `_`; possessive, so that a text with a mark at its end is not tried again.
_LINE = r"[^\W\d](?:[\w,.:;?!'()%/\u2013\u2014\u2018\u2019\u201c\u201d\u2026-]++| (?=[^ \n]))*+"
_PLAIN = compile_late(rf"{_LINE}(?:\n\n?{_LINE})*\n?")
# The same in ASCII, seen sooner.
_ASCII_LINE = r"[A-Za-z](?: ?[A-Za-z0-9,.:;?!'()%/-])*"
_IS_PLAIN_ASCII = make_search(rf"\A{_ASCII_LINE}(?:\n\n?{_ASCII_LINE})*\n?\z")
_IS_PLAIN_PHRASE = make_search(rf"\A{_ASCII_LINE}\z")
_ARE_PLAIN_PHRASES = make_search(rf"\A{_ASCII_LINE}(?:\|{_ASCII_LINE})*\z")
_HEADING = compile_late(r"(</?h)([1-6])\b")
_MAY_BE_REFUSED = compile_late(r"[(\"'=<\s](?!https?:|mailto:)[a-z][a-z0-9+.-]*:\S", re.IGNORECASE)  # spares most texts
_RAW_TAG = compile_late(r"<[a-zA-Z][^<>]*>")
_NAMED_TAG = compile_late(r"<([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])[^<>]*>")
_RAW_LINK = compile_late(r"""\b(?:src|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_SCHEME = compile_late(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_FOOTNOTE_MARK = compile_late(
    r'<a [^>]*class="footnote-backref"[^>]*>.*?</a>|<sup class="footnote-ref">.*?</sup>', re.DOTALL
)
_FORMULA = compile_late(r"<math\b.*?<annotation [^>]*>(.*?)</annotation></semantics></math>", re.DOTALL)
_IMAGE = compile_late(r'<img [^>]*?alt="([^"]*)"[^>]*>')
_EMPTY_HEADER = compile_late(r"<th(?: [^>]*)?></th>")
_INLINE_TAG = compile_late(
    r"</?(?:em|strong|b|i|u|s|del|ins|sub|sup|small|mark|abbr|cite|q|span|bdi|a|code|kbd|samp|var)\b[^>]*>"
)
_TAG = compile_late(r"<[^>]*>")
_SPACES = compile_late(r"\s+")


def to_html(text: str, *, prefix: str = "", hosts: frozenset[str] = frozenset()) -> str:
    """Return Markdown as HTML blocks; headings begin at level 3, below a section's own.

    ``prefix`` keeps the ids of footnotes apart where several texts stand on one page. Frames stay of ``hosts`` alone.
    """
    html = keep_frames(clean_markdown(text), hosts)
    if "<h" in html:
        html = _HEADING.sub(lambda m: f"{m[1]}{min(6, int(m[2]) + 2)}", html)
    if "<table" in html:
        html = html.replace("<table", '<div class="table"><table').replace("</table>", "</table></div>")
        html = _EMPTY_HEADER.sub("<td></td>", html)  # the corner of a table is the header of nothing
    if prefix and "fn" in html:
        for name in ("fn-", "fnref-"):
            html = html.replace(f'id="{name}', f'id="{prefix}{name}').replace(
                f'href="#{name}', f'href="#{prefix}{name}'
            )
    return draw_formulas(highlight_blocks(html))


def clean_markdown(text: str) -> str:
    """Return Markdown as sanitised HTML: code is not yet coloured, formulas are LaTeX, headings begin at level 1."""
    if is_plain(text):
        paragraphs = text.rstrip("\n").replace("\n\n", "</p>\n<p>")
        return join_lines(f"<p>{paragraphs}</p>")
    return join_lines(name_examples(clean_html(_render(mark_examples(text)))).strip())


def is_plain(text: str) -> bool:
    """Whether Markdown is paragraphs without any mark of Markdown or HTML in them: most texts of a course are."""
    return _IS_PLAIN_ASCII(text) or ("_" not in text and _PLAIN.fullmatch(text) is not None)


@lru_cache(maxsize=8192)
def links_of(text: str) -> tuple[Link, ...]:
    """Return every reference in Markdown, in order: what stands in code, or is taken out, is none."""
    return tuple(find_links(clean_markdown(text))) if may_hold_links(text) else ()


def may_hold_links(text: str) -> bool:
    """Whether Markdown can refer to anything: most texts cannot, and need not be rendered to be looked through."""
    return "](" in text or "]:" in text or "<" in text


def to_phrase(text: str, hosts: frozenset[str] = frozenset()) -> str:
    """Return short Markdown as HTML; a single paragraph comes without its ``<p>``, so that it fits into a line."""
    # Most are: quicker seen than remembered.
    if _IS_PLAIN_PHRASE(text) or ("\n" not in text and is_plain(text)):
        return text
    return _to_phrase(text, hosts)


@lru_cache(maxsize=4096)
def _to_phrase(text: str, hosts: frozenset[str]) -> str:
    # A phrase has no place of its own to name: its footnotes are kept apart by what it says.
    html = to_html(text, prefix=f"n{crc32(text.encode()):x}-" if "[^" in text else "", hosts=hosts)
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p") == 1:
        return name_formula(html[3:-4])
    return html


def are_plain_phrases(texts: Iterable[str]) -> bool:
    """Whether each text is short Markdown, in ASCII, that is the same as HTML, as plain text, and in JSON."""
    return _ARE_PLAIN_PHRASES("|".join(texts))  # no line break is in any: so this bar makes no table


def refused_links(text: str) -> Iterator[str]:
    """Yield every reference in Markdown that ``to_html`` drops, for it is of a kind that no page may hold."""
    if _MAY_BE_REFUSED.search(text):
        for tag in _RAW_TAG.findall(_render(text)):
            for match in _RAW_LINK.finditer(tag):
                target = unescape(next(value for value in match.groups() if value is not None)).strip()
                scheme = _SCHEME.match(target)
                if scheme and scheme[1].lower() not in SCHEMES:
                    yield target


def refused_tags(text: str) -> Iterator[str]:
    """Yield every opening tag in Markdown, as written, that ``to_html`` drops, for no page may hold its element."""
    written = [match[0] for match in _NAMED_TAG.finditer(text) if match[1].lower() not in TAGS]
    if written:
        html = _render(text)
        yield from (tag for tag in written if tag in html)


def plain_text(html: str) -> str:
    """Return what a reader reads: no tags, no footnote marks, single spaces.

    Pictures are read by their text alternative, formulas by their LaTeX.
    """
    if "<" not in html:
        if "&" not in html and "  " not in html and html.isprintable():  # its only spaces are single ones
            return html.strip()
        return _SPACES.sub(" ", unescape(html)).strip()
    if "footnote" in html:
        html = _FOOTNOTE_MARK.sub("", html)
    if "<math" in html:
        html = _FORMULA.sub(r"\1", html)
    text = _INLINE_TAG.sub("", _IMAGE.sub(r" \1 ", html))
    return _SPACES.sub(" ", unescape(_TAG.sub(" ", text))).strip()


def _render(text: str) -> str:
    html: str = comrak.render_markdown(
        text, extension_options=_EXTENSIONS, parse_options=_PARSING, render_options=_RENDERING
    )
    return html
