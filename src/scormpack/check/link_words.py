"""Links whose words do not say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredText
from scormpack.check.folded_text import fold
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.markup import plain_text

_LINK = compile_late(r'<a href="([^"#]*)"[^>]*>(.*?)</a>', re.DOTALL)
_EMPTY_WORDS = frozenset(
    """
    here|click here|click|click this|click this link|this|this link|this page|this site|link|the link|a link|more
    read more|learn more|see more|see here|find out more|more info|more information|go|page|website|url|download here
    hier|hier klicken|klick hier|klicken sie hier|klicke hier|dieser link|link|mehr|mehr erfahren|weiterlesen|weiter
    ici|cliquez ici|cliquer ici|clique ici|ce lien|cette page|lien|en savoir plus|lire la suite|plus
    aquí|aqui|haz clic aquí|haga clic aquí|pulsa aquí|clic aquí|este enlace|enlace
    leer más|más|más información|saber más
    clique aqui|neste link|este link|leia mais|mais|saiba mais|mais informações
    这里|這裡|点击这里|點擊這裡|点这里|点击此处|此处|链接|連結|更多|阅读更多|了解更多
    ここ|こちら|ここをクリック|こちらをクリック|リンク|詳細|詳しくはこちら|もっと見る|続きを読む
    यहाँ|यहां|यहाँ क्लिक करें|यहां क्लिक करें|लिंक|और पढ़ें|अधिक|अधिक जानकारी
    هنا|اضغط هنا|انقر هنا|الرابط|رابط|هذا الرابط|المزيد|اقرأ المزيد
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
) - {""}


def check_link_words(text: AuthoredText) -> Iterator[Fault]:
    """Yield the links that read "here" or "read more" (WCAG 2.2, 2.4.4): out of their sentence they say nothing."""
    if "](" not in text.markdown and "<a" not in text.markdown and "][" not in text.markdown:
        return
    for match in _LINK.finditer(text.html):
        words = plain_text(match[2])
        if fold(words) in _EMPTY_WORDS:
            message = f"this link reads `{words}`, which says nothing to who hears a list of links"
            yield text.fault(message, "Let it name what it leads to: `[the pension office](…)`.", at=f"[{words}]")
        elif not words and "<img" not in match[2]:
            message = "this link has no words, so nobody can follow it"
            yield text.fault(message, "Put words between the brackets: `[the pension office](…)`.", at=match[1])
