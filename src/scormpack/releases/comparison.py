"""Two releases side by side: what changed, and whether the new one may take the old one's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scormpack.releases.lesson_changes import Reason, Risk, compare_lessons
from scormpack.releases.record import Record

_PARTS = {
    "look": "the look",
    "runtime": "the runtime",
    "words": "words of the pages",
    "media": "pictures, sound or film",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One package of either release.

    Attributes:
        old: None where it is new; ``new``: None where it is gone.
        reasons: the worst first; none where nothing but the build differs.
    """

    old: Record | None
    new: Record | None
    reasons: tuple[Reason, ...]

    @property
    def risk(self) -> Risk:
        """The worst of its reasons."""
        return max((reason.risk for reason in self.reasons), default=Risk.NONE)

    @property
    def file(self) -> str:
        """Name of the zip; the new one's where there is one."""
        record = self.new or self.old
        return record.file if record else ""


def compare_releases(old: Sequence[Record], new: Sequence[Record]) -> tuple[Change, ...]:
    """Return a change for each package of either release, the riskiest first, then by file name.

    A format of which ``new`` has no package at all is left out: it was not built this time.
    """
    formats = {record.format for record in new}
    before = {record.key: record for record in old if record.format in formats}
    after = {record.key: record for record in new}
    changes = [compare_package(before.get(key), record) for key, record in after.items()]
    added = {(record.file, record.format): record for key, record in after.items() if key not in before}
    gone = [record for key, record in before.items() if key not in after]
    changes += [_leave(record, added.get((record.file, record.format))) for record in gone]
    return tuple(sorted(changes, key=lambda change: (-change.risk, change.file)))


def compare_package(old: Record | None, new: Record | None) -> Change:
    """Return what changed from one package to the other, of which one may be missing."""
    if old is None:
        return Change(old, new, (Reason(Risk.CONTENT, "it was not in the old release"),))
    if new is None:
        sentence = "its results stay in the LMS as long as nobody deletes its activity"
        return Change(old, new, (Reason(Risk.TRACKS, sentence),))
    reasons = sorted(_reasons(old, new), key=lambda reason: -reason.risk)
    return Change(old, new, tuple(reasons))


def _leave(old: Record, namesake: Record | None) -> Change:
    """Tell of a package that is gone; ``namesake`` is the new one with its file name, under another id."""
    if namesake is None or not (old.unit and namesake.unit):
        return compare_package(old, None)
    ids = f"its id was `{old.unit}` and is `{namesake.unit}`"
    return Change(old, None, (Reason(Risk.TRACKS, f"{ids}: take the old id back, or upload it beside the old one"),))


def _reasons(old: Record, new: Record) -> Iterator[Reason]:
    lost = [name for name in old.tracks if name not in new.tracks]
    if lost:
        sentence = f"results are no longer kept under {_listed(lost)}: Moodle deletes them when it is replaced"
        yield Reason(Risk.TRACKS, sentence)
    if old.pass_mark != new.pass_mark and not old.lessons.keys() ^ new.lessons.keys():
        yield Reason(Risk.GRADES, f"the pass mark was {_percent(old.pass_mark)} and is {_percent(new.pass_mark)}")
    if old.wording != new.wording:
        yield Reason(Risk.GRADES, f"results are told as `{new.wording}`, no longer as `{old.wording}`")
    yield from compare_lessons(old.lessons, new.lessons, several=len(old.lessons) > 1 or len(new.lessons) > 1)
    if old.title != new.title:
        yield Reason(Risk.CONTENT, f"the title was “{old.title}”")
    changed = [text for part, text in _PARTS.items() if old.parts.get(part) != new.parts.get(part)]
    if changed:
        yield Reason(Risk.CONTENT, f"changed: {', '.join(changed)}")


def _percent(mark: int | None) -> str:
    return "none" if mark is None else f"{mark} %"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(f"`{name}`" for name in names[:3]) + more
