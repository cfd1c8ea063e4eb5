"""The ends of lines between characters of scripts without spaces: only the author's editor has them."""

from __future__ import annotations

import re

from scormpack.late_regex import compile_late

# Han, kana, their punctuation and full-width forms: what CSS Text 4 (§4.3.2) calls space-discarding. Not Hangul.
_WIDE = r"\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\uff01-\uffef\U00020000-\U0003ffff"
# Quotation marks, dashes, dots: as wide as a Han character that follows or goes before.
_EITHER = r"\u2018\u2019\u201c\u201d\u2014\u2026\xb7"
_TAG = r"</?(?:em|strong|b|i|u|s|del|ins|sub|sup|small|mark|abbr|cite|q|span|bdi|a|code|kbd|samp|var)\b[^>]*>"
_END = compile_late(
    rf"(?<=[{_WIDE}])((?:{_TAG})*)\n((?:{_TAG})*)(?=[{_WIDE}{_EITHER}])"
    rf"|(?<=[{_EITHER}])((?:{_TAG})*)\n((?:{_TAG})*)(?=[{_WIDE}])"
)
_CODE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def join_lines(html: str) -> str:
    """Return sanitised HTML without the line ends that a browser would show as a space within Chinese or Japanese.

    Code keeps its lines, and so does every line end beside a letter of another script.
    """
    if html.isascii() or "\n" not in html:
        return html
    parts = _CODE.split(html)
    parts[::2] = [_END.sub(_without_end, part) for part in parts[::2]]
    return "".join(parts)


def _without_end(match: re.Match[str]) -> str:
    return "".join(filter(None, match.groups()))
