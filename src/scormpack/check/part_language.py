"""Parts in another language whose language no browser will know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late

_LANGUAGE = compile_late(r'<[a-z0-9]+(?: [a-z-]+="[^"]*")*? (?:lang|srclang)="([^"]*)"')
# RFC 5646 §2.1, as far as anybody uses it: a language of two or three letters, its script, region and variants.
_TAG = compile_late(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?", re.IGNORECASE
)


def check_part_languages(text: AuthoredText) -> Iterator[Fault]:
    """Yield each ``lang`` that is no language tag: a screen reader would read that part in the page's language."""
    if "lang" not in text.markdown or "<" not in text.markdown:
        return
    for match in _LANGUAGE.finditer(text.html):
        tag = unescape(match[1])
        if not _TAG.fullmatch(tag):
            message = f"`{tag}` is no language tag" if tag.strip() else "this language tag is empty"
            hint, mend = 'Write a BCP 47 tag: `lang="fr"`, `lang="pt-BR"`, `lang="ar"`.', None
            dashed = tag.replace("_", "-").strip()
            if _TAG.fullmatch(dashed):
                hint, mend = f'Write `lang="{dashed}"`.', (f'lang="{tag}"', f'lang="{dashed}"')
            yield text.fault(message, hint, at=tag or "lang", mend=mend)
