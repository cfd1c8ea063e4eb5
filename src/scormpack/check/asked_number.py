"""Prompts that ask for another number of answers than there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from scormpack.check.asked_question import AskedChoice, QuestionList
from scormpack.check.place import Fault
from scormpack.markup.searches import make_search, search_any

# By language: verbs that ask for answers, question words, what may stand before a number, the numbers from two to
# five, and what follows a verb that asks for every right answer.
_WORDS = {
    "en": (
        "choose|select|pick|tick|check|mark",
        "which|what",
        "the|exactly",
        "two|three|four|five",
        "(?:all|any)(?: of)?(?: the (?:options|answers|ones))? (?:that|which) (?:apply|fit|are (?:true|right|correct))",
    ),
    "de": (
        "wählen sie|wähle|kreuzen sie|kreuze|markieren sie|markiere",
        "welche",
        "die|genau",
        "zwei|drei|vier|fünf",
        r"alles? (?:\w+ )?(?:zutreffend|richtig|passend|aus, was|an, was)",
    ),
    "fr": (
        "choisissez|choisis|sélectionnez|cochez|coche",
        "quelles|quels",
        "les|sont les",
        "deux|trois|quatre|cinq",
        "(?:toutes|tous|tout)",
    ),
    "es": (
        "elige|elija|selecciona|seleccione|marca|marque",
        "qué|cuáles",
        "las|los|son las|son los",
        "dos|tres|cuatro|cinco",
        "(?:todas|todos|todo)",
    ),
    "pt": (
        "escolha|selecione|marque|assinale",
        "quais",
        "as|os|são as|são os",
        "duas|dois|três|quatro|cinco",
        "(?:todas|todos|tudo)",
    ),
}
_NUMBERS = {
    **dict.fromkeys(("two", "zwei", "deux", "dos", "duas", "dois", "2"), 2),
    **dict.fromkeys(("three", "drei", "trois", "tres", "três", "3"), 3),
    **dict.fromkeys(("four", "vier", "quatre", "cuatro", "quatro", "4"), 4),
    **dict.fromkeys(("five", "fünf", "cinq", "cinco", "5"), 5),
}
_ALL_WORDS = {
    "en": ("all", "any"),
    "de": ("alle",),
    "fr": ("tou",),
    "es": ("tod",),
    "pt": ("tod", "tud"),
}
_NUMBER = {
    language: (rf"(?i)\b(?:{verbs}|(?P<word>{words}))(?: (?:{before}))? (?P<number>{numbers}|[2-5])\b(?![-.,]\w)")
    for language, (verbs, words, before, numbers, _) in _WORDS.items()
}
_EVERYTHING = {
    **{language: rf"(?i)\b(?:{verbs}) {all_of}" for language, (verbs, *_, all_of) in _WORDS.items()},
    "ar": "(?:اختر|حدد|اختاري|حددي) (?:كل|جميع)",
    "hi": "सभी (?:सही|लागू|उपयुक्त)[^।?]{0,60}चुन",
    "ja": "(?:すべて|全て)(?:選|お選)",
    "zh": "(?:选择|選擇|选出|選出|勾选|勾選)(?:所有|全部)",
}
# A prompt without one of these, in small letters, asks for no number: most do not.
_SIGNS = {
    **{
        language: (*numbers.split("|"), *"2345", *_ALL_WORDS[language]) for language, (*_, numbers, _) in _WORDS.items()
    },
    "ar": ("كل", "جميع"),
    "hi": ("सभी",),
    "ja": ("て",),
    "zh": ("所有", "全部"),
}


def check_asked_numbers(held: QuestionList) -> Iterator[Fault]:
    """Yield the prompts that ask for two answers where three are right, or for all where learners may choose one."""
    if held.language not in _EVERYTHING:
        return
    prompts = "\n".join([question.prompt for question in held.questions])
    if _search_asked(held.language)(prompts) if prompts.isascii() else _search_signs(held.language)(prompts.lower()):
        for choice in held.choices:
            yield from _misled(choice)


def _misled(choice: AskedChoice) -> Iterator[Fault]:
    asked, language = choice.asked, choice.asked.held.language
    prompt = " ".join(asked.question.prompt.split())
    right = len(choice.correct)
    if right == 1 and (everything := re.search(_EVERYTHING[language], prompt)):
        message = "the prompt asks for several answers, and as one option is right, learners can choose one only"
        yield asked.fault(message, "Mark the others that are right, or ask for one.", "prompt", at=everything[0])
    elif language in _NUMBER and (match := re.search(_NUMBER[language], prompt)):
        wanted = _NUMBERS[match["number"].lower()]
        # "Which two belong together?" may have one option that names both.
        if wanted in (right, len(choice.texts)) or (right == 1 and match["word"]):
            return
        message = (
            f"the prompt asks for {match['number']}, and {right} of the options {'is' if right == 1 else 'are'} right"
        )
        yield asked.fault(message, "Mark as many as you ask for, or change the number.", "prompt", at=match[0])


@cache
def _search_asked(language: str) -> Callable[[str], bool]:
    """Return what says whether prompts, all of ASCII, may ask for a number: no ends of words are looked for."""
    if language not in _WORDS:
        return lambda _: False
    verbs, words, before, numbers, all_of = _WORDS[language]
    asked = f"(?i)(?:{verbs}|{words})(?: (?:{before}))? (?:{numbers}|[2-5])|(?:{verbs}) {all_of}"
    return make_search(asked.replace(" ", r"[\s\x1c-\x1f]+"))


@cache
def _search_signs(language: str) -> Callable[[str], bool]:
    """Return what says whether a prompt in small letters may ask for a number."""
    return search_any(*_SIGNS[language])
