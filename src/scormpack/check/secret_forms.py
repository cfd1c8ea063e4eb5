"""The forms of keys, tokens and passwords, and where a text has one."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from scormpack.late_regex import compile_late
from scormpack.markup.searches import make_search


class Secret(NamedTuple):
    """What has the form of a secret.

    Attributes:
        kind: what it is, in words.
        start: character of the text where it begins; ``end`` where it ended.
    """

    kind: str
    start: int
    end: int


# A word for a secret, and behind a colon or an equals sign what a person would not take for a word.
_PART = r"[^\s\"'`,;<>{}()\[\]$&]"
_NAMES = r"(?i:password|passwd|passwort|secret|token|api[_-]?key)[\"']?"
_NAMED = (
    rf"{_NAMES}\s{{0,3}}[:=]\s{{0,3}}[\"'`]?"
    rf"(?P<secret>(?={_PART}{{0,127}}[a-z])(?={_PART}{{0,127}}[A-Z])(?={_PART}{{0,127}}\d){_PART}{{8,128}})"
)
# What must stand in a text for the form to be looked for, what it is, and its form; a group is the secret itself. Few
# texts have anything like it: the forms are compiled where one does.
_FORMS = (
    (("AKIA", "ASIA"), "an access key of AWS", r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    (("ghp_", "gho_", "ghu_", "ghs_", "ghr_"), "a token of GitHub", r"\bgh[pousr]_[A-Za-z0-9]{36,255}\b"),
    (("github_pat_",), "a token of GitHub", r"\bgithub_pat_[A-Za-z0-9_]{60,255}\b"),
    (("glpat-",), "a token of GitLab", r"\bglpat-[\w-]{20,}"),
    (("xox",), "a token of Slack", r"\bxox[abeprs]-[0-9A-Za-z-]{10,}"),
    (
        ("hooks.slack.com/services/",),
        "an address of Slack",
        r"\bhooks\.slack\.com/services/T\w{8,}/B\w{8,}/\w{20,}",
    ),
    (("k_live_",), "a key of Stripe", r"\b[sr]k_live_[0-9A-Za-z]{20,}\b"),
    (("AIza",), "a key of Google", r"\bAIza[0-9A-Za-z_-]{35}(?![\w-])"),
    (("sk-",), "a key of an AI service", r"(?<![\w-])sk-(?:proj-|ant-|or-v1-)?(?=[\w-]*\d)[A-Za-z0-9_-]{32,}"),
    (("hf_",), "a token of Hugging Face", r"\bhf_[A-Za-z]{34}\b"),
    (("npm_",), "a token of npm", r"\bnpm_[A-Za-z0-9]{36}\b"),
    (("pypi-Ag",), "a token of PyPI", r"\bpypi-Ag[\w-]{50,}"),
    (("SG.",), "a key of SendGrid", r"\bSG\.[\w-]{22}\.[\w-]{43}(?![\w-])"),
    (("eyJ",), "a signed token", r"\beyJ[\w-]{10,999}\.eyJ[\w-]{10,9999}\.[\w-]{16,}"),
    (
        ("PRIVATE KEY-----",),
        "a private key",
        r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----\s*(?P<secret>[^\s\"'`]{16,})",
    ),
    (
        ("://",),
        "a password in an address",
        r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@<>\"'`{}$]{1,64}:(?P<secret>[^\s/:@<>\"'`{}$]{3,128})@[\w-]",
    ),
    (
        (
            "assw",
            "ASSW",
            "ecret",
            "ECRET",
            "token",
            "Token",
            "TOKEN",
            "pi_key",
            "PI_KEY",
            "pi-key",
            "PI-KEY",
            "PIKEY",
            "pikey",
            "piKey",
        ),
        "a password or a key",
        _NAMED,
    ),
)
_IS_SUSPECT = make_search(
    "|".join(re.escape(sign) for signs, _, _ in _FORMS for sign in signs if sign != "://")
    + r"|://[^\s/@<>\"'`{}$]+@"  # nearly every page has an address
)
# Python takes long to look for names in any case; its \s knows four characters more than Rust's.
_HAS_NAMED = make_search(rf"{_NAMES}[\s\x1c-\x1f]{{0,3}}[:=]")
# What a text about secrets writes in the place of one.
_MADE_UP = compile_late(
    r"(?i:example|sample|dummy|fake|test|your|my[-_]|pass|secret|changeme|redacted|placeholder|xxxx|\*\*\*)"
    r"|(.)\1{4}|0123|1234|abcd|\.\.\.|…"
)


def find_secrets(data: bytes) -> tuple[str, list[Secret]]:
    """Return the text of a file, and what in it has the form of a secret and is not plainly made up, in order.

    None overlaps another. The text is left out where there is nothing to see in it.
    """
    text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    # Rust would make these bytes again of the text; and of what is no UTF-8 it says no.
    if "\ufffd" not in text and not _IS_SUSPECT(data):
        return "", []
    text = text.replace("\r\n", "\n")
    secrets = secrets_in(text)
    return text if secrets else "", secrets


def secrets_in(text: str) -> list[Secret]:
    """Return what in a text has the form of a secret and is not plainly made up, in order."""
    if not _IS_SUSPECT(text):
        return []
    forms = [
        (kind, re.compile(form))
        for signs, kind, form in _FORMS
        if any(sign in text for sign in signs) and (form is not _NAMED or _HAS_NAMED(text))
    ]
    found: list[Secret] = []
    for kind, pattern in forms:
        for match in pattern.finditer(text):
            start, end = match.span("secret") if "secret" in pattern.groupindex else match.span()
            if not _MADE_UP.search(text, start, end):
                found.append(Secret(kind, start, end))
    found.sort(key=lambda secret: (secret.start, -secret.end))
    apart: list[Secret] = []
    for secret in found:
        if not apart or apart[-1].end <= secret.start:
            apart.append(secret)
    return apart
