"""What each of our translations lacks: for the tests, and for translators (``scripts/messages``)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scormpack.assets import templates_folder
from scormpack.check.translation import flaws_in, missing_keys
from scormpack.load import MessageFile, read_message_file


@dataclass(frozen=True)
class Report:
    """Missing keys, and what is wrong with the texts that are there, a line each."""

    missing: tuple[str, ...]
    flaws: tuple[str, ...]


def languages() -> list[str]:
    """Return the languages that we have files of."""
    return sorted(path.stem for path in (templates_folder() / "messages").glob("*.yaml"))


def is_complete(language: str) -> bool:
    """Return whether the file's head says that it is complete."""
    path = templates_folder() / "messages" / f"{language}.yaml"
    return language == "en" or "\n# Complete: yes\n" in path.read_text(encoding="utf-8")


def describe(language: str) -> Report:
    """Compare a language with English."""
    english, file = _read("en"), _read(language)
    faults = [finding.message for finding in file.findings]
    flaws = flaws_in(english.texts, file.texts, language)
    lines = (f"{'.'.join(path)}: {message}. {hint}" for path, message, hint in flaws)
    return Report(missing_keys(english.texts, file.texts), (*faults, *lines))


def _read(language: str) -> MessageFile:
    file = read_message_file(templates_folder(), language, Path("no course"))
    assert file is not None
    return file


def lines() -> Iterator[str]:
    """Yield what each file lacks, with the English text to translate."""
    english = _read("en").texts
    for language in sys.argv[1:] or languages():
        report = describe(language)
        lacking = len(report.missing)
        yield f"{language}: {f'{lacking} of {len(english)} missing' if lacking else 'complete'}"
        yield from (f"  {flaw}" for flaw in report.flaws)
        for key in report.missing:
            text = english[key]
            yield f"  {key}: {json.dumps(text if isinstance(text, str) else dict(text), ensure_ascii=False)}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines())
