"""Facts about where an address in a manifest leads."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scormpack.formats.references import resolve

_PIECES = st.sampled_from(["a", "B9", "-", "_", ".", "..", "/", "//", "%2e", "%41", "?q", "#f", "é", " ", "\n", ""])


@given(st.lists(_PIECES, max_size=6).map("".join))
def test_a_plain_address_is_its_own_path(address: str) -> None:
    """Looked at closely or not, an address means one path."""
    closely = posixpath.normpath(unquote(address.partition("#")[0].partition("?")[0]))
    assert resolve(etree.Element("file"), address, may_move=False) == closely
