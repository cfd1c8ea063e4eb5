"""Parts of a text in another language: each runs in that language's direction."""

from __future__ import annotations

from scormpack.late_regex import compile_late
from scormpack.render.direction import direction_of

# Only for HTML that the sanitiser wrote: its attributes always stand in double quotes.
_PART = compile_late(r'<([a-z0-9]+)((?: (?!dir=)[a-z-]+="[^"]*")*?) lang="([^"]+)"((?: (?!dir=)[a-z-]+="[^"]*")*)>')


def turn_parts(html: str, language: str) -> str:
    """Return HTML of a page in ``language`` in which each part in another language has that language's ``dir``.

    Parts that say their ``dir`` keep it; where all directions are the page's own, nothing changes.
    """
    directions = {direction_of(match[3]) for match in _PART.finditer(html)}
    if directions <= {direction_of(language)}:
        return html
    return _PART.sub(lambda part: f'<{part[1]}{part[2]} lang="{part[3]}"{part[4]} dir="{direction_of(part[3])}">', html)
