"""Facts about reading a file and counting places in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scormpack.errors import Finding
from scormpack.load.source import MOST_BYTES, LaterSource, Source, Span, read_source

OPEN = "scormpack.load.source.open"


def read(folder: Path, data: bytes) -> Source | Finding:
    """Return what reading a file of these bytes gives."""
    (folder / "a.yaml").write_bytes(data)
    return read_source(folder / "a.yaml", "a.yaml")


def test_a_file_known_by_its_hash_is_read_when_somebody_asks(tmp_path: Path) -> None:
    """What it holds then is its text; once it is gone it has none."""
    later, gone = (LaterSource(tmp_path, "a.yaml", "0123") for _ in range(2))
    source = read(tmp_path, b"id: a\r\n")
    assert isinstance(source, Source)
    assert (later.file, later.digest) == ("a.yaml", "0123")
    assert later.lines == source.lines
    (tmp_path / "a.yaml").unlink()
    assert (later.text, gone.text) == ("id: a\n", "")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
def test_line_ends_are_one_kind(tmp_path: Path, end: str) -> None:
    """Whatever ends the lines in the file, places are counted alike."""
    source = read(tmp_path, f"one{end}two three{end}".encode())
    assert isinstance(source, Source)
    assert source.lines == ["one", "two three", ""]
    assert source.span(8, 13) == Span(2, 5, 5)


@pytest.mark.parametrize("marks", [0, 1, 2], ids=["no mark", "one mark", "two marks"])
def test_byte_order_marks_are_no_text(tmp_path: Path, marks: int) -> None:
    """A byte order mark, or two, is not part of the text."""
    source = read(tmp_path, b"\xef\xbb\xbf" * marks + b"id: a")
    assert isinstance(source, Source)
    assert source.text == "id: a"


def test_a_span_ends_with_its_line() -> None:
    """What goes on over several lines is underlined in its first."""
    assert Source("a", "a: |  \n  b\n  c\n").span(3, 13) == Span(1, 4, 1)


def test_wide_characters_count_as_one() -> None:
    """An emoji, a CJK character and a letter take one column each."""
    assert Source("a", "🙂大é: x").span(5, 6) == Span(1, 6, 1)


def test_a_span_of_nothing_shows_one_character() -> None:
    """An empty value, and the end of the file, still have a place."""
    source = Source("a", "a:\n")
    assert source.span(2, 2) == Span(1, 3, 1)
    assert source.span(3, 3) == Span(2, 1, 1)


def test_a_finding_shows_its_line() -> None:
    """The line under the place comes with the finding; without a place there is none."""
    source = Source("a", "one\ntwo\n")
    assert source.finding("c", Span(2, 1, 3), "m", "h").source == "two"
    assert source.finding("c", None, "m", "h").line == 0


def test_a_file_of_20_megabytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size alone refuses it: not one byte is read."""
    path = tmp_path / "a.yaml"
    path.touch()
    os.truncate(path, 20_000_000)
    monkeypatch.setattr(OPEN, lambda *_, **__: pytest.fail("it was read"), raising=False)
    finding = read_source(path, "a.yaml")
    assert isinstance(finding, Finding)
    assert (finding.code, "20,000,000" in finding.message) == ("file-too-large", True)


def test_a_file_of_the_greatest_size_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    assert isinstance(read(tmp_path, b"#" * MOST_BYTES), Source)


def test_a_file_that_vanishes_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes between looking at it and reading it is told as missing."""

    def vanish(path: Path, *_: object, **__: object) -> None:
        path.unlink()
        raise FileNotFoundError(2, "No such file or directory", str(path))

    monkeypatch.setattr(OPEN, vanish, raising=False)
    finding = read(tmp_path, b"id: a")
    assert isinstance(finding, Finding)
    assert finding.code == "file-missing"


def test_a_file_that_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own words are passed on."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(OPEN, refuse, raising=False)
    finding = read(tmp_path, b"id: a")
    assert isinstance(finding, Finding)
    assert (finding.code, finding.message) == ("file-unreadable", "this file cannot be read: Permission denied")


def test_a_named_pipe_does_not_keep_us_waiting(tmp_path: Path) -> None:
    """What is no file is refused before it is opened: a pipe without a writer would block for ever."""
    os.mkfifo(tmp_path / "a.yaml")
    finding = read_source(tmp_path / "a.yaml", "a.yaml")
    assert isinstance(finding, Finding)
    assert finding.code == "file-unreadable"


@pytest.mark.parametrize(
    ("data", "line", "column", "shown"),
    [
        pytest.param(b"a\nb\xffc\n", 2, 2, "b\ufffdc", id="in the second line"),
        pytest.param(b"a\r\nb\xff\r\n", 2, 2, "b\ufffd", id="behind CR LF"),
        pytest.param("\ufeffü".encode() + b"\xff", 1, 2, "ü\ufffd", id="behind a byte order mark"),
        pytest.param("日本".encode()[:-1], 1, 2, "日\ufffd", id="cut in a character"),
    ],
)
def test_a_foreign_byte_is_shown_where_it_stands(
    tmp_path: Path, data: bytes, line: int, column: int, shown: str
) -> None:
    """A file that is not UTF-8 is placed at its first byte that is none."""
    finding = read(tmp_path, data)
    assert isinstance(finding, Finding)
    assert (finding.code, finding.line, finding.column, finding.source) == ("not-utf8", line, column, shown)
