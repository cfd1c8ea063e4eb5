"""Credentials in a finished package: learners, and whoever gets the zip, can read all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache

from scormpack.check.secret import MOST_BYTES, TEXT_ENDINGS
from scormpack.check.secret_forms import find_secrets
from scormpack.errors import PackageError
from scormpack.load import bank_file, lesson_file
from scormpack.model import Course, Unit

_RULE = "secret"


Secrets = tuple[tuple[str, str], ...]
"""(kind, secret) of each."""


def require_no_secrets(
    course: Course, unit: Unit, package: Mapping[str, bytes], known: Callable[[str], Secrets | None] = lambda _: None
) -> None:
    """Look through the text files of a package; ``known`` has what was found in a file by its path already.

    Raises:
        PackageError: with a sentence for each file and kind of secret.
    """
    if faults := list(find_package_secrets(course, package, known)):
        raise PackageError(unit.name, faults)


def find_package_secrets(
    course: Course, package: Mapping[str, bytes], known: Callable[[str], Secrets | None] = lambda _: None
) -> Iterator[str]:
    """Yield a sentence for each file and kind of secret, which names no part of the secret: logs are read by many.

    What the course's ``ignore`` lets stand under the rule ``secret`` may stand in its packages too.
    """
    entries = [entry for entry in course.file.ignore if entry.rule == _RULE]
    if any(not entry.lessons and not entry.banks for entry in entries):
        return
    let_stand: set[str] = set()
    for entry in entries:
        for file in (*map(lesson_file, entry.lessons), *map(bank_file, entry.banks)):
            with suppress(OSError):
                let_stand.update(text for _, text in scan_file((course.root / file).read_bytes()))
    for path in package:
        found = known(path)
        if found is None:
            data = package[path] if path[path.rfind(".") :].lower() in TEXT_ENDINGS else b""
            if not data or len(data) > MOST_BYTES:
                continue
            found = (_scan_page if path.endswith(".html") else _scan_shared)(data)
        for kind in dict.fromkeys(kind for kind, text in found if text not in let_stand):
            yield (
                f"`{path}` holds what looks like {kind}: take it out of the course or its templates, or, where it is "
                f"made up to be taught with, list the lesson under `ignore` with `rule: {_RULE}` [{_RULE}]"
            )


def scan_file(data: bytes) -> Secrets:
    """Return what in a text file has the form of a secret."""
    text, secrets = find_secrets(data)
    return tuple((secret.kind, text[secret.start : secret.end]) for secret in secrets)


# A page stands in a package of each format; the runtime, the style sheet and the schemas in those of every unit.
_scan_page = lru_cache(maxsize=2)(scan_file)
_scan_shared = lru_cache(maxsize=64)(scan_file)
