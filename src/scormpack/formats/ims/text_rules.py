"""Rules on a manifest's words: what LMSs cut, lose or refuse."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.formats.ims.binding import Binding, ImsRules, words
from scormpack.formats.rules import Package

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>'


def _check_titles(binding: Binding, package: Package) -> Iterator[str]:
    """CAM, 2.3.6.2 in 1.2 and 3.4.1.6 in 2004: an organization and each item have exactly one."""
    for name in ("organization", "item"):
        for element in binding.every(package.root, name):
            titles = binding.children(element, "title")
            if len(titles) != 1:
                yield f"{name} `{element.get('identifier')}` has {len(titles)} titles: write exactly one"
            for title in titles:
                yield from _judge_title(binding, words(title))


def _judge_title(binding: Binding, text: str) -> Iterator[str]:
    if not text.strip():
        yield "a title is empty: write one"
    elif text == "0":
        yield "the title is `0`, which Moodle shows as nothing: write `Zero` or any other words"
    elif len(text) > binding.longest_title:
        yield (
            f"the title `{text[:40]}…` has {len(text)} characters; {binding.title} allows {binding.longest_title}: "
            "shorten it, the rest may go into `summary`"
        )


def _check_encoding(binding: Binding, package: Package) -> Iterator[str]:
    if not package.data.startswith(_DECLARATION):
        yield f"the manifest does not begin with `{_DECLARATION.decode()}`: write it"
    if b"<!DOCTYPE" in package.data:
        yield "the manifest has a DOCTYPE: leave it out, LMSs refuse it or fetch it"
    if b"&#" in package.data:
        yield "the manifest has a numeric character reference, which Moodle shows literally: write the character"
    for element in binding.every(package.root, "title"):
        if words(element) != words(element).strip():
            yield f"the title `{words(element).strip()}` has spaces around it: take them out"


TEXT_RULES: ImsRules = {
    "title": _check_titles,
    "encoding": _check_encoding,
}
