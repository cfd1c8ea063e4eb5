"""Facts about WebVTT files."""

from __future__ import annotations

import pytest

from scormpack.load.captions import CaptionFault, Cue, read_captions, write_transcript

GOOD = """\ufeffWEBVTT - a title
Kind: captions

NOTE A remark
of two lines

STYLE
::cue { color: red }

1
00:00.500 --> 00:02.000 align:start
<v.loud Amara>Put the <b>task</b> first.

01:00:02.000 --> 01:00:03.000
- Why &amp; how?
"""


def test_cues_are_read() -> None:
    """Times with and without hours, names, settings, speakers and tags are read; remarks and styles are not."""
    assert read_captions(GOOD.replace("\n", "\r\n").encode()) == [
        Cue(0.5, 2.0, "Amara", "Put the task first."),
        Cue(3602.0, 3603.0, "", "- Why & how?"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "its first line must be `WEBVTT`"),
        ("WEBVTTx\n\n", 1, "its first line must be `WEBVTT`"),
        ("1\n00:00:01,000 --> 00:00:02,000\nSubRip.", 1, "its first line must be `WEBVTT`"),
        ("WEBVTT\n\nNOTE nothing\n", 1, "it has no captions"),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nx", 3, "a time looks like `00:01.000 --> 00:04.000`"),
        ("WEBVTT\n\na\n00:01.000 -> 00:02.000\nx", 4, "a time looks like `00:01.000 --> 00:04.000`"),
        ("WEBVTT\n\nwords alone", 4, "a time looks like `00:01.000 --> 00:04.000`"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nx", 3, "this caption ends before it begins"),
        (
            "WEBVTT\n\n00:02.000 --> 00:03.000\nx\n\n00:01.000 --> 00:04.000\ny",
            6,
            "this caption begins before the one above it",
        ),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>", 3, "this caption has no words"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, line: int, message: str) -> None:
    """What a browser would drop in silence is told."""
    assert read_captions(text.encode()) == CaptionFault(line, message)


def test_captions_are_utf_8() -> None:
    """Another encoding is told, not guessed."""
    assert read_captions("WEBVTT\n\né".encode("latin-1")) == CaptionFault(1, "it is not UTF-8")


def test_a_transcript_has_a_paragraph_for_each_turn_and_pause() -> None:
    """Who speaks is named once a turn; words that follow each other stand together."""
    cues = [
        Cue(0, 1, "Amara", "One."),
        Cue(1, 2, "Amara", "Two."),
        Cue(2, 3, "Ben", "Three."),
        Cue(9, 10, "Ben", "Four."),
        Cue(10, 11, "", "Five."),
    ]
    assert write_transcript(cues) == ("Amara: One. Two.", "Ben: Three.", "Four. Five.")
