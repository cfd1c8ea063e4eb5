"""How well the tutor answers: hit@1, hit@3, and how often it rightly and wrongly says that a lesson does not answer.

    python benchmarks/tutor/measure.py [--questions tune] [--details] [--json FILE] [--without-asks]

Builds the example course, opens each lesson's page from its folder in Chromium, and asks the very code that
learners ask. Questions of ``held_out`` are never shown, only counted: nothing may be tuned on them.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

from scormpack.build import BuildOptions, build_course

_HERE = Path(__file__).parent
_COURSE = _HERE.parents[1] / "lessons"
_COUNTED_ONLY = "held_out"
_TUTOR = """
  const data = JSON.parse(document.getElementById("scormpack-data").textContent).lesson.tutor;
  for (const address of [data.addon, data.asks].filter(Boolean)) {
    const script = document.createElement("script");
    script.src = address;
    const loaded = new Promise((resolve, reject) => { script.onload = resolve; script.onerror = reject; });
    document.head.append(script);
    await loaded;
  }
  const { asks: written = {}, tutor: { readPassages, Tutor } } = globalThis.scormpackAddons;
  const passages = readPassages(document.querySelector("main"));
"""
_FIND = f"""
async ([questions, asks]) => {{{_TUTOR}
  const own = Object.values(written)[0];
  const tutor = new Tutor(passages, {{ ...data, asks: asks && own ? own : {{ answered: [], open: [] }} }});
  return questions.map((question) => {{
    const finding = tutor.find(question);
    const places = finding.places.map(({{ passage, quote }}) => ({{ text: passage.text, quote }}));
    return {{ ...finding, places }};
  }});
}}
"""
_KNOW = f"""
async () => {{{_TUTOR}
  const asks = Object.values(written)[0] ?? {{ answered: [], open: [] }};
  return {{ language: data.language, terms: data.terms, asks, passages: passages.map(({{ place, ...rest }}) => rest) }};
}}
"""


@dataclass(frozen=True)
class Totals:
    """What came of a set of questions; shares from 0 to 1.

    Attributes:
        answerable: how many questions the lesson answers; ``unanswerable`` how many it does not.
        hit_at_1: of the answerable, how often the first passage is a right one.
        hit_at_3: the same for the first three.
        told: of the answerable, how often the learner is given a right passage as the answer.
        quoted: of the answerable, how often the very sentences quoted hold the answer.
        refused: of the unanswerable, how often the tutor says so.
        falsely_refused: of the answerable, how often it says that the lesson does not answer.
    """

    answerable: int
    unanswerable: int
    hit_at_1: float
    hit_at_3: float
    told: float
    quoted: float
    refused: float
    falsely_refused: float


@dataclass(frozen=True)
class Outcome:
    """One question, and what the tutor found."""

    lesson: str
    ask: str
    wanted: tuple[str, ...]
    finding: dict[str, Any]

    def hit(self, most: int) -> bool:
        """Whether one of the first ``most`` passages holds a wanted quote."""
        return any(self._holds(place["text"]) for place in self.finding["places"][:most])

    @property
    def answered(self) -> bool:
        """Whether the tutor gave an answer."""
        return bool(self.finding["answered"])

    @property
    def quoted(self) -> bool:
        """Whether the sentences quoted first hold a wanted quote, or are held by it."""
        quote = self.finding["places"][0]["quote"] if self.finding["places"] else ""
        return self._holds(quote)

    def _holds(self, text: str) -> bool:
        return any(_plain(wanted) in _plain(text) for wanted in self.wanted)


def main() -> None:
    """Measure, and print a table or JSON."""
    options = _parse()
    sets = options.questions or [path.stem for path in sorted((_HERE / "questions").glob("*.yaml"))]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = _build(Path(folder))
        path = _chromium(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        outcomes = {name: list(_ask(page, pages, read_questions(name), asks=not options.without_asks)) for name in sets}
        browser.close()
    totals = {name: _count(found) for name, found in outcomes.items()}
    _print(totals)
    if options.details:
        for name, found in outcomes.items():
            if name != _COUNTED_ONLY:
                _print_details(found)
    if options.json:
        options.json.write_text(json.dumps({name: asdict(total) for name, total in totals.items()}, indent=2) + "\n")


def read_lessons() -> dict[str, Any]:
    """Return what the tutor of each lesson of the example course knows, by the lesson's id."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = _build(Path(folder))
        path = _chromium(playwright.chromium.executable_path)
        page = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]).new_page()
        known = {}
        for lesson, file in pages.items():
            page.goto(file.as_uri())
            known[lesson] = page.evaluate(_KNOW)
        return known


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the tutor's answers.")
    parser.add_argument("--questions", action="append", help="a file of questions, without .yaml; left out: all")
    parser.add_argument("--details", action="store_true", help="show each question that went wrong, but of held_out")
    parser.add_argument("--json", type=Path, help="write the totals there")
    parser.add_argument("--without-asks", action="store_true", help="as if the authors had written no questions")
    return parser.parse_args()


def read_questions(name: str) -> list[dict[str, Any]]:
    """Return a set of questions by its name, or the path of its file."""
    path = Path(name) if name.endswith(".yaml") else _HERE / "questions" / f"{name}.yaml"
    questions = yaml.safe_load(path.read_text(encoding="utf-8"))
    return list(questions)


def _build(folder: Path) -> dict[str, Path]:
    """Return each lesson's page, unzipped."""
    build_course(_COURSE, BuildOptions(formats=("xapi",), unit="lesson", output=folder))
    pages = {}
    for package in sorted(folder.glob("*.zip")):
        lesson = package.name.partition(".xapi.zip")[0]
        shutil.unpack_archive(package, folder / lesson)
        pages[lesson] = folder / lesson / "index.html"
    return pages


def _ask(page: Page, pages: dict[str, Path], questions: Sequence[dict[str, Any]], *, asks: bool) -> Iterator[Outcome]:
    for lesson in dict.fromkeys(question["lesson"] for question in questions):
        here = [question for question in questions if question["lesson"] == lesson]
        page.goto(pages[lesson].as_uri())
        findings = page.evaluate(_FIND, [[question["ask"] for question in here], asks])
        for question, finding in zip(here, findings, strict=True):
            yield Outcome(lesson, question["ask"], tuple(question["passages"]), finding)


def _count(outcomes: Sequence[Outcome]) -> Totals:
    answerable = [outcome for outcome in outcomes if outcome.wanted]
    others = [outcome for outcome in outcomes if not outcome.wanted]
    return Totals(
        answerable=len(answerable),
        unanswerable=len(others),
        hit_at_1=_share([outcome.hit(1) for outcome in answerable]),
        hit_at_3=_share([outcome.hit(3) for outcome in answerable]),
        told=_share([outcome.hit(1) and outcome.answered for outcome in answerable]),
        quoted=_share([outcome.quoted for outcome in answerable]),
        refused=_share([not outcome.answered for outcome in others]),
        falsely_refused=_share([not outcome.answered for outcome in answerable]),
    )


def _share(held: Sequence[bool]) -> float:
    return round(sum(held) / len(held), 3) if held else 0.0


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").replace("`", "").split()).casefold()


def _print(totals: dict[str, Totals]) -> None:
    names = [name.replace("_", " ") for name in Totals.__dataclass_fields__]
    print(f"{'':18}" + "".join(f"{name:>16}" for name in names))
    for name, total in totals.items():
        print(f"{name:18}" + "".join(f"{value:>16}" for value in asdict(total).values()))


def _print_details(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        first = outcome.finding["places"][0] if outcome.finding["places"] else {"text": "", "quote": ""}
        right = (outcome.hit(1) and outcome.answered) if outcome.wanted else not outcome.answered
        if not right:
            kind = "?" if not outcome.wanted else "1" if outcome.hit(1) else "3" if outcome.hit(3) else "-"
            print(f"\n[{kind}] {outcome.finding['confidence']:.2f} {outcome.lesson}: {outcome.ask}")
            print(f"    found:  {first['text'][:160]}")
            for wanted in outcome.wanted:
                print(f"    wanted: {wanted}")


def _chromium(playwrights_own: str) -> str:
    names = ("chromium-headless-shell", "chromium")
    found = [os.environ.get("SCORMPACK_CHROMIUM"), *(shutil.which(name) for name in names)]
    return next((path for path in found if path), playwrights_own)


if __name__ == "__main__":
    main()
