"""Facts about texts that YAML cuts short or runs together without an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from lesson_findings import shown

from scormpack.check import check_course
from scormpack.errors import Finding
from scormpack.load import load_course


def found(folder: Path, code: str, section: str) -> list[Finding]:
    """Return what a rule says of a lesson whose only section is written so."""
    (folder / "lessons").mkdir()
    (folder / "course.yaml").write_text("id: https://example.org/c\ntitle: C\nmodules: [{title: M, lessons: [one]}]\n")
    lesson = "id: one\ntitle: One\nsummary: S.\nsections:\n" + section
    (folder / "lessons" / "one.yaml").write_text(lesson, encoding="utf-8")
    return list(check_course(load_course(folder), [code]))


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ("  - heading: Be the #1 in sales\n    body: B.\n", "#1 in sales"),
        ("  - heading: H\n    body: Ask in #help for more.\n", "#help for more."),
        ("  - heading: H\n    points: [One, Two]\n  - heading: I\n    points:\n      - Post it in #help\n", "#help"),
        ("  - heading: H # the first\n    body: B.\n", None),
        ("  - heading: H #\n    body: B.\n", None),
        ("  - heading: H #------ the first\n    body: B.\n", None),
        ("  - heading: Learn C#\n    body: B.\n", None),
        ('  - heading: "Be the #1"\n    body: |\n      Ask in #help.\n', None),
        ('  - heading: "Be the #1" #1\n    body: B.\n', None),
        ("  - heading: H\n    body: |\n      ```\n      x #include\n      ```\n", None),
    ],
)
def test_the_end_of_a_text_that_is_a_comment(tmp_path: Path, section: str, told: str | None) -> None:
    """A `#` that begins a word behind plain text is told; comments with a space, quoted texts and code are not."""
    findings = found(tmp_path, "text-as-comment", section)
    assert shown(findings) == ([told] if told else [])


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ("  - heading: &Co and other firms\n    body: B.\n", "&Co"),
        ("  - heading: H\n    points:\n      - &Co is a firm\n", "&Co"),
        ("  - heading: H\n    body:   &b Text.\n", "&b"),
        ("  - heading: &h Hands\n    body: *h\n", None),
        ('  - heading: "&c. and more"\n    body: Fish & chips, R&D &c.\n', None),
        ("  - heading: H\n    body: |\n      A pair: &c. and more.\n", None),
        ("  - heading: H\n    points: &p [One, Two]\n", None),
    ],
)
def test_the_beginning_of_a_text_that_is_an_anchor(tmp_path: Path, section: str, told: str | None) -> None:
    """A first word that begins with `&` is told; what `*` refers to, quoted texts and `&` further on are not."""
    findings = found(tmp_path, "text-as-anchor", section)
    assert shown(findings) == ([told] if told else [])


BODY = "  - heading: H\n    body:"


@pytest.mark.parametrize(
    ("section", "told", "kind"),
    [
        (f"{BODY} Bring these\n      - Gloves\n      - A helmet\n", "- Gloves", "list"),
        (f"{BODY}\n      Bring these.\n\n      - Gloves\n      - A helmet\n", "- A helmet", "list"),
        (f"{BODY} >\n      Bring these:\n      - Gloves\n      - A helmet\n", "- Gloves", "list"),
        (f"{BODY} In order.\n      1. Stop\n      2. Look\n", "1. Stop", "list"),
        (f"{BODY} Mind.\n\n      > [!TIP]\n      > Hot.\n", "> Hot.", "quotation"),
        (f"{BODY} A table.\n\n      | A | B |\n      |---|---|\n", "|---|---|", "table"),
        (f"{BODY} >\n      One.\n      ## Two\n", "## Two", "heading"),
        (f"{BODY}\n      First paragraph.\n\n      Second one.\n", "Second one.", "paragraph"),
        (f'{BODY} "Bring:\n      - Gloves"\n', '- Gloves"', "list"),
        ("  - heading: H\n    points:\n      - Bring these\n        1. Gloves\n", "1. Gloves", "list"),
        ("  - heading: H\n    points:\n      - >\n        Bring these\n        - Gloves\n", "- Gloves", "list"),
        (f"{BODY} A long line of prose\n      that goes on - as prose does - here.\n", None, ""),
        (f"{BODY} >\n      First paragraph.\n\n\n      Second one.\n", None, ""),
        (f"{BODY} |\n      Bring these:\n      - Gloves - thick ones\n", None, ""),
        (f"{BODY} |-\n      Bring these:\n\n      - Gloves - thick ones\n", None, ""),
        (f'{BODY} "First.\\n\\nSecond - so."\n', None, ""),
        (f"{BODY} It was there in\n      2019. Then it was gone.\n", None, ""),
    ],
)
def test_the_lines_of_a_text_without_a_bar(tmp_path: Path, section: str, told: str | None, kind: str) -> None:
    """Where folding takes a list, table, quotation, heading or paragraph, its line is told; folded prose is not."""
    findings = found(tmp_path, "text-without-bar", section)
    assert shown(findings) == ([told] if told else [])
    assert all(f"no {kind} begins here" in finding.message and "|`" in finding.hint for finding in findings)


POINTS = "  - heading: H\n    points:\n      - Bring these\n"
ASKED = "  - {heading: H, body: B.}\nquiz:\n  questions:\n    - id: q\n      prompt: P?\n"


@pytest.mark.parametrize(
    ("section", "told", "mended"),
    [
        (f"{POINTS}       - Gloves\n", ["- Gloves"], 1),
        (f"{POINTS}       - Gloves\n         of wool\n       - A helmet\n", ["- Gloves", "- A helmet"], 2),
        (f"{POINTS}        and keep\n       - Gloves\n", ["- Gloves"], 1),
        (f"{POINTS}\n         - Gloves\n", ["- Gloves"], 0),
        (
            f"{ASKED}      type: sequencing\n      items:\n        - One\n          - Two\n        - Three\n",
            ["- Two"],
            0,
        ),
        (f"{ASKED}      type: fill-in\n      answers:\n        - one\n         - two\n", ["- two"], 1),
        ("  - {heading: H, body: B.}\nobjectives:\n  - Find it\n   - Name it\n", ["- Name it"], 1),
        (f"{POINTS}        - Gloves\n", ["- Gloves"], 0),
        (f"{POINTS}      - Gloves - thick ones\n        -and a helmet\n", [], 0),
        ("  - heading: H\n    points:\n      - |\n        Bring:\n        - Gloves\n          - of wool\n", [], 0),
        ("  - heading: H\n    body: |\n      - Bring\n       - Gloves\n         - of wool\n", [], 0),
        ("  - heading: H\n    body: Bring\n      - Gloves\n", [], 0),
    ],
)
def test_an_entry_that_is_a_part_of_the_one_above(tmp_path: Path, section: str, told: list[str], mended: int) -> None:
    """A `-` further in than its entry's is told, and mended where it is so by one space; lists after `|` are not."""
    findings = found(tmp_path, "entry-indent", section)
    assert shown(findings) == told
    assert sum(finding.edit is not None for finding in findings) == mended
    assert all(("`- |`" in finding.hint) == ("- Gloves" in told and mended == 0) for finding in findings)


LESSON = "  - {heading: H, body: B.}\nobjectives:\n"


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ("  - heading: “The conquest”\n    body: B.\n", "“The conquest”"),
        (f"{LESSON}  - «Situar»\n", "«Situar»"),
        (f"{LESSON}  - „Finden“\n", "„Finden“"),
        (f"{LESSON}  - \u2018Find it\u2019\n", "\u2018Find it\u2019"),
        ("  - {heading: ”Erövringen”, body: B.}\n", "”Erövringen”"),
        (f"{LESSON}  - “Find” and “name”\n", None),
        (f"{LESSON}  - “Find” it\n", None),
        (f"{LESSON}  - Find “it”\n", None),
        (f'{LESSON}  - "“I came, I saw”"\n', None),
        (f"{LESSON}  - \u2018Tis Pompey\u2019s and Caesar\u2019s\u2019\n", None),
        (f"{LESSON}  - 「羅生門」\n", None),
        ("  - heading: H\n    body: “I came, I saw.”\n", None),
    ],
)
def test_a_title_in_curved_quotes(tmp_path: Path, section: str, told: str | None) -> None:
    """Where all of a plain title stands in one pair, it is told; in straight quotes, in part, in prose it is not."""
    findings = found(tmp_path, "curved-quotes", section)
    assert shown(findings) == ([told] if told else [])
    assert all(f'`"{str(told)[0]}…{str(told)[-1]}"`' in finding.hint for finding in findings)
