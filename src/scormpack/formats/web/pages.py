"""What a page's head says in a web package, over what it says in every format."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scormpack.formats.web.icons import Icon
from scormpack.formats.web.names import MANIFEST
from scormpack.late_regex import compile_late

_END = compile_late(rb"</head\s*>", re.IGNORECASE)
_NO_ICON = b'<link rel="icon" href="data:,">\n'


def link_page(path: str, page: bytes, icons: Sequence[Icon], colour: str) -> bytes:
    """Return the page with links to the manifest and the icons, counted from where it lies.

    A page without an end of its head comes back as it is: the rules tell of it.

    Args:
        path: of the page.
        page: its bytes.
        icons: the drawing first, iOS's last.
        colour: of the window's edge, ``#rrggbb``.
    """
    up = path.count("/") * "../"
    drawing, *_, apple = icons
    lines = [
        f'<link rel="manifest" href="{up}{MANIFEST}">',
        f'<link rel="apple-touch-icon" href="{up}{apple.path}">',
        f'<meta name="theme-color" content="{colour}">',
    ]
    if _NO_ICON in page:  # a course without a logo
        lines.append(f'<link rel="icon" href="{up}{drawing.path}">')
        page = page.replace(_NO_ICON, b"", 1)
    added = "".join(f"{line}\n" for line in lines).encode()
    end = _END.search(page)
    return page if end is None else page[: end.start()] + added + page[end.start() :]
