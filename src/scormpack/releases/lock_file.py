"""``scormpack.lock``: what was released, in the course folder, to be kept with the lessons."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from scormpack.archive import replace_file
from scormpack.errors import OptionError
from scormpack.releases.marking import Marking
from scormpack.releases.record import Lesson, Question, Record

VERSION = 1
_MOST_BYTES = 200_000_000


def write_lock(path: Path, records: Sequence[Record]) -> None:
    """Write what was released; packages that are not among ``records`` keep their entries."""
    kept = {record.key: record for record in read_lock(path)} if path.is_file() else {}
    kept |= {record.key: record for record in records}
    replace_file(path, _as_text([kept[key] for key in sorted(kept)]).encode())


def read_lock(path: Path) -> tuple[Record, ...]:
    """Return what a lock file says was released.

    Raises:
        OptionError: where it is no lock file of ours.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise OptionError(f"{path} is too large for a lock file")
        said = json.loads(path.read_bytes())
        if said["version"] != VERSION:
            raise OptionError(f"{path} was written by a later scormpack: update scormpack")
        lessons = [_lesson(lesson) for lesson in said["lessons"]]
        return tuple(_record(package, lessons) for package in said["packages"])
    except OSError as fault:
        raise OptionError(f"{path} cannot be read: {fault.strerror}") from fault
    except (ValueError, LookupError, TypeError) as fault:
        raise OptionError(f"{path} is no lock file of scormpack: restore it from your repository") from fault


def _as_text(records: Sequence[Record]) -> str:
    """Return JSON with a line for each lesson and package: a change shows as a line in any diff.

    The formats of a unit hold the same lessons: each is written once, and named by its place.
    """
    places: dict[Lesson, int] = {}
    packages = []
    for record in records:
        numbers = [places.setdefault(lesson, len(places)) for lesson in record.lessons.values()]
        packages.append({**asdict(record), "tracks": list(record.tracks), "lessons": numbers})
    lessons = ",\n".join(f"  {json.dumps(_lesson_values(lesson), ensure_ascii=False)}" for lesson in places)
    lines = ",\n".join(f"  {json.dumps(package, ensure_ascii=False)}" for package in packages)
    return f'{{"version": {VERSION},\n "lessons": [\n{lessons}\n ],\n "packages": [\n{lines}\n ]}}\n'


def _lesson_values(lesson: Lesson) -> dict[str, Any]:
    questions = [
        [q.id, q.type, q.fingerprint, q.points, q.marking.key, q.marking.right, *q.marking.parts]
        for q in lesson.questions
    ]
    return {**asdict(lesson), "questions": questions}


def _lesson(values: Mapping[str, Any]) -> Lesson:
    questions = tuple(
        Question(str(a), str(b), str(c), int(d), _marking(rest)) for a, b, c, d, *rest in values["questions"]
    )
    return Lesson(**{**values, "questions": questions})


def _marking(values: Sequence[Any]) -> Marking:
    """An older lock has no key, or nothing but the key."""
    key, right, *parts = (*map(str, values), "", "")[: max(2, len(values))]
    return Marking(key, right, tuple(parts))


def _record(values: Mapping[str, Any], lessons: Sequence[Lesson]) -> Record:
    held = {lesson.id: lesson for lesson in (lessons[number] for number in values["lessons"])}
    return Record(**{**values, "tracks": tuple(values["tracks"]), "lessons": held})
