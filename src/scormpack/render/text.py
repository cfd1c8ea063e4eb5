"""The author's Markdown as it stands on a page: addresses, links that leave, pictures, tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from scormpack.late_regex import compile_late
from scormpack.markup import replace_links, to_html, to_phrase
from scormpack.model import Media
from scormpack.render.figures import Figures
from scormpack.render.language_parts import turn_parts
from scormpack.render.links import Links
from scormpack.render.messages import Messages

_SEEN_OR_HEARD = re.compile("<(?:img|video|audio|iframe)")
_WIDE_TABLE = compile_late(
    r'<div class="table">(<table[^>]*>\s*<thead>\s*<tr>(?:\s*<t[hd][^>]*>(?:(?!</tr>).)*?</t[hd]>){3})', re.DOTALL
)
_WIDE_FORMULA = compile_late(
    r'<span class="(formula|formula-line)">(?=<math(?:(?!</math>).)*<annotation [^>]*>[^<]{29})'
)
_CALL_OUT = compile_late(
    r'<div class="markdown-alert markdown-alert-(\w+)">(\s*<p class="markdown-alert-title">)(?i:(\1)|([^<]*))</p>'
)


class Texts(NamedTuple):
    """Turns the texts of one page into HTML.

    Attributes:
        media: by the reference as the author wrote it.
        up: way from the page's folder to the site's: ``""`` or ``../``.
        messages: words for what the page adds.
        hosts: that the course declares: frames may show their pages.
    """

    media: Mapping[str, Media]
    up: str
    messages: Messages
    hosts: frozenset[str] = frozenset()

    def blocks(self, text: str | None, prefix: str = "") -> Markup:
        """Return a text as paragraphs, lists, tables …; "" for None. ``prefix`` keeps footnote ids apart."""
        return Markup(self._place(to_html(text, prefix=prefix, hosts=self.hosts)) if text else "")  # noqa: S704 - sanitised

    def phrase(self, text: str) -> str:
        """Return a short text, without a paragraph around it where it is but one."""
        html = to_phrase(text, self.hosts)
        return self._place(html) if "<" in html else html  # all that is placed stands in a tag

    def _place(self, html: str) -> str:
        if "<a " in html:
            html = Links(self.media, self.messages).write(html)
        if "<table" in html:
            label = escape(self.messages.say("site.table"))
            html = _WIDE_TABLE.sub(rf'<div class="table" role="group" tabindex="0" aria-label="{label}">\1', html)
        if "markdown-alert" in html:
            html = _CALL_OUT.sub(self._name_call_out, html)
        if "footnote-backref" in html:
            label = escape(self.messages.say("site.footnote-back"))
            html = html.replace('class="footnote-backref"', f'class="footnote-backref" aria-label="{label}"')
        if "<math" in html:
            label = escape(self.messages.say("site.formula"))
            html = _WIDE_FORMULA.sub(rf'<span class="\1" role="group" tabindex="0" aria-label="{label}">', html)
        if " lang=" in html:
            html = turn_parts(html, self.messages.language)
        if _SEEN_OR_HEARD.search(html):
            html = Figures(self.media, self.up, self.messages).draw(html)
        return replace_links(html, self._address) if "=" in html else html

    def _name_call_out(self, match: re.Match[str]) -> str:
        kind, start, usual, own = match.groups()
        title = escape(self.messages.say(f"site.call-out-{kind}")) if usual else own
        return f'<div class="markdown-alert markdown-alert-{kind}" role="note">{start}{title}</p>'

    def _address(self, reference: str) -> str:
        found = self.media.get(reference)
        return self.up + found.target if found else reference
