"""Facts about what right numbers are warned of."""

from __future__ import annotations

from pathlib import Path

import pytest
from question_findings import found, shown


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ("answer: 3.14159", "3.14159"),
        ("answer: 0, tolerance: '5 %'", "'5 %'"),
        ("answer: 4, tolerance: 5", "5"),
        ("answer: -2, tolerance: '100 %'", "'100 %'"),
        ("answer: 42", None),
        ("answer: 12.50", None),
        ("answer: 0, tolerance: 0.5", None),
        ("answer: 3.14159, tolerance: 0.01", None),
        ("range: [-5, 5]", None),
    ],
)
def test_the_margin_of_a_number(tmp_path: Path, keys: str, at: str | None) -> None:
    """Many digits without a tolerance, a part of nothing, and a tolerance that reaches 0 are told."""
    findings = found(tmp_path, "numeric-margin", f"- {{id: q, type: numeric, prompt: P, {keys}}}")
    assert [shown(finding) for finding in findings] == ([at] if at else [])


@pytest.mark.parametrize(
    ("language", "keys", "at", "write"),
    [
        ("es", "answer: 2.500", "2.500", "`2500`"),
        ("de-AT", "answer: -12.000", "-12.000", "`-12000`"),
        ("pt-BR", "range: [1.500, 2.500]", "[1.500, 2.500]", "`[1500, 2500]`"),
        ("es", "answer: 2.500, tolerance: 0.001", None, ""),
        ("es", "answer: 2.50", None, ""),
        ("es", "answer: 0.500", None, ""),
        ("es", "answer: 2500", None, ""),
        ("es", "range: [1.500, 2.75]", None, ""),
        ("es-MX", "answer: 2.500", None, ""),
        ("en", "answer: 2.500", None, ""),
        ("fr", "answer: 2.500", None, ""),
    ],
)
def test_a_number_written_like_thousands(tmp_path: Path, language: str, keys: str, at: str | None, write: str) -> None:
    """Where a language has a point between thousands, `2.500` is told; with a tolerance, or elsewhere, it is not."""
    question = f"- {{id: q, type: numeric, prompt: 'Not 1.500 P', {keys}}}"
    findings = found(tmp_path, "grouped-number", question, language=language)
    assert [shown(finding) for finding in findings] == ([at] if at else [])
    assert all(write in finding.hint for finding in findings)


@pytest.mark.parametrize(
    ("language", "answer", "thousands"),
    [("es", "2.161", True), ("en", "2.161", False), ("es", "0.161", False), ("es", "2.1618", False)],
)
def test_an_exact_number_may_be_thousands(tmp_path: Path, language: str, answer: str, thousands: bool) -> None:  # noqa: FBT001
    """The advice for three decimals names the whole number too, in languages with a point between thousands."""
    question = f"- {{id: q, type: numeric, prompt: P, answer: {answer}}}"
    (finding,) = found(tmp_path, "numeric-margin", question, language=language)
    assert ("`2161`" in finding.hint) == thousands
