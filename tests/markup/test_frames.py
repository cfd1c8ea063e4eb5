"""Frames: only of hosts that are named, and with nothing in them."""

from __future__ import annotations

import pytest

from scormpack.markup import clean_markdown, host_of, to_html

HOSTS = frozenset(["player.example.org"])


@pytest.mark.parametrize(
    "address",
    [
        "https://player.example.org.evil.example/1",
        "https://evil.example/player.example.org",
        "https://player.example.org@evil.example/",
        "https://player.example.org:8443/",
        "http://player.example.org/1",
        "//player.example.org/1",
        "page.html",
        "javascript:alert(1)",
        "https://[player.example.org/",
    ],
)
def test_frames_of_other_hosts_go(address: str) -> None:
    """A frame stays for an exact host over https alone."""
    assert "<iframe" not in to_html(f'<iframe src="{address}" title="x"></iframe>', hosts=HOSTS)


def test_a_frame_of_a_named_host_stays() -> None:
    """Its address and title stay; what could run, and what stands in it, goes."""
    text = '<iframe src="https://Player.example.org/1?a=1&b=2" title="T" onload="x()" srcdoc="<b>"><script>x</script>'
    html = '<iframe src="https://Player.example.org/1?a=1&amp;b=2" title="T"></iframe>'
    assert to_html(text, hosts=HOSTS) == html
    assert clean_markdown(text) == html


def test_without_hosts_no_frame_stays() -> None:
    """A course that names no host has no frames."""
    assert to_html('a <iframe src="https://player.example.org/1"></iframe> b') == "<p>a  b</p>"


def test_host_of() -> None:
    """The host is read as a browser reads it."""
    assert host_of("https://A.example.org/x") == "a.example.org"
    assert host_of("http://a.example.org/x") is None
