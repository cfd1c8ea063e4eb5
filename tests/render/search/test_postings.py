"""The search index holds what the lessons say, read back as the browser reads it."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from pathlib import Path

import pytest
from rendered import CourseMaker

from scormpack.render.search import list_words, load_search, words_of
from scormpack.render.search.postings import HIGH, LAST, MARKS, Fields, take_words, write_index
from scormpack.render.search.words import fold, split_words

Read = dict[str, dict[int, str]]
"""Word to lesson to mark of the best place."""


def read_index(index: dict[str, str], count: int) -> Read:
    """Read an index as runtime/course/search_index.ts does."""
    words: list[str] = []
    for entry in re.findall(r"[A-Z][^A-Z]*", index["words"]):
        words.append((words[-1] if words else "")[: LAST.index(entry[0])] + entry[1:])
    return {word: _read_list(text, count) for word, text in zip(words, index["lists"].split(" "), strict=True)}


def _read_list(text: str, count: int) -> dict[int, str]:
    if not text.startswith("~"):
        return _read_numbers(text)
    absent, marked = text[1:].split("|")
    held = dict.fromkeys(set(range(count)) - set(_read_numbers(absent)), "")
    return held | _read_numbers(marked)


def _read_numbers(text: str) -> dict[int, str]:
    found, lesson, high, mark = {}, -1, 0, ""
    for character in text:
        if character in HIGH:
            high = high * 16 + HIGH.index(character)
        elif character in LAST:
            lesson += high * 64 + LAST.index(character)
            found[lesson] = mark
            high, mark = 0, ""
        else:
            mark = character
    return found


def search_naively(lessons: list[Fields]) -> Read:
    """Return the same by looking at every text."""
    found: Read = {}
    for number, fields in enumerate(lessons):
        for text, mark in reversed(list(zip(fields, MARKS, strict=True))):
            for word in split_words(text):
                found.setdefault(word, {})[number] = mark
    return found


@pytest.mark.parametrize("seed", range(20))
def test_it_says_who_holds_what(seed: int) -> None:
    """Of random lessons, many and few, in several scripts: each word with its lessons and its best place in each."""
    chance = random.Random(seed)  # noqa: S311 - to be the same every time
    letters = chance.choice(["abc", "abé1", "\u6a21\u578b\u5b66a", "\u0623\u0628\u0649x", "\U00010400\uffdcb"])
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(1, 5))) for _ in range(60)]

    def text(most: int) -> str:
        return " ".join(vocabulary[int(60 * chance.random() ** 3)] for _ in range(chance.randint(0, most)))

    lessons: list[Fields] = [(text(3), text(4), text(6), text(30)) for _ in range(chance.choice([1, 7, 400, 2500]))]
    assert read_index(write_index(list_words(map(take_words, lessons))), len(lessons)) == search_naively(lessons)


def test_every_text_of_a_lesson_counts_once() -> None:
    """A word of the title stays a word of the title, also where the text has it too."""
    lessons = [("Dough", "", "dough rises", "dough"), ("", "dough", "", ""), ("", "", "", "x1")]
    read = read_index(write_index(list_words(map(take_words, lessons))), 3)
    assert read == {"dough": {0: "@", 1: "?"}, "rises": {0: "["}, "x1": {2: ""}}


def test_a_lesson_is_found_by_the_words_of_its_learners(make_course: CourseMaker) -> None:
    """Questions that a passage answers are searched too; those left open, and the quiz, are not."""
    lesson = {
        "sections": [{"heading": "Weight", "body": "Never lift more than the plate says."}],
        "key_terms": [{"term": "Plate", "also": ["sticker"], "definition": "It stands at the mast."}],
        "asks": [
            {"quote": "more than the plate says", "questions": ["What is too heavy?"]},
            {"questions": ["May I carry passengers?"]},
        ],
        "quiz": {"questions": [{"id": "q1", "type": "true-false", "prompt": "Overloading tips it.", "answer": True}]},
    }
    course = make_course({"one": lesson})
    _, script = load_search(list_words([words_of(course.lessons["one"])]))
    words = read_index(json.loads(script.decode().partition(".search=")[2].rstrip(";\n")), 1)
    assert {"title", "weight", "plate", "sticker", "mast", "heavy"} <= set(words)
    assert not {"passengers", "overloading"} & set(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't re-use it", {"don", "re", "use", "it"}),
        ("CAFÉ Straße İstanbul \ufb01ne", {"cafe", "strasse", "istanbul", "fine"}),
        (
            "\u0623\u064e\u062d\u0645\u062f \u0645\u062f\u0631\u0633\u0629",
            {"\u0627\u062d\u0645\u062f", "\u0645\u062f\u0631\u0633\u0647"},
        ),
        ("\u5b66\u4e60AI\u6a21\u578b", {"\u5b66\u4e60", "\u4e60", "ai", "\u6a21\u578b", "\u578b"}),
        ("\u0939\u093f\u0902\u0926\u0940 \u0967\u0968", {"\u0939\u093f\u0902\u0926\u0940", "12"}),
        ("a 7 " + "x" * 41, {"7"}),
    ],
)
def test_words_are_folded(text: str, words: set[str]) -> None:
    """Case, accents, ligatures and spellings of one letter make no difference; pairs stand for unspaced scripts."""
    assert set(split_words(text)) == words


def test_folding_twice_is_folding_once() -> None:
    """What is folded stays as it is, for each letter of the first plane."""
    letters = [chr(code) for code in range(0x20, 0x10000) if unicodedata.category(chr(code))[0] in "LN"]
    assert [letter for letter in letters if fold(fold(letter)) != fold(letter)] == []
    assert not any("A" <= character <= "Z" for letter in letters for character in fold(letter))


def test_the_runtime_reads_the_same(checkout: Path) -> None:
    """The index and the foldings of tests/golden/search_index.json, which the runtime is tested with, are ours."""
    golden = json.loads((checkout / "tests/golden/search_index.json").read_text(encoding="utf-8"))
    assert write_index(list_words(take_words(tuple(lesson)) for lesson in golden["lessons"])) == golden["index"]
    assert {text: fold(text) for text in golden["folded"]} == golden["folded"]


def test_words_come_in_the_order_of_the_text() -> None:
    """What is kept of a lesson is the same in every process: each word once, where the text first has it."""
    assert split_words("Bread and dough, and bread") == ["bread", "and", "dough"]
    assert split_words("b\u00fccher \u5b66\u4e60AI \u5b66\u4e60") == ["bucher", "ai", "\u5b66\u4e60", "\u4e60"]
    assert take_words(("One", "two one", "", "One three")) == ("one", "two", "", "three")


@pytest.mark.parametrize("beside", ["", "\u4e60"], ids=["ASCII", "not ASCII"])
def test_single_letters_and_endless_words_are_left_out(beside: str) -> None:
    """A letter alone is no word, nor is what is longer than people type; a digit alone is."""
    text = f"It's a BREAD-knife, {'x' * 40} {'y' * 41} 7\n{beside}"
    assert split_words(text) == [*("it", "bread", "knife", "x" * 40, "7"), *beside]
