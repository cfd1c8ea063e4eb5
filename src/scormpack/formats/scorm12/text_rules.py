"""Rules on a manifest's words: what LMSs cut, lose or refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from scormpack.formats.rules import Package, Rules
from scormpack.formats.scorm12.names import CP, MD
from scormpack.formats.scorm12.tree import children, every, words

_LONGEST_TITLE = 200  # imscp_rootv1p1p2.xsd, titleType; Moodle's own limit is 255
# IMS MD 1.2 information model: smallest permitted maxima, which every reader takes.
_LONGEST_TEXTS = {"title": 1000, "description": 2000, "keyword": 1000, "version": 50, "entry": 1000}
_DURATION = re.compile(r"PT(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?")
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>'


def _check_titles(package: Package) -> Iterator[str]:
    """CAM 1.2, 2.3.6.2: an organization and each item have exactly one."""
    for name in ("organization", "item"):
        for element in every(package.root, name):
            titles = children(element, "title")
            if len(titles) != 1:
                yield f"{name} `{element.get('identifier')}` has {len(titles)} titles: write exactly one"
            for title in titles:
                yield from _judge_title(words(title))


def _judge_title(text: str) -> Iterator[str]:
    if not text.strip():
        yield "a title is empty: write one"
    elif text == "0":
        yield "the title is `0`, which Moodle shows as nothing: write `Zero` or any other words"
    elif len(text) > _LONGEST_TITLE:
        yield (
            f"the title `{text[:40]}…` has {len(text)} characters; SCORM 1.2 allows {_LONGEST_TITLE}: shorten it, "
            "the rest may go into `summary`"
        )


def _check_lengths(package: Package) -> Iterator[str]:
    """Complaint 26."""
    for text in every(package.root, "langstring", MD):
        parent = text.getparent()
        name = "" if parent is None else etree.QName(parent).localname
        longest = _LONGEST_TEXTS.get(name)
        if longest is not None and len(words(text)) > longest:
            yield f"the meta-data's {name} has {len(words(text))} characters: shorten it to {longest}"
        if not words(text).strip():
            yield f"the meta-data's {name} is empty: write it, or leave it out"


def _check_duration(package: Package) -> Iterator[str]:
    for element in package.root.iterfind(f".//{{{MD}}}typicallearningtime/{{{MD}}}datetime"):
        if not _DURATION.fullmatch(words(element)):
            yield f"the learning time is `{words(element)}`: write an ISO 8601 duration, as `PT1H24M`"


def _check_encoding(package: Package) -> Iterator[str]:
    if not package.data.startswith(_DECLARATION):
        yield f"the manifest does not begin with `{_DECLARATION.decode()}`: write it"
    if b"<!DOCTYPE" in package.data:
        yield "the manifest has a DOCTYPE: leave it out, LMSs refuse it or fetch it"
    if b"&#" in package.data:
        yield "the manifest has a numeric character reference, which Moodle shows literally: write the character"
    for element in package.root.iter(f"{{{CP}}}title"):
        if words(element) != words(element).strip():
            yield f"the title `{words(element).strip()}` has spaces around it: take them out"


TEXT_RULES: Rules = {
    "title": _check_titles,
    "text-length": _check_lengths,
    "duration": _check_duration,
    "encoding": _check_encoding,
}
