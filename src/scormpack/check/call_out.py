"""Call-outs that learners read as plain text: their word is none, or they are no quotation."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from scormpack.assets import templates_folder
from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.load.message_file import read_message_file
from scormpack.markup import CALL_OUTS
from scormpack.model import fallbacks

_LEFT = compile_late(r"(<blockquote>\s*)?<p>(\[!?([^\W\d_][\w -]*)\]?)(?=\s|</p>)")
"""A paragraph that begins with a mark which has become no call-out."""


def check_call_outs(text: AuthoredText) -> Iterator[Fault]:
    """Yield the marks of call-outs that are shown as they stand."""
    if "[" not in text.markdown or (">" not in text.markdown and "[!" not in text.markdown):
        return
    for quoted, mark, word in _LEFT.findall(text.html):
        known = word.strip().upper()
        if mark.startswith("[!"):
            yield _misspelt(text, mark, known) if quoted else _unquoted(text, mark)
        elif quoted and known in CALL_OUTS:
            yield _fault(text, mark, f"`{mark}` makes no call-out", f"[!{known}]")


def _misspelt(text: AuthoredText, mark: str, word: str) -> Fault:
    message = f"there is no call-out `{mark}`"
    if meant := _translated(text, word) or next(iter(get_close_matches(word, CALL_OUTS, n=1)), None):
        return _fault(text, mark, message, f"[!{meant}]")
    hint = f"Write one of {', '.join(f'`[!{name}]`' for name in CALL_OUTS)}; words after it are its title."
    return text.fault(f"{message}, so learners read the mark", hint, at=mark)


def _translated(text: AuthoredText, word: str) -> str | None:
    """Return the call-out whose title this is in the course's language: `[!HINWEIS]` stands for `[!NOTE]`.

    In our own texts, not the course's: what is found in a lesson is remembered as long as the lesson stays.
    """
    ours = templates_folder()
    for language in fallbacks(text.course.file.language):
        file = read_message_file(ours, language, ours)
        if file is None:
            continue
        for name in CALL_OUTS:
            title = file.texts.get(f"site.call-out-{name.lower()}")
            if isinstance(title, str) and title.upper() == word:
                return name
    return None


def _fault(text: AuthoredText, mark: str, message: str, right: str) -> Fault:
    return text.fault(f"{message}, so learners read the mark", f"Write `{right}`.", at=mark, mend=(mark, right))


def _unquoted(text: AuthoredText, mark: str) -> Fault:
    message = f"`{mark}` is no call-out without `>` before it, so learners read the mark"
    return text.fault(message, f"Write `> {mark}`, and begin each line of the call-out with `> `.", at=mark)
