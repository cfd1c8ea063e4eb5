"""Keys, tokens and passwords in files that learners, or readers of the sources, can open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from scormpack.check.authored_text import AuthoredFile
from scormpack.check.secret_forms import Secret, find_secrets, secrets_in
from scormpack.errors import Finding
from scormpack.load.source import Source, Span
from scormpack.model import Course

MOST_BYTES = 2_000_000
"""Text files beyond it are data; none is written by hand."""
TEXT_ENDINGS = frozenset(
    (
        *(".txt", ".md", ".csv", ".tsv", ".json", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".env", ".log"),
        *(".svg", ".xml", ".html", ".htm", ".css", ".js", ".mjs", ".ts", ".py", ".sh", ".ps1", ".sql", ".ipynb"),
        *(".vtt", ".srt", ".pem", ".key", ".ppk", ".j2", ".php", ".rb", ".java", ".properties"),
    )
)
SHOWN = 4
"""Characters of a secret that a message shows."""


def check_secrets(course: Course) -> Iterator[Finding]:
    """Yield what has the form of a secret, in templates and in text files that the course's packages hold.

    The finding shows its first characters only: a log of CI is read by many.
    """
    for file in dict.fromkeys(_files_of(course)):
        try:
            data = (course.root / file).read_bytes()[: MOST_BYTES + 1]
        except OSError:
            continue  # gone since it was loaded, or no file
        text, secrets = find_secrets(data) if len(data) <= MOST_BYTES else ("", [])
        if secrets:
            yield from _findings(file, text, secrets)


def check_authored_secrets(file: AuthoredFile) -> Iterator[Finding]:
    """Yield the same of a file of the course's own."""
    if secrets := secrets_in(file.written):
        yield from _findings(file.file, file.written, secrets)


def _files_of(course: Course) -> Iterator[str]:
    for media in course.media.values():
        yield from (one.path for one in media.files if one.ending in TEXT_ENDINGS)
    own = course.root / "templates"
    if own.is_dir():
        yield from (path.relative_to(course.root).as_posix() for path in sorted(own.rglob("*")) if _is_text(path))


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in TEXT_ENDINGS and path.is_file()


def _findings(file: str, text: str, secrets: list[Secret]) -> Iterator[Finding]:
    source = Source(file, _mask(text, secrets))
    for secret in secrets:
        span: Span = source.span(secret.start, secret.end)
        message = f"this looks like {secret.kind}, `{text[secret.start : secret.start + SHOWN]}…`"
        hint = "Take it out, and have it replaced where it was issued: who has the file, or its history, has it."
        yield source.finding("secret", span, message, hint, "warning")


def mask_secrets(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings of any rule, with no more of a secret in their words and lines than its first characters."""
    for finding in findings:
        message, hint, source = map(_masked, (finding.message, finding.hint, finding.source))
        yield replace(finding, message=message, hint=hint, source=source)


def _masked(text: str) -> str:
    shown, secrets = find_secrets(text.encode())
    return _mask(shown, secrets) if secrets else text


def _mask(text: str, secrets: Iterable[Secret]) -> str:
    masked: list[str] = []
    before = 0
    for secret in secrets:
        masked += [text[before : secret.start + SHOWN], "*" * (secret.end - secret.start - SHOWN)]
        before = secret.end
    return "".join(masked) + text[before:]
