"""Texts that `scormpack new` writes for its user to write over."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredFile, Path
from scormpack.check.place import Fault
from scormpack.model import Lesson
from scormpack.model.questions.fill_in import FillIn

# Left out: what may stay as it is, such as "Put these into order." tests/check/test_starter_text.py holds them to the
# files of scaffold/starter, which no stage this early may read.
STARTER_TEXTS = frozenset(
    (
        "What learners can do after this lesson, in one line.",
        "One thing to say",
        "Say it in a few short paragraphs. Text is Markdown.\n",
        "What follows from it.",
        "What is asked?",
        "The right answer",
        "Why it is right.",
        "A likely mistake",
        "Why it is wrong.",
        "Another mistake",
        "Why this is wrong too.",
        "Which word is meant?",
        "the right word",
        "another way to write it",
        "Why this word.",
        "Describe it in your own words.",
        "What a good answer says. Learners compare theirs with it.",
        "The first thing",
        "what goes with the first",
        "The second thing",
        "what goes with the second",
        "what goes with neither",
        "Why they belong together.",
        "How many are 6 × 7?",  # noqa: RUF001 (the sign of multiplication)
        "How to get there.",
        "The first thing to do",
        "The second thing to do",
        "What comes first",
        "What comes next",
        "What comes last",
        "Why in this order.",
        "A statement that is true.",
        "Why it is true.",
    )
)


def find_starter_texts(file: AuthoredFile) -> Iterator[Fault]:
    """Yield the first such text of each section and question, which is one thing to do."""
    answers = tuple(_accepted_words(file))
    if STARTER_TEXTS.isdisjoint(file.plain) and not answers:
        return
    groups: dict[Path, list[Path]] = {}
    for path, text in (*file.lines, *file.texts, *answers):
        if text in STARTER_TEXTS:
            groups.setdefault(_part(path), []).append(path)
    for part, paths in groups.items():
        more = len(paths) - 1
        kind = "question" if "questions" in part else "section"
        also = f", and so {'is' if more == 1 else 'are'} {more} more in this {kind}" if more else ""
        message = f"this is still the text that `scormpack new` wrote{also}"
        first = next((path for path in paths if path[-1] != "explanation"), paths[0])  # it stands below the others
        yield Fault(file.file, first, message, "Write what learners shall read, or take it out.")


def _accepted_words(file: AuthoredFile) -> Iterator[tuple[Path, str]]:
    """Yield those of them among what learners may type, which is no Markdown: no text of the file."""
    model = file.model
    if model is None:
        return
    quiz, above = (model.quiz, ("quiz",)) if isinstance(model, Lesson) else (model, ())
    for index, question in enumerate(quiz.questions if quiz else ()):
        if isinstance(question, FillIn) and question.answers and not STARTER_TEXTS.isdisjoint(question.answers):
            for at, text in enumerate(question.answers):
                if text in STARTER_TEXTS:
                    yield (*above, "questions", index, "answers", at), text


def _part(path: Path) -> Path:
    """Return the path of the section or question that a text belongs to; of any other text, its own."""
    for key in ("questions", "sections"):
        if key in path:
            return path[: path.index(key) + 2]
    return path
