"""Writes a course of any size with varied English text: the same bytes for the same size, on every machine.

    python benchmarks/generated_course.py 1596 FOLDER

Each lesson has 3 sections, 5 key terms, 4 practice steps and 10 questions of 4 options: 4 to 6 KB of YAML. Words are
spread as in real courses: a few are everywhere, each subject has its own, and names turn up once or twice in all.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from pathlib import Path

from generated_words import ENDINGS, LINKS, PATTERNS, PLACES, QUALITIES, QUESTIONS, STARTS, SUBJECTS, TRACKS, VERBS

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
        modules.append({"title": f"{subject}, part {volume}", "lessons": [f"lesson-{number}" for number in numbers]})
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
        f"title: {json.dumps(f'{writer.pick(STARTS)} {first} and {second}')}",
        f"summary: {json.dumps(writer.sentence())}",
        f"track: {writer.pick(TRACKS)}",
        f"category: {json.dumps(subject)}",
        "sections:",
    ]
    for _ in range(3):
        lines += [f"  - heading: {json.dumps(writer.heading())}", "    body: |"]
        lines += [f"      {writer.sentence()} {writer.sentence()}\n\n      {writer.sentence()}"]
    lines.append("key_terms:")
    for term in writer.chance.sample(writer.terms, 5):
        lines += [f"  - term: {writer.pick(QUALITIES)} {term}", f"    definition: {json.dumps(writer.sentence())}"]
    lines += ["practice:", "  steps:"]
    lines += [f"    - {json.dumps(writer.sentence())}" for _ in range(4)]
    lines += ["quiz:", "  questions:"]
    for question in range(1, 11):
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

    def sentence(self) -> str:
        """Return a sentence of the subject."""
        first, second = self.two_terms()
        return self.chance.choice(PATTERNS).format(
            first=first,
            second=second,
            verb=self.pick(VERBS),
            other=self.pick(VERBS),
            quality=self.pick(QUALITIES),
            place=self.pick(PLACES),
            name=self.name(),
            number=self.chance.randrange(2, 90),
        )

    def question(self, number: int) -> list[str]:
        """Return the lines of a question."""
        first, second = self.two_terms()
        prompt = self.chance.choice(QUESTIONS).format(first=first, second=second, quality=self.pick(QUALITIES))
        right = self.chance.randrange(4)
        lines = [f"    - id: q{number}", "      type: choice", f"      prompt: {json.dumps(prompt)}", "      options:"]
        for option in range(4):
            term, other = self.two_terms()
            text = f"{self.pick(VERBS).capitalize()} the {self.pick(QUALITIES)} {term} {self.pick(LINKS)} the {other}"
            lines.append(f"        - text: {json.dumps(text)}")
            if option == right:
                lines.append("          correct: true")
        return lines


if __name__ == "__main__":
    main()
