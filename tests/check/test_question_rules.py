"""Facts about what questions are warned of: for each rule what is told, where, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from question_findings import found, shown


def choice(*options: str, prompt: str = "P?", right: str = "0") -> str:
    """Return a choice; ``right`` has the indices of the options that are."""
    lines = [f"- id: q\n  type: choice\n  prompt: {prompt}\n  options:"]
    lines += [
        f"    - {{text: {text!r}{', correct: true' if str(at) in right else ''}}}" for at, text in enumerate(options)
    ]
    return "\n".join(lines)


SEQUENCE = "- {id: q, type: sequencing, prompt: P, items: [Mix, Bake, mix]}"
_PAIRS = "[{source: A, target: Oven}, {source: B, target: oven.}, {source: C, target: Tin}]"
PAIRS = f"- {{id: q, type: matching, prompt: P, pairs: {_PAIRS}}}"
SCALE = "- {id: q, type: likert, prompt: P, scale: [Low, High, low]}"


@pytest.mark.parametrize(
    ("question", "at", "severity"),
    [
        (choice("Rye", "Oats", "Rye"), "'Rye'", "error"),
        (choice("Rye", "Oats", "oats"), "'oats'", "warning"),
        (choice("Rye", "Oats", " **rye**."), "' **rye**.'", "warning"),
        (choice("مرحبا", "نعم", "نعم؟"), "'نعم؟'", "warning"),
        (choice("面粉", "水", "水。"), "'水。'", "warning"),
        (SEQUENCE, "mix", "warning"),
        (PAIRS, "oven.", "warning"),
        (SCALE, "low", "warning"),
    ],
)
def test_what_reads_the_same_twice(tmp_path: Path, question: str, at: str, severity: str) -> None:
    """What learners cannot tell apart is told at the second; an error where one is right, the other wrong."""
    (finding,) = found(tmp_path, "same-options", question)
    assert (shown(finding), finding.severity) == (at, severity)


@pytest.mark.parametrize(
    "question",
    [
        choice("5", "-5", "5!", "x²", "x2"),
        choice("The cat", "the cat", "The Cat"),  # it asks about capitals
        choice("`A`", "`a`", "B"),
        choice("résumé", "resume", "C", "C++"),
        PAIRS.replace("oven.", "Oven"),  # two sources may share a target
    ],
)
def test_what_can_be_told_apart(tmp_path: Path, question: str) -> None:
    """Signs, accents, code, and questions about capitals are no finding."""
    assert found(tmp_path, "same-options", question) == []


def test_nothing_to_choose(tmp_path: Path) -> None:
    """A choice whose options are all right is told; one without points is an opinion."""
    (finding,) = found(tmp_path, "every-option-right", choice("A", "B", right="01"))
    assert (finding.line, finding.severity) == (12, "warning")


LONG = "Lower the heat at once, for the fat must never begin to smoke"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((LONG, "Open a window", "Add fat"), True),
        (("降低火力因为油不应该冒烟然后再等一会儿", "打开窗户", "加油"), True),
        ((LONG, "Open a window, and keep it open until the smoke is gone", "Add fat"), False),
        (("Lower the heat", "Window", "Fat"), False),
        ((f"[Heat](https://example.org/{'x' * 99})", "Window", "Fat"), False),
        ((LONG, "Open a window"), False),
    ],
)
def test_the_longest_option_is_right(tmp_path: Path, options: tuple[str, ...], told: bool) -> None:  # noqa: FBT001
    """The one right option is told where it is far longer than every wrong one, as it looks on the page."""
    assert [shown(finding) for finding in found(tmp_path, "option-length", choice(*options))] == (
        [repr(options[0])] if told else []
    )


@pytest.mark.parametrize(
    ("language", "option"),
    [
        *[("en", text) for text in ("All of the above", "None of the above.", "**Both A and B**", "A and C only")],
        *[
            ("en", text)
            for text in (
                "Neither of the above",
                "Both (a) and (b)",
                "All the answers above",
                "Options A and C",
                "All above ½",
            )
        ],
        ("en", "All above ½"),
        *[("de", text) for text in ("Alle oben genannten", "Keine der obigen Antworten", "Sowohl A als auch B")],
        *[("fr", text) for text in ("Toutes les réponses ci-dessus", "Aucune des réponses précédentes")],
        *[("es", text) for text in ("Todas las anteriores", "Ninguna de las anteriores", "Tanto A como B")],
        *[("pt", text) for text in ("Todas as anteriores", "Nenhuma das alternativas acima")],
        *[("zh", text) for text in ("以上都是", "以上皆非", "以上选项都不对", "以上全部")],
        *[("ja", text) for text in ("上記のすべて", "上記のいずれでもない")],
        *[("hi", text) for text in ("उपरोक्त सभी", "उपरोक्त में से कोई नहीं")],
        *[("ar", text) for text in ("كل ما سبق", "جميع ما ذكر", "لا شيء مما سبق", "كلٌ ما سبق")],
    ],
)
def test_all_of_the_above_is_shuffled(tmp_path: Path, language: str, option: str) -> None:
    """In nine languages, an option that speaks of the place of others is told where options are shuffled."""
    question = choice("X", "Y", option)
    (finding,) = found(tmp_path, "option-place", question, quiz="shuffle: [options]", language=language)
    assert shown(finding) == repr(option)


@pytest.mark.parametrize(
    "option",
    [
        "All of these",
        "None of these",
        "Both hands",
        "A shelf above the stove",
        "A and B",
        "Only A",
        "以上海为例",
        "上の段",
    ],
)
def test_options_without_a_place_may_be_shuffled(tmp_path: Path, option: str) -> None:
    """What only sounds like it is no finding."""
    for language in ("en", "ja", "zh"):
        folder = tmp_path / language
        folder.mkdir()
        question = choice("X", option)
        assert found(folder, "option-place", question, quiz="shuffle: [options]", language=language) == []


def test_all_of_the_above_stays_where_nothing_is_shuffled(tmp_path: Path) -> None:
    """In the author's order it may be the last, but not the first."""
    (finding,) = found(tmp_path, "option-place", choice("All of the above", "X", "All of the above!"))
    assert finding.line == 12


@pytest.mark.parametrize(
    ("language", "prompt", "right", "at"),
    [
        ("en", "Choose two. Which?", "012", "Choose two"),
        ("en", "Which three belong here?", "01", "Which three"),
        ("en", "Choose all that apply.", "0", "Choose all that apply"),
        ("de", "Wählen Sie zwei Antworten.", "0", "Wählen Sie zwei"),
        ("de", "Wählen Sie alle zutreffenden Antworten.", "0", "Wählen Sie alle zutreffend"),
        ("fr", "Choisissez trois réponses.", "01", "Choisissez trois"),
        ("es", "Seleccione todas las correctas.", "0", "Seleccione todas"),
        ("pt", "Marque as duas corretas.", "0", "Marque as duas"),
        ("zh", "请选择所有正确的答案。", "0", "选择所有"),
        ("ja", "正しいものをすべて選んでください。", "0", "すべて選"),
    ],
)
def test_a_prompt_asks_for_another_number(tmp_path: Path, language: str, prompt: str, right: str, at: str) -> None:
    """A number in the prompt that is not that of the right options is told at its words."""
    (finding,) = found(tmp_path, "asked-number", choice(*"ABCD", prompt=prompt, right=right), language=language)
    assert shown(finding) == at


@pytest.mark.parametrize(
    ("prompt", "right"),
    [
        ("Choose two.", "01"),
        ("Choose all that apply.", "01"),
        ("Which two belong together?", "0"),  # one option may name both
        ("Choose two-factor sign-in where?", "0"),
        ("Which 3.5 mm plug fits?", "01"),
    ],
)
def test_a_prompt_asks_for_what_there_is(tmp_path: Path, prompt: str, right: str) -> None:
    """Numbers that fit, and numbers of something else, are no finding."""
    assert found(tmp_path, "asked-number", choice(*"ABCD", prompt=prompt, right=right)) == []


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ("answers: [Paris, paris]", "paris"),
        ("answers: [café, Rome, CAFE]", "CAFE"),
        ("answers: [it\u2019s, it's]", "it's"),
        ("answers: [Straße, STRASSE]", "STRASSE"),
        ("text: '{{1}}', blanks: {1: [a, b, 'a  ']}", "'a  '"),
    ],
)
def test_an_answer_is_covered_already(tmp_path: Path, keys: str, at: str) -> None:
    """Of two accepted answers that the marking takes for one, the second is told."""
    (finding,) = found(tmp_path, "accepted-answers", f"- {{id: q, type: fill-in, prompt: P, {keys}}}")
    assert (shown(finding), finding.severity) == (at, "warning")


def test_answers_that_match_tells_apart(tmp_path: Path) -> None:
    """Under ``match`` capitals and accents make two answers."""
    keys = "answers: [Café, café, Cafe], match: {case: true, accents: true}"
    assert found(tmp_path, "accepted-answers", f"- {{id: q, type: fill-in, prompt: P, {keys}}}") == []


def test_an_answer_that_nobody_sees(tmp_path: Path) -> None:
    """An answer of marks that are not seen can be typed by nobody."""
    (finding,) = found(tmp_path, "accepted-answers", '- {id: q, type: fill-in, prompt: P, answers: ["\\u200b"]}')
    assert finding.severity == "error"


SAID = "- {id: q, type: choice, prompt: P, options: [{text: A, correct: true}, {text: B, feedback: No.}, {text: C}]}"
UNSAID = "- {id: q%d, type: true-false, prompt: P%d, answer: true}\n"


@pytest.mark.parametrize(
    ("questions", "quiz", "at"),
    [
        (SAID, "", ["C"]),
        (UNSAID % (1, 1), "", ["P1"]),
        (UNSAID % (1, 1) + SAID, "", ["P1", "C"]),
        ("".join(UNSAID % (n, n) for n in range(9)), "", ["P0"]),
        (UNSAID % (1, 1), "feedback: none", []),
        (SAID.replace("]}", "], explanation: E}"), "", []),
        ("- {id: q, type: fill-in, prompt: P, answers: [a]}", "", []),
    ],
)
def test_nobody_says_why(tmp_path: Path, questions: str, quiz: str, at: list[str]) -> None:
    """A wrong option without feedback among others, and a question without any, are told; a whole quiz once."""
    assert [shown(finding) for finding in found(tmp_path, "missing-feedback", questions, quiz=quiz)] == at
