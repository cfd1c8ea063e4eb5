"""Facts about credentials in the files of a package."""

from __future__ import annotations

import pytest

from scormpack.formats.xapi.credentials import find_secrets


@pytest.mark.parametrize("beside", ["", "ä", "語"])
@pytest.mark.parametrize("broken", [b"", b"\xff"])
def test_a_token_is_found_in_any_bytes(beside: str, broken: bytes) -> None:
    """Also in a file that is no UTF-8; a lesson that only tells of one is none."""
    page = f'<p>{beside}</p><a href="https://x.org/?auth=QmFzaWMgYWxhZGRpbg">'.encode() + broken
    assert find_secrets("html", page) == ("a launch address with its token",)
    assert find_secrets("html", f"<p>{beside} ?auth=QmFzaWMgYWxhZGRpbg</p>".encode() + broken) == ()
    assert find_secrets("css", page) == ()
