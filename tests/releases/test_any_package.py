"""Facts about packages of strangers, and of nobody's making: what is compared of them, and that nothing breaks."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormpack.releases import Risk, compare_package, record_package

_OPEN = b'<script type="application/json" id="scormpack-data">'


def test_a_strangers_package_is_compared_by_what_it_has() -> None:
    """Its identifiers and files are there; what cannot be read changes nothing."""
    manifest = (
        b"<manifest><metadata><schemaversion>1.2</schemaversion></metadata><organizations><organization>"
        b'<title>T</title><item identifier="%b" identifierref="r"/></organization></organizations></manifest>'
    )
    old = record_package("a.zip", {"imsmanifest.xml": manifest % b"one", "index.html": b"<p>", "x.js": b"1"})
    assert (old.format, old.tracks, old.title) == ("scorm12", ("one",), "T")
    new = record_package("a.zip", {"imsmanifest.xml": manifest % b"two", "index.html": b"<b>", "x.js": b"1"})
    assert [reason.risk for reason in compare_package(old, new).reasons] == [Risk.TRACKS, Risk.CONTENT]
    assert record_package("b.zip", {"imsmanifest.xml": b"<"}).tracks == ()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["unit", "lesson", "quiz", "questions", "id", "points", "passMark"]), inner)
    ),
    max_leaves=12,
)


@given(_JSON)
def test_a_page_that_only_looks_like_ours_breaks_nothing(data: Any) -> None:  # noqa: ANN401 - any JSON
    """Whatever stands in it, the package has a record that compares with itself."""
    page = f'<main><script type="application/json" id="scormpack-data">{json.dumps(data)}</script></main>'
    record = record_package("a.zip", {"imsmanifest.xml": b"<manifest/>", "index.html": page.encode()})
    assert compare_package(record, record).reasons == ()


@pytest.mark.parametrize(
    "page", [b"<main>" * 200_000, _OPEN * 60_000, _OPEN + b"[" * 500_000], ids=["main", "open", "deep"]
)
def test_a_page_made_to_be_slow_is_read_at_once(page: bytes) -> None:
    """Nothing is looked for twice, and nothing is read too deep."""
    assert record_package("a.zip", {"index.html": page + b"</script>"}).lessons == {}
