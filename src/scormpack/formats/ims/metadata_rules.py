"""Rules on what a package says about itself: learning object meta-data, in either of its two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from scormpack.formats.fault import Fault, at
from scormpack.formats.ims.binding import words

# IMS MD 1.2 and IEEE 1484.12.1: smallest permitted maxima, which every reader takes.
_LONGEST_TEXTS = {"title": 1000, "description": 2000, "keyword": 1000, "version": 50, "entry": 1000}
_LEAST = min(_LONGEST_TEXTS.values())
_DURATION = re.compile(r"PT(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?")


class MetadataNames(NamedTuple):
    """What the two spellings of learning object meta-data call things, in Clark's notation.

    Attributes:
        text: the element of a text in one language.
        time: the element of a learning time; ``duration`` the one in it that says it.
    """

    text: str
    time: str
    duration: str

    def find_length_faults(self, root: etree._Element) -> Iterator[Fault]:
        """Yield a fault for each text that is empty or too long (complaint 26)."""
        for text in root.iter(self.text):
            said = words(text)
            if len(said) <= _LEAST and said.strip():  # as nearly all are
                continue
            parent = text.getparent()
            name = "" if parent is None else str(parent.tag).rpartition("}")[2]
            longest = _LONGEST_TEXTS.get(name)
            if longest is not None and len(said) > longest:
                yield at(text, f"the meta-data's {name} has {len(said)} characters: shorten it to {longest}")
            if not said.strip():
                yield at(text, f"the meta-data's {name} is empty: write it, or leave it out")

    def find_duration_faults(self, root: etree._Element) -> Iterator[Fault]:
        """Yield a fault for each learning time that is no duration."""
        for element in (said for time in root.iter(self.time) for said in time.iterchildren(self.duration)):
            if not _DURATION.fullmatch(words(element)):
                yield at(element, f"the learning time is `{words(element)}`: write an ISO 8601 duration, as `PT1H24M`")
