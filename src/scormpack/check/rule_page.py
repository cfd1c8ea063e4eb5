"""The pages that explain each code, of a course or of a package: what, why, how to mend."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from scormpack.assets import package_rule_pages, rule_pages
from scormpack.check.package_codes import package_codes
from scormpack.errors import OptionError


class RulePage(NamedTuple):
    """One page.

    Attributes:
        code: that it explains.
        summary: what is wrong, one sentence.
        text: all of it, Markdown.
    """

    code: str
    summary: str
    text: str


def explain_code(code: str) -> str:
    """Return what there is to say of a code, Markdown: its page, or what it means when a build refuses a package.

    Both, where it has both; "" where it has neither.
    """
    return "\n".join(texts[code] for texts in (rule_pages(), package_codes()) if code in texts)


def find_rule_page(code: str) -> RulePage:
    """Return the page of a code of ``check``.

    Raises:
        OptionError: where there is no such code; the message names the nearest.
    """
    pages = rule_pages()
    if code not in pages:
        raise unknown_code(code)
    return _read(code, pages[code])


def unknown_code(code: str) -> OptionError:
    """Return what to say of a code that nothing explains: the nearest that something does."""
    known = (*rule_pages(), *package_rule_pages(), *package_codes())
    return OptionError(f"there is no rule `{code}`. {suggest_code(code, known)}")


def list_rule_pages() -> tuple[RulePage, ...]:
    """Return the pages of ``check``, sorted by code."""
    return tuple(_read(code, text) for code, text in rule_pages().items())


def list_package_pages() -> tuple[RulePage, ...]:
    """Return the pages of ``inspect``, sorted by code."""
    return tuple(_read(code, text) for code, text in package_rule_pages().items())


def suggest_code(code: str, codes: Iterable[str]) -> str:
    """Return what to write instead of an unknown code, one sentence."""
    close = get_close_matches(code.lower().replace("_", "-"), sorted(codes), n=1)
    return f"Did you mean `{close[0]}`?" if close else "`scormpack rule` lists them all."


def _read(code: str, text: str) -> RulePage:
    """Split a page: a heading, then the summary in a paragraph of its own."""
    return RulePage(code, text.split("\n\n", 2)[1].replace("\n", " "), text)
