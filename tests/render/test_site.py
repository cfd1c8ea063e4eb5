"""Facts about files that are made bytes of when somebody reads them."""

from __future__ import annotations

from scormpack.render.site import Files, Seen, later_file


class Later:
    """A file that can be read."""

    seen = Seen((), ())

    def read(self) -> bytes:
        """Return what it holds."""
        return b"later"


def test_files_are_a_mapping_like_any_other() -> None:
    """Read, counted, compared, put together and sorted, whichever of them wait."""
    files = Files({"b": Later(), "a": b"now"})
    assert files == {"a": b"now", "b": b"later"}
    assert (list(files), len(files), "b" in files, "c" in files, files.get("c")) == (["b", "a"], 2, True, False, None)
    assert list((files | {"c": b"", "b": b"other"}).items()) == [("b", b"other"), ("a", b"now"), ("c", b"")]
    assert list(files.sorted()) == ["a", "b"]
    assert files.keys() - {"a"} == {"b"}


def test_a_file_that_waits_is_told_from_others() -> None:
    """Also in files that were put together of others, as long as nobody has written another over it."""
    later = Later()
    files = Files({"a": later, "b": b""})
    assert later_file(files | {"c": b""}, "a") is later
    assert later_file(Files(files), "a") is later
    for others in (files | {"a": b""}, {"a": b""}, Files({})):
        assert later_file(others, "a") is None
    assert later_file(files, "b") is None
