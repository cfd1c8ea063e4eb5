"""WebVTT files: checked as a browser reads them, and their words as a transcript."""

from __future__ import annotations

import re
from typing import NamedTuple

from scormpack.late_regex import compile_late

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = compile_late(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+.*)?")
_VOICE = compile_late(r"<v(?:\.[^ >]*)?[ \t]+([^>]*)>")
_TAG = compile_late(r"<[^>]*>")
_NOT_CUES = ("NOTE", "STYLE", "REGION")
_PAUSE = 3.0
"""Seconds without words that begin a new paragraph of a transcript."""


class Cue(NamedTuple):
    """Words and the seconds from which to which they are shown; ``voice`` is who speaks, "" where it is not said."""

    start: float
    end: float
    voice: str
    words: str


class CaptionFault(NamedTuple):
    """What is wrong in a file of captions, and in which line, from 1."""

    line: int
    message: str


def read_captions(data: bytes) -> list[Cue] | CaptionFault:
    """Return the cues of a WebVTT file, or its first fault (WebVTT §4.1; a browser drops faulty cues in silence)."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return CaptionFault(1, "it is not UTF-8")
    lines = text.split("\n")
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        return CaptionFault(1, "its first line must be `WEBVTT`")
    cues: list[Cue] = []
    at = next((index for index, line in enumerate(lines) if not line), len(lines))
    while at < len(lines):
        end = next((index for index in range(at, len(lines)) if not lines[index]), len(lines))
        block = lines[at:end]
        if block and not block[0].startswith(_NOT_CUES):
            cue = _read_cue(block, at + 1, cues[-1].start if cues else 0.0)
            if isinstance(cue, CaptionFault):
                return cue
            cues.append(cue)
        at = end + 1
    return cues or CaptionFault(1, "it has no captions")


def write_transcript(cues: list[Cue]) -> tuple[str, ...]:
    """Return what is said, a paragraph for each speaker's turn, and one after each pause."""
    paragraphs: list[str] = []
    last: Cue | None = None
    for cue in cues:
        turn = last is None or (cue.voice and cue.voice != last.voice)
        if turn or (last and cue.start - last.end >= _PAUSE):
            paragraphs.append(f"{cue.voice}: {cue.words}" if cue.voice and turn else cue.words)
        else:
            paragraphs[-1] += f" {cue.words}"
        last = cue
    return tuple(paragraphs)


def _read_cue(block: list[str], line: int, before: float) -> Cue | CaptionFault:
    place = 0 if "-->" in block[0] else 1
    match = _TIMING.fullmatch(block[place].strip()) if place < len(block) else None
    if match is None:
        return CaptionFault(line + place, "a time looks like `00:01.000 --> 00:04.000`")
    start, end = _seconds(match.groups()[:4]), _seconds(match.groups()[4:])
    if end <= start:
        return CaptionFault(line + place, "this caption ends before it begins")
    if start < before:
        return CaptionFault(line + place, "this caption begins before the one above it")
    words = " ".join(block[place + 1 :])
    voice = _VOICE.search(words)
    plain = " ".join(_TAG.sub("", words).split())
    if not plain:
        return CaptionFault(line + place, "this caption has no words")
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&amp;", "&")):
        plain = plain.replace(entity, character)
    return Cue(start, end, voice[1].strip() if voice else "", plain)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
