"""Marks of Markdown that make nothing, so that learners read them as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredFile, Path
from scormpack.check.footnote_marks import find_loose_footnotes
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.markup import clean_markdown
from scormpack.markup.searches import search_any

_CODE = compile_late(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|(`+)(?!`).*?(?:\1|\n\s*\n|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_UNMARKED = compile_late(r"<(pre|code)\b.*?</\1>|<span data-math-style.*?</span>", re.DOTALL)
_HAS_MARK = search_any("**", "[^", "](", "] (", "##", "```", "~~~")
_BLOCK = compile_late(r"\n\s*\n")
_BOLD = compile_late(r"(?<!\*)\*\*(?!\*)")
_POWER = compile_late(r"\d\*\*\d")
_LOOSE_BOLD = compile_late(r"(?:^|(?<=\s))\*\* +([^*\n]*?\S) *\*\*(?![\w*])")
_SPACED = compile_late(r"(!?)\[([^\]\n]*)\]\(([^)<>\n\"']* [^)<>\n\"']*?)( +(?:\"[^\"\n]*\"|'[^'\n]*'))? *\)")
_CURVED = compile_late(r"(\S+) [\u201c-\u201e\u00ab\u2018](.+)[\u201c\u201d\u00bb\u2019]")
_APART = compile_late(r"(\[[^\]\n]+\])\s(\((?:https?:|mailto:|assets/|#)[^)\s]*\))")
_TIGHT_HEADING = compile_late(r"^[ >]*(#{2,6})([^\W\d_][^\n]*)", re.MULTILINE)
_FENCE = compile_late(r"^[ >]*(`{3,}|~{3,})", re.MULTILINE)


def check_plain_marks(file: AuthoredFile) -> Iterator[Fault]:
    """Yield the first of each kind of such marks in a text."""
    for path, text in file.texts if _HAS_MARK(file.words) else ():
        if "**" in text:
            yield from _bold(file.file, path, text)
        if "](" in text or "] (" in text:
            yield from _links(file.file, path, text)
        if "[^" in text:
            yield from find_loose_footnotes(file.file, path, _without_code(text), clean_markdown(text), _shown(text))
        if "##" in text:
            yield from _headings(file.file, path, text)
        if "```" in text or "~~~" in text:
            yield from _fences(file.file, path, text)


def _bold(file: str, path: Path, text: str) -> Iterator[Fault]:
    text = _without_code(text)
    if match := _LOOSE_BOLD.search(text):
        hint = f"Write `**{match[1]}**`, without the spaces."
        yield Fault(file, path, "these `**` make nothing bold, and learners read them", hint, text=match[0])
        return
    for block in _BLOCK.split(text):
        marks = list(_BOLD.finditer(block))
        if len(marks) % 2 and "***" not in block and "\\*" not in block and not _POWER.search(block):
            start = marks[-1].start()
            shown = block[start : start + 20].split("\n")[0]
            hint = "Write `**` on both sides, close to the words; or `\\*\\*` for the signs themselves."
            yield Fault(file, path, "this `**` has no other, and learners read it", hint, text=shown)
            return


def _links(file: str, path: Path, text: str) -> Iterator[Fault]:
    for match in _SPACED.finditer(text):
        if _is_left(match[0], text):
            what = "picture" if match[1] else "link"
            address, title = match[3].strip(), match[4] or ""
            if curved := _CURVED.fullmatch(address):
                hint = f'Write straight quotes: `({curved[1]} "{curved[2].strip()}")`.'
            elif address == match[3].replace(" ", ""):
                hint = f"Write `({address}{title})`, without the spaces."
            elif "://" in address or "." not in address.rsplit("/", 1)[-1]:
                hint = f"Write it in pointed brackets: `(<{address}>{title})`."
            else:
                hint = f"Rename the file to `{address.replace(' ', '-')}`, or write `(<{address}>{title})`."
            yield Fault(file, path, f"this is no {what}: its address has a space", hint, text=match[0])
            return
    for match in _APART.finditer(text):
        if _is_left(match[0], text):
            hint = f"Write `{match[1]}{match[2]}`, without the space between."
            yield Fault(file, path, "this is no link: a space stands before its address", hint, text=match[0])
            return


def _headings(file: str, path: Path, text: str) -> Iterator[Fault]:
    for match in _TIGHT_HEADING.finditer(text):
        shown = match[1] + match[2]
        if _is_left(shown, text):
            hint = f"Write `{match[1]} {match[2].strip()}`."
            yield Fault(file, path, f"this is no heading: a space is missing after `{match[1]}`", hint, text=shown)
            return


def _fences(file: str, path: Path, text: str) -> Iterator[Fault]:
    fences = _FENCE.findall(text)
    if len(fences) % 2 and len(set(fences)) == 1:
        message = "a block of code is never closed, so all that follows is shown as code"
        hint = f"Write `{fences[0]}` in a line of its own below the code."
        if "`" in fences[0]:
            hint = "Write three back-ticks in a line of their own below the code."
        yield Fault(file, path, message, hint, text=text[text.rindex(fences[0]) :].split("\n", maxsplit=1)[0])


def _is_left(marks: str, text: str) -> bool:
    """Whether the marks stand in the page as they stand in the text: not in code, and not made into anything."""
    return marks.replace("&", "&amp;").replace('"', "&quot;") in _shown(text).replace('"', "&quot;")


def _shown(text: str) -> str:
    """The page's HTML without code and formulas."""
    return _UNMARKED.sub("", clean_markdown(text))


def _without_code(text: str) -> str:
    if "`" in text or "~~~" in text or "<!--" in text:
        return _CODE.sub(lambda code: " " * len(code[0]), text)
    return text
