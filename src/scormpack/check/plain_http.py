"""Links that go over the network for anybody to read and to change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.markup import links_of

_HOST = compile_late(r"http://(?:[^/?#@]*@)?(\[|[^/?#:]+)", re.IGNORECASE)
# Hosts that are this machine or this network, or that stand for none (RFC 1918, RFC 2606, RFC 6761).
_NO_HOST = compile_late(
    r"(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+|\[|[^.]+"
    r"|(?:.*\.)?(?:local|test|invalid|example|localhost|onion|example\.(?:com|org|net))",
    re.IGNORECASE,
)


def check_plain_http(text: AuthoredText) -> Iterator[Fault]:
    """Yield the links that begin with ``http:``, to a host that the world can reach."""
    if "http://" not in text.markdown.lower():
        return
    for target in dict.fromkeys(link.target for link in links_of(text.markdown)):
        host = _HOST.match(target)
        if host and not _NO_HOST.fullmatch(host[1]):
            message = "this link is not encrypted: anybody on the way can read and change what it shows"
            yield text.fault(message, f"Write `https{target[4:]}`, and look whether it opens.", at=target)
