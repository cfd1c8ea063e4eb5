"""Formulas: LaTeX between dollars becomes MathML, and money stays money."""

from __future__ import annotations

import re

import pytest

from scormpack.markup import clean_markdown, formula_faults, plain_text, to_html, to_phrase


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $10.",
        "From $5 to 10$ it is, and $20,000 or USD$30,000 more.",
        "It is $5, not 10$ or so",
        "US$5 and US$6",
        r"\$x\$ is code",
        "`$x$`",
        "Set $HOME and $PATH.",
    ],
)
def test_dollars_that_are_money_stay(text: str) -> None:
    """A text with plain dollars holds no formula, and loses none of its dollars."""
    html = to_html(text)
    assert "<math" not in html
    assert plain_text(html).count("$") == text.count("$")


def test_formulas_are_mathml() -> None:
    """One dollar makes a formula in the line, two a formula of its own; the LaTeX goes along as an annotation."""
    html = to_html(r"If $a < b$: $$\frac{1}{2}$$")
    assert "<math><semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>" in html
    assert '<span class="formula"><math display="block">' in html
    assert r'<annotation encoding="application/x-tex">\frac{1}{2}</annotation>' in html


def test_a_long_formula_in_a_line_has_a_box() -> None:
    """What may be wider than a phone can scroll; what is short has no box."""
    assert to_html(f"$a {'+ b' * 20}$").startswith('<p><span class="formula-line"><math>')
    assert "formula-line" not in to_html("$a + b$")


def test_formulas_are_read_as_latex_in_plain_text() -> None:
    """Where only plain text fits, such as in a report, a formula stands as it was written."""
    assert plain_text(to_html(r"Is $x^2 < \frac12$ so?")) == r"Is x^2 < \frac12 so?"


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        (r"$a + \foo x$", r"\foo x", r'unknown command "\foo"'),
        (r"$\frac{1$", "", 'expected closing token "}", but reached end of input'),
        (r"$x & y$", "& y", 'found "&", which may only appear in a table-like environment'),
        (r"$\color{red} x$", r"\color{red} x", "a formula has no colours"),
        (r"$\cancel{x}$", r"\cancel{x}", "this formula holds something that browsers do not draw"),
        (r"$\eqref{x}$", r"\eqref{x}", "this formula holds something"),
        (r"$\def\a{\a\a}\a$", r"\def", "too many expansions"),
    ],
)
def test_faulty_formulas_are_told(text: str, at: str, message: str) -> None:
    """A fault says what is wrong and how far into the formula it stands; the page shows the LaTeX."""
    (fault,) = formula_faults(clean_markdown(text))
    assert fault.latex[fault.at :].startswith(at)
    assert fault.message.startswith(message)
    assert to_html(text).startswith("<p><code>")


def test_alignment_needs_no_styles() -> None:
    """Columns are aligned by classes: pages with no style attributes can be served under a strict policy."""
    html = to_html(r"$$\begin{align}a&=b\\c&=d\end{align}$$" + "\n\n" + r"$$\begin{cases}1&2\\3&4\end{cases}$$")
    assert " style=" not in html
    assert {"m-full", "m-half", "m-end", "m-start", "m-r0"} <= set(
        " ".join(re.findall(r'class="([^"]+)"', html)).split()
    )


def test_a_formula_that_is_all_there_is_has_a_name() -> None:
    """An option that is but a formula is called by its LaTeX; where words stand beside it, they are enough."""
    assert to_phrase(r"$\frac{5}{7} < 1$").startswith(r'<math aria-label="\frac{5}{7} &lt; 1"><semantics>')
    assert to_phrase("$$a$$").startswith('<span class="formula"><math aria-label="a" display="block">')
    assert "aria-label" not in to_phrase("$a$ and $b$") + to_phrase("so $a$") + to_html("$a$")


@pytest.mark.parametrize(
    "latex",
    [r"\text{<script>alert(1)</script>}", r"\text{</annotation></semantics></math><img src=x onerror=1>}", r"<b>"],
)
def test_formulas_hold_no_html(latex: str) -> None:
    """Nothing in a formula becomes an element of the page."""
    html = to_html(f"${latex}$")
    assert not re.search(r"<(?!/?(?:p|span|math|semantics|annotation|m[a-z]+|code)\b)", html), html
