"""Facts about keys, tokens and passwords in a course."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from scormpack.check import check_course
from scormpack.cli import main
from scormpack.errors import Finding
from scormpack.load import load_course

COURSE = "id: https://example.org/c\ntitle: C\nmodules: [{title: M, lessons: [one]}]\n"
LESSON = "id: one\ntitle: One\nsummary: S.\nsections:\n  - heading: H\n    body: |\n      Text.\n"
LETTERS = "q7Zp2VdKx9RtLm4WcB8nYs6HgJ3fTuQe5AoiXzSkPvDwNyMrEbCl1GhUjOaF"
"""Made up, and put together below: no whole secret stands in this file, for searches of it would find one."""

SECRETS = {
    "an access key of AWS": "AKIA" + LETTERS[:16].upper(),
    "a token of GitHub": "ghp_" + LETTERS[:36],
    "a token of GitLab": "glpat-" + LETTERS[:20],
    "a token of Slack": "xoxb-" + LETTERS[:24],
    "a key of Stripe": "sk_live_" + LETTERS[:24],
    "a key of Google": "AIza" + LETTERS[:35],
    "a key of an AI service": "sk-ant-" + LETTERS[:40],
    "a token of npm": "npm_" + LETTERS[:36],
    "a token of PyPI": "pypi-Ag" + LETTERS[:55],
    "a key of SendGrid": "SG." + LETTERS[:22] + "." + LETTERS[:43],
    "a signed token": "eyJ" + LETTERS[:20] + ".eyJ" + LETTERS[:20] + "." + LETTERS[:30],
    "a private key": "-----BEGIN RSA PRIVATE KEY----- " + LETTERS,
    "a password in an address": "https://anna:" + LETTERS[:9] + "@lab.hospital.nhs.uk/x",
    "a password or a key": "Password: " + LETTERS[:12],
}


def found(folder: Path, lesson: str = LESSON) -> list[Finding]:
    """Return the secrets found in a course with this lesson."""
    (folder / "lessons").mkdir(exist_ok=True)
    (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    (folder / "lessons" / "one.yaml").write_text(lesson, encoding="utf-8")
    return list(check_course(load_course(folder), ["secret"]))


@pytest.mark.parametrize(("kind", "secret"), SECRETS.items(), ids=SECRETS)
def test_a_secret_is_told_and_not_shown(tmp_path: Path, kind: str, secret: str) -> None:
    """Each known form is told at its place; neither message nor source line has more than its first characters."""
    (finding,) = found(tmp_path, LESSON.replace("Text.", f"Use `{secret}` here."))
    assert finding.message.startswith(f"this looks like {kind}, ")
    assert (finding.line, finding.severity) == (7, "warning")
    told = f"{finding.message} {finding.hint} {finding.source}"
    assert not any(LETTERS[at : at + 6] in told or LETTERS[at : at + 6].upper() in told for at in range(9))


@pytest.mark.parametrize(
    "text",
    [
        "AKIAIOSFODNN7EXAMPLE",
        "Password: Your-Passw0rd",
        "The token: a word that stands for a place",
        "token = $API_TOKEN and password: <Your2ndChoice>",
        "https://user:password@host.org and https://anna@host.org and 10:30@noon",
        "sk-learn is a library, and sk-a-word-of-many-hyphens-and-no-digits-at-all",
        "-----BEGIN PUBLIC KEY----- " + LETTERS,
        "CHALLENGE_PASSWORD = ObjectIdentifier('1.2.840')",
        "https://x.org/cb?token=sdlfkj452&State=Ok",
        "postgres://user:pass@localhost/x",
        "Password: correct horse battery staple",
    ],
)
def test_what_is_made_up_or_a_word_passes(tmp_path: Path, text: str) -> None:
    """Examples, placeholders, variables and words about secrets are no finding."""
    assert found(tmp_path, LESSON.replace("Text.", text)) == []


def test_a_secret_in_a_comment_or_a_text_file(tmp_path: Path) -> None:
    """Comments of the sources, downloads, captions and the course's own templates are looked through; pictures not."""
    key = SECRETS["a token of GitHub"]
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "extra.html.j2").write_text(f"<!-- {key} -->", encoding="utf-8")
    (tmp_path / "a.csv").write_text(f"name,key\nx,{key}\n", encoding="utf-8")
    (tmp_path / "a.png").write_text(key, encoding="utf-8")
    (tmp_path / "unused.csv").write_text(key, encoding="utf-8")
    lesson = f"# {key}\n" + LESSON.replace("Text.", "[Table](a.csv) ![Dots](a.png)")
    files = [(finding.file, finding.line, finding.column) for finding in found(tmp_path, lesson)]
    assert files == [("a.csv", 2, 3), ("lessons/one.yaml", 1, 3), ("templates/extra.html.j2", 1, 6)]


SHOWN = "https://anna:{}@lab.hospital.nhs.uk/x"
BARED = {
    "by a rule of the same line": LESSON.replace("Text.", f"[here]({SHOWN.format(LETTERS[:9])})"),
    "by a hint": LESSON.replace("Text.", f"[The lab]({SHOWN.format(LETTERS[:9]).replace('https', 'http')})"),
    "by a fault of the file": LESSON + f"tok: {SECRETS['a token of GitHub']}\n",
    "by a warning beside a comment": LESSON.replace(
        "title: One", f"title: Lorem ipsum dolor  # {SECRETS['a token of GitHub']}"
    ),
    "by a message": LESSON.replace("Text.", f"![Dots]({SHOWN.format(LETTERS[:9])})"),
}


@pytest.mark.parametrize("command", ["check", "check --json", "check --output-format sarif", "build --json --no-cache"])
@pytest.mark.parametrize("lesson", BARED.values(), ids=BARED)
def test_a_secret_is_shown_by_no_other_finding(tmp_path: Path, lesson: str, command: str) -> None:
    """Other findings of its line show as little of it, in every format: a log of CI is read by many."""
    found(tmp_path, LESSON)
    (tmp_path / "lessons" / "one.yaml").write_text(lesson, encoding="utf-8")
    name, *options = command.split()
    options += ["-o", str(tmp_path / "dist")] if name == "build" else []
    result = CliRunner().invoke(main, [name, str(tmp_path), *options])
    told = result.stdout + result.stderr
    assert "one." in told
    assert LETTERS[4:9] not in told
