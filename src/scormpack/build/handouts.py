"""Handouts and their keys, beside the packages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from scormpack.archive import replace_file
from scormpack.build.pool import open_pool
from scormpack.model import Course, Unit
from scormpack.render import plan_frame
from scormpack.render.handout import HANDOUT_NAMES, HandoutKind, render_handout

_Order = tuple[Course, Sequence[HandoutKind], Path]


def write_handouts(
    course: Course, units: Sequence[Unit], kinds: Sequence[HandoutKind], output: Path, jobs: int
) -> tuple[Path, ...]:
    """Write one HTML file for each unit and kind, ``<unit>-handout.html`` or ``<unit>-handout-key.html``, in order.

    Raises:
        CourseError: where a template of the course's own is at fault, or a picture cannot be read any more.
    """
    with open_pool(min(jobs, len(units)), (course, kinds, output)) as spread:
        return tuple(chain.from_iterable(spread(_write_batch, units)))


def _write_batch(order: _Order, batch: Sequence[Unit]) -> list[Path]:
    course, kinds, output = order
    written: list[Path] = []
    for unit in batch:
        frame = plan_frame(course, unit)
        for kind in kinds:
            target = output / f"{unit.name}-{HANDOUT_NAMES[kind]}.html"
            replace_file(target, render_handout(frame, kind))
            written.append(target)
    return written
