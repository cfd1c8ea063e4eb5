"""What Markdown takes for HTML and no page may hold: learners see nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.markup import refused_tags

_HTML = frozenset(
    (
        *("script", "style", "form", "input", "button", "select", "textarea", "object", "embed", "applet", "svg"),
        *("html", "head", "body", "meta", "link", "title", "base", "font", "center", "main", "header", "footer"),
        *("article", "aside", "nav", "canvas", "marquee", "template", "slot", "dialog", "frame", "frameset"),
        *("noscript", "big", "math"),
    )
)


def check_refused_tags(text: AuthoredText) -> Iterator[Fault]:
    """Yield each kind of tag that vanishes from a text: of HTML, or a word that its author put into such brackets."""
    if "<" not in text.markdown:
        return
    for tag in dict.fromkeys(refused_tags(text.markdown)):
        name = tag.strip("<>/ ").split()[0].lower()
        if name in _HTML:
            what = " and all that is in it" if name in {"script", "style"} else ""
            hint = "Say it in Markdown, or in one of the elements that docs/lesson-format.md lists."
            yield text.fault(f"`<{name}>` may not stand in a page: it{what} is taken out", hint, at=tag)
        else:
            message = f"`{tag}` is taken for HTML, and learners do not see it"
            yield text.fault(message, f"Write `\\{tag}`, or put it between back-ticks.", at=tag)
