"""Writes a course of any size with varied English text: the same bytes for the same size, on every machine.

    python benchmarks/generated_course.py 1596 FOLDER

Each lesson has 3 sections, 5 key terms, 4 practice steps and 7 to 10 questions of 4 options: 3.8 to 5.3 KB of YAML.
Words are spread as in real courses: a few are everywhere, each subject has its own, and names turn up once or twice.
`scormpack check` finds nothing in it: titles differ, the text uses the key terms, every question says why.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from pathlib import Path

from generated_words import (
    ENDINGS,
    LINKS,
    PATTERNS,
    PLACES,
    QUALITIES,
    QUESTIONS,
    SHORT,
    STARTS,
    SUBJECTS,
    TRACKS,
    VERBS,
)

A_MODULE = 24
"""Lessons in a module."""


def main() -> None:
    """Write a course."""
    parser = argparse.ArgumentParser(description="Write a generated course.")
    parser.add_argument("lessons", type=int, help="how many lessons")
    parser.add_argument("folder", type=Path, help="where to; made if it is not there")
    options = parser.parse_args()
    write_course(options.folder, options.lessons)


def write_course(folder: Path, count: int) -> None:
    """Write ``course.yaml`` and ``count`` lessons into ``folder``."""
    lessons = folder / "lessons"
    lessons.mkdir(parents=True, exist_ok=True)
    modules = []
    for start in range(0, count, A_MODULE):
        numbers = range(start, min(start + A_MODULE, count))
        subject = list(SUBJECTS)[start // A_MODULE % len(SUBJECTS)]
        volume = start // A_MODULE // len(SUBJECTS) + 1
        named = {"id": f"{subject.lower()}-{volume}", "title": f"{subject}, part {volume}"}
        modules.append({**named, "lessons": [f"lesson-{number}" for number in numbers]})
        for number in numbers:
            text = write_lesson(number, subject)
            (lessons / f"lesson-{number}.yaml").write_text(text, encoding="utf-8", newline="\n")
    course = {
        "id": "https://example.org/courses/generated",
        "title": f"A generated course of {count:,} lessons",
        "summary": "Made for measuring; every sentence is put together from lists of words.",
        "pass_mark": 70,
        "unit": "course",
        "formats": ["scorm12"],
        "modules": modules,
    }
    # JSON is YAML too.
    (folder / "course.yaml").write_text(json.dumps(course, indent=1) + "\n", encoding="utf-8", newline="\n")


def write_lesson(number: int, subject: str) -> str:
    """Return the YAML of lesson ``number``."""
    writer = _Writer(random.Random(number), SUBJECTS[subject].split())  # noqa: S311 - to be the same every time
    first, second = writer.two_terms()
    lines = [
        f"id: lesson-{number}",
        f"title: {json.dumps(f'{writer.pick(STARTS)} {first} and {second}, {number + 1}')}",
        f"summary: {json.dumps(writer.sentence())}",
        f"track: {writer.pick(TRACKS)}",
        f"category: {json.dumps(subject)}",
        "sections:",
    ]
    terms = [f"{writer.pick(QUALITIES)} {term}" for term in writer.chance.sample(writer.terms, 5)]
    for part in (terms[:2], terms[2:4], terms[4:]):
        sentences = [writer.sentence(*part[:1]), writer.sentence(*part[1:]), writer.short()]
        lines += [f"  - heading: {json.dumps(writer.heading())}", "    body: |"]
        lines += [f"      {sentences[0]} {sentences[1]}\n\n      {sentences[2]}"]
    lines.append("key_terms:")
    for term in terms:
        lines += [f"  - term: {term}", f"    definition: {json.dumps(writer.short())}"]
    lines += ["practice:", "  steps:"]
    lines += [f"    - {json.dumps(writer.short())}" for _ in range(4)]
    lines += ["quiz:", "  questions:"]
    for question in range(1, writer.chance.randrange(8, 12)):
        lines += writer.question(question)
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class _Writer:
    """Puts the words of one lesson together.

    Attributes:
        terms: the words of its subject.
    """

    chance: random.Random
    terms: list[str]

    def pick(self, words: str) -> str:
        """Return one of the words, the first ones more often, as in any language."""
        listed = words.split()
        return listed[int(len(listed) * self.chance.random() ** 2)]

    def two_terms(self) -> list[str]:
        """Return two different words of the subject."""
        return self.chance.sample(self.terms, 2)

    def name(self) -> str:
        """Return a name: most are rare."""
        parts = self.chance.choice(STARTS.split())[:3] + self.chance.choice(ENDINGS.split())
        return (parts + self.chance.choice(PLACES.split())[-3:]).capitalize()

    def heading(self) -> str:
        """Return a heading."""
        first, second = self.two_terms()
        return f"{self.pick(QUALITIES).capitalize()} {first} {self.pick(LINKS)} {second}"

    def sentence(self, term: str | None = None) -> str:
        """Return a sentence of the subject; with a ``term``, one about it."""
        first, second = self.two_terms()
        pattern = self.chance.choice(PATTERNS)
        return pattern.format(
            first=term or first,
            second=second if term is None or "{first}" in pattern else term,
            verb=self.pick(VERBS),
            other=self.pick(VERBS),
            quality=self.pick(QUALITIES),
            place=self.pick(PLACES),
            name=self.name(),
            number=self.chance.randrange(2, 90),
        )

    def short(self) -> str:
        """Return a short sentence of the subject."""
        first, second = self.two_terms()
        words = {"first": first, "second": second, "verb": self.pick(VERBS), "quality": self.pick(QUALITIES)}
        return self.chance.choice(SHORT).format(**words, place=self.pick(PLACES), number=self.chance.randrange(2, 90))

    def question(self, number: int) -> list[str]:
        """Return the lines of a question."""
        first, second = self.two_terms()
        prompt = self.chance.choice(QUESTIONS).format(first=first, second=second, quality=self.pick(QUALITIES))
        right = self.chance.randrange(4)
        lines = [f"    - id: q{number}", "      type: choice", f"      prompt: {json.dumps(prompt)}", "      options:"]
        texts: dict[str, None] = {}  # in order, each once
        while len(texts) < 4:
            texts[f"{self.pick(VERBS).capitalize()} the {self.pick(QUALITIES)} {self.chance.choice(self.terms)}"] = None
        for option, text in enumerate(texts):
            lines.append(f"        - text: {text}")
            if option == right:
                lines.append("          correct: true")
        lines.append(f"      explanation: {json.dumps(self.short())}")
        return lines


if __name__ == "__main__":
    main()
