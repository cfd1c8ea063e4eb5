"""Facts about the forms of secrets."""

from __future__ import annotations

import pytest

from scormpack.check.secret_forms import find_secrets, secrets_in


@pytest.mark.parametrize(
    "name", ["password", "Passwd", "PASSWORT", "Secret", "token", "api_key", "API-KEY", "APIKEY", "apikey"]
)
@pytest.mark.parametrize("between", [":", " = ", "': '", '"\t:\n', "\x1c\x1d\x1e=", "\x1f:", "\u2003=\u00a0"])
def test_a_name_and_its_value_are_found(name: str, between: str) -> None:
    """However the name is written, and whatever white space stands before the colon or the equals sign."""
    text = f"the {name}{between}kX9vQ2rT7m and more"
    assert [text[secret.start : secret.end] for secret in secrets_in(text)] == ["kX9vQ2rT7m"]


def test_a_name_alone_is_nothing() -> None:
    """A text may speak of tokens and passwords: only a value behind one is looked at."""
    assert secrets_in("The token of a model, kX9vQ2rT7m: no password = at all") == []


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"a\r\n", "\u00e4 ".encode(), b"\xff ", "\ufffd ".encode()])
def test_one_is_found_in_any_file(before: bytes) -> None:
    """A secret is found behind a byte order mark, in letters beyond ASCII, and in what is no UTF-8."""
    text, secrets = find_secrets(before + b"password: " + b"kX9vQ2rT7m")
    assert [text[secret.start : secret.end] for secret in secrets] == ["kX9vQ2rT7m"]
    assert find_secrets(before) == ("", [])
