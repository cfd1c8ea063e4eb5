"""Options that speak of the place of others, where options are shuffled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain

from scormpack.check.asked_question import QuestionList
from scormpack.check.place import Fault
from scormpack.markup.searches import make_search

_PLACES = {
    "en": (
        r"(?:all|none|any|both|neither|either|some|two)(?: two)?(?: of)?(?: the)?"
        r"(?: (?:answers|options|choices))?(?: given| listed)? (?:above|below|preceding|previous|foregoing)(?: \w+)?"
        r"|(?:both|neither|only) (?:answers? |options? )?\(?[a-f]\)?,? (?:and|nor|&) \(?[a-f]\)?"
        r"|(?:answers? |options? )\(?[a-f]\)? (?:and|&) \(?[a-f]\)?"
        r"|\(?[a-f1-6]\)? (?:and|&) \(?[a-f1-6]\)? only"
    ),
    "de": (
        r"(?:alles?|keine?[rs]?|beides?|nichts)(?: der| von| davon)?(?: antworten)?"
        r" (?:obigen|oben ?genannten?|oben|vorstehenden|vorherigen|vorgenannten)(?: \w+)?"
        r"|sowohl [a-f] als auch [a-f]|(?:antworten? |nur )[a-f] und [a-f]"
    ),
    "fr": (
        r"(?:toutes?|tous|tout|aucune?|les deux)(?: des?)?(?: les)?(?: (?:réponses|propositions|options|choix))?"
        r" (?:ci-dessus|précédente?s?|qui précèdent?|susmentionnée?s)"
        r"|(?:à la fois|seulement|réponses?) [a-f] et [a-f]"
    ),
    "es": (
        r"(?:tod[ao]s?|ningun[ao]s?|ningún|amb[ao]s)(?: de)?(?: l[ao]s)?(?: (?:respuestas|opciones))?"
        r" (?:anterior(?:es)?|de arriba|arriba|mencionad[ao]s|precedentes)"
        r"|tanto [a-f] como [a-f]|(?:solo|sólo|respuestas|opciones) [a-f] y [a-f]"
    ),
    "pt": (
        r"(?:tod[ao]s?|nenhum[a]?|amb[ao]s)(?: d?[ao]s)?(?: (?:respostas|opções|alternativas))?"
        r" (?:acima|anterior(?:es)?|citad[ao]s|mencionad[ao]s|precedentes)"
        r"|tanto [a-f] (?:como|quanto) [a-f]|(?:apenas|somente|respostas|alternativas) [a-f] e [a-f]"
    ),
    "ar": r"(?:كل|جميع|كلا|لا شيء|ليس أي|لا أحد|أي)\b.*(?:ما سبق|مما سبق|أعلاه|ذكر|المذكور\w*|السابق\w*)",
    "hi": r"(?:उपरोक्त|उपर्युक्त|ऊपर (?:के|दिए|दिये)).*(?:सभी|कोई|दोनों|में से).*",
    "ja": r"(?:上記|以上|上|前記)の(?:選択肢の)?(?:すべて|全て|全部|いずれ|どれ|両方).*",
    "zh": r"(?:以上|上述|上列|前述)(?:选项|選項|答案|各项|各項)?(?:都|皆|均|全|所有|两|兩|没有|沒有|无|無).*",
}
LONGEST = 80
"""Letters: a longer option says more than where others stand."""


def check_option_places(held: QuestionList) -> Iterator[Fault]:
    """Yield the options such as "all of the above" that may stand anywhere, or that have nothing above them."""
    if not _search_lines(held.language)("\n".join(chain.from_iterable(each.folded for each in held.choices))):
        return  # nearly always
    pattern = re.compile(_pattern_of(held.language))
    for asked, texts, folded, _ in held.choices:
        for at, text in enumerate(folded if held.shuffled else folded[:1]):
            if len(texts[at]) <= LONGEST and pattern.fullmatch(text):
                why = "the quiz shuffles its options" if held.shuffled else "it is the first option"
                message = f"this option speaks of the place of others, and {why}"
                hint = (
                    "Say it without a place, as in `All of these`; or take `options` out of `shuffle` and put it last."
                )
                yield asked.fault(message, hint, "options", at, "text")


def _pattern_of(language: str) -> str:
    """Return that of a language, and of English: it is in courses of any language."""
    return "|".join(_PLACES[spoken] for spoken in dict.fromkeys(("en", language)) if spoken in _PLACES)


@cache
def _search_lines(language: str) -> Callable[[str], bool]:
    """Return what says whether a line of a text may be all such an option."""
    # Rust takes marks over letters for letters, and a half for none.
    wider = _pattern_of(language).replace(r"\b", "").replace(r"\w", r"[\w\p{N}]")
    return make_search(f"(?m)^(?:{wider})$")
