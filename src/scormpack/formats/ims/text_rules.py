"""Rules on the words of anybody's manifest: what LMSs cut, lose or refuse."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.formats.fault import Fault, at
from scormpack.formats.ims.binding import Binding, ImsRules, words
from scormpack.formats.rules import Package


def _check_titles(binding: Binding, package: Package) -> Iterator[Fault]:
    """CAM, 2.3.6.2 in 1.2 and 3.4.1 in 2004: an organization and each item have exactly one."""
    for name in ("organization", "item"):
        for element in binding.all_in(package, name):
            titles = binding.children(element, "title")
            if len(titles) != 1:
                sentence = f"{name} `{element.get('identifier')}` has {len(titles)} titles: write exactly one"
                yield at(element, sentence)
            for title in titles:
                if not words(title).strip():
                    yield at(title, "a title is empty: write one")


def _check_zero_titles(binding: Binding, package: Package) -> Iterator[Fault]:
    for title in binding.all_in(package, "title"):
        if words(title) == "0":
            yield at(title, "the title is `0`, which Moodle shows as nothing: write `Zero` or any other words")


def _check_title_lengths(binding: Binding, package: Package) -> Iterator[Fault]:
    for title in binding.all_in(package, "title"):
        text = words(title)
        if len(text) > binding.longest_title:
            yield at(
                title,
                f"the title `{text[:40]}…` has {len(text)} characters; {binding.title} allows {binding.longest_title}: "
                "shorten it, the rest may go into `summary`",
            )


TEXT_RULES: ImsRules = {
    "title": _check_titles,
    "title-zero": _check_zero_titles,
    "title-length": _check_title_lengths,
}
