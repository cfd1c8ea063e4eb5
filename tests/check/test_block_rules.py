"""Facts about blocks of Markdown that would be shown as plain text: where they are told, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from lesson_findings import found, shown


@pytest.mark.parametrize(
    ("body", "told", "hint"),
    [
        ("> [!WARNNG]\n> Hot.", "[!WARNNG]", "`[!WARNING]`"),
        ("> [!Tipp] Zum Merken\n> Heiß.", "[!Tipp]", "`[!TIP]`"),
        ("- Text\n\n  > [!Exampel]\n  > Hot.", "[!Exampel]", "`[!EXAMPLE]`"),
        ("> [!DANGER]\n> Hot.", "[!DANGER]", "`[!NOTE]`, `[!TIP]`, `[!EXAMPLE]`"),
        ("> [!WICHTIG]\n> Heiß.", "[!WICHTIG]", "`[!NOTE]`, `[!TIP]`"),  # in an English course it may mean anything
        ("> [TIP]\n> Hot.", "[TIP]", "`[!TIP]`"),
        ("> [!TIP\n> Hot.", "[!TIP", "`[!TIP]`"),
        ("[!TIP] Hot.", "[!TIP]", "`> [!TIP]`"),
        ("> [!TIP]\n> Hot.", None, ""),
        ("> [!caution] Mind\n> Hot.", None, ""),
        ("> [!EXAMPLE]\n> Hot.", None, ""),
        ("```\n> [!WARNNG]\n```", None, ""),
        ("> [Tip](https://example.org) of the day", None, ""),
        ("> [Sic] erat scriptum.", None, ""),
        ("Is it [!] so?", None, ""),
    ],
)
def test_a_call_out_that_is_none(tmp_path: Path, body: str, told: str | None, hint: str) -> None:
    """A misspelt word, a missing mark, bracket or `>` are told with what to write; what is meant otherwise is not."""
    findings = found(tmp_path, "call-out", body)
    assert shown(findings) == ([told] if told else [])
    assert all(hint in finding.hint for finding in findings)


def test_a_call_out_by_its_title_in_the_courses_language_is_known(tmp_path: Path) -> None:
    """What pages call it is what its author means."""
    (finding,) = found(tmp_path, "call-out", "> [!HINWEIS]\n> Heiß.", language="de")
    assert finding.edit
    assert finding.edit.text == "[!NOTE]"


def test_a_call_out_that_can_only_be_one_is_mended(tmp_path: Path) -> None:
    """The edit writes the right mark; a word like none has no edit."""
    (finding,) = found(tmp_path, "call-out", "> [!WARNNG]\n> Hot.")
    assert finding.edit
    assert finding.edit.text == "[!WARNING]"
    (finding,) = found(tmp_path, "call-out", "> [!DANGER]\n> Hot.")
    assert finding.edit is None


@pytest.mark.parametrize(
    ("body", "told", "said"),
    [
        ("| A | B |\n| 1 | 2 |", "| A | B |", "`|---|---|`"),
        ("Text:\n\n| **A** | `B` | C |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |", "| **A** | `B` | C |", "`|---|---|---|`"),
        ("> | A | B |\n> | 1 | 2 |", "| A | B |", "`|---|---|`"),
        ("| A | B |\n|---|\n| 1 | 2 |", "| A | B |", "2 columns here and 1 in the row of dashes"),
        ("| A | B |\n\n|---|---|\n| 1 | 2 |", "|---|---|", "not below its headings"),
        ("| A | B |\n|---|---|\n| 1 | 2 |", None, ""),
        ("|A|B|\n|:-:|--:|\n|1|2|", None, ""),
        ("```\n| A | B |\n| 1 | 2 |\n```", None, ""),
        ("The amount |x| is never below 0.", None, ""),
        ("|x|", None, ""),
        ("Yes | no\nYes | no", None, ""),
    ],
)
def test_a_table_that_is_none(tmp_path: Path, body: str, told: str | None, said: str) -> None:
    """Rows between bars that make no table are told at the first, with the row of dashes to write."""
    findings = found(tmp_path, "table-dashes", body)
    assert shown(findings) == ([told] if told else [])
    assert all(said in finding.message + finding.hint for finding in findings)


@pytest.mark.parametrize(
    ("body", "told", "hint"),
    [
        ("Press **tare, then grind.", "**tare, then grind.", "on both sides"),
        ("Press ** tare ** first.", "** tare **", "`**tare**`"),
        ("- One **two\n- Three\n\nFour **five**.", "**two", "on both sides"),
        ("![A puck](assets/my puck.png)", "![A puck](assets/my puck.png)", "`assets/my-puck.png`"),
        ("See [it](https://example.org/a b).", "[it](https://example.org/a b)", "`(<https://example.org/a b>)`"),
        ("![A](assets/my puck.png \"A 'puck'\")", "![A](assets/my puck.png \"A 'puck'\")", '`(<assets/my puck.png> "A'),
        ("![A](assets/puck.png “A puck”)", "![A](assets/puck.png “A puck”)", '`(assets/puck.png "A puck")`'),
        ("See [it]( https://example.org/ab ).", None, ""),
        ('See [it]( https://example.org/ab  "A title" ).', None, ""),
        ("See [it] (https://example.org).", "[it] (https://example.org)", "`[it](https://example.org)`"),
        ("##Weigh first\n\nText.", "##Weigh first", "`## Weigh first`"),
        ("```\ncode\n\nText.", "```", "three back-ticks"),
        ("Press **tare**, then **grind**.", None, ""),
        ("2**3 is 8, and **bold**er is a word.", None, ""),
        ("`a ** b` and \\*\\*this, ***both*** and **bold *it***.", None, ""),
        ("```\n##x\n[a] (https://example.org)\n![a](b c)\n** x **\n```", None, ""),
        ('[a](https://example.org "A title") and [a](<https://example.org/a b>)', None, ""),
        ("It is [sic] (or so).", None, ""),
        ("Tag it ##help.", None, ""),
        ("````\n```\n````", None, ""),
    ],
)
def test_marks_that_make_nothing(tmp_path: Path, body: str, told: str | None, hint: str) -> None:
    """Bold, links, pictures, headings and code that Markdown does not see are told; what it sees is not."""
    findings = found(tmp_path, "plain-marks", body)
    assert shown(findings) == ([told] if told else [])
    assert all(hint in finding.hint for finding in findings)


@pytest.mark.parametrize(
    ("body", "told", "hint"),
    [
        ("Text.[^1]\n\n[^2]: A note.", "[^1]", "Write `[^1]:` where the note begins with `[^2]:`, or `[^2]` here."),
        ("Text.[^1] More.[^b]\n\n[^b]: A note.", "[^1]", "`[^1]: …`"),
        ("Text.[^a] More.[^b]\n\n[^b]: A note.", "[^a]", "`\\[^a]`"),
        ("Text.[^1]", "[^1]", "`[^1]: …`"),
        ("Text.\n\n[^1]: A note.", "[^1]:", "Write `[^1]` where it belongs"),
        ("Text.\n\n> [^Ref]: A note.", "[^Ref]:", "Write `[^Ref]` where it belongs"),
        ("Text.[^Ref]\n\n- [^ref]: A note.[^2]\n[^2]: Another.", None, ""),
        ("A set is `[^1]`, \\[^1], [^a-z] and $x[^1]$.", None, ""),
        ("```\nText.[^1]\n[^2]: A note.\n```\n\n    [^3]: Code\n\n<!-- [^4]: -->", None, ""),
    ],
)
def test_a_footnote_without_its_other_half(tmp_path: Path, body: str, told: str | None, hint: str) -> None:
    """A mark without a note and a note without a mark are told, as one where each can be the other's; pairs are not."""
    findings = found(tmp_path, "plain-marks", body)
    assert shown(findings) == ([told] if told else [])
    assert all(hint in finding.hint for finding in findings)


@pytest.mark.parametrize(
    ("body", "told", "said"),
    [
        ("Press <Enter> twice.", "<Enter>", "Write `\\<Enter>`"),
        ("Dear <first name>, hello.", "<first name>", "taken for HTML"),
        ("<script>alert(1)</script>\n\nText.", "<script>", "all that is in it"),
        ("A <font color='red'>red</font> word.", "<font color='red'>", "may not stand in a page"),
        ("`<Enter>` and \\<Enter> and &lt;Enter&gt;", None, ""),
        ("```\n<Enter>\n```", None, ""),
        ("H<sub>2</sub>O <kbd>Enter</kbd> <https://example.org> <ada@example.org> 1 < 2 > 0", None, ""),
        ("<!-- a note -->\n\nText.", None, ""),
    ],
)
def test_a_tag_that_vanishes(tmp_path: Path, body: str, told: str | None, said: str) -> None:
    """What the sanitiser takes out is told at the tag; code, escapes, addresses and what may stay are not."""
    findings = found(tmp_path, "tag-refused", body)
    assert shown(findings) == ([told] if told else [])
    assert all(said in finding.message + finding.hint for finding in findings)
