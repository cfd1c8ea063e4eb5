"""Two releases side by side: what changed, and whether the new one may take the old one's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scormpack.listing import list_first
from scormpack.releases.lesson_changes import Reason, Risk, compare_lessons, percent
from scormpack.releases.record import Record

_PARTS = {
    "home": "the course page",
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

    Formats and units of which ``new`` has no package at all are left out: they were not built this time.
    """
    left = {record.key for record in left_out(old, new)}
    before = {record.key: record for record in old if record.key not in left}
    after = {record.key: record for record in new}
    changes = [compare_package(before.get(key), record) for key, record in after.items()]
    added = [record for key, record in after.items() if key not in before]
    gone = [record for key, record in before.items() if key not in after]
    changes += [_leave(record, added) for record in gone]
    return tuple(sorted(changes, key=lambda change: (-change.risk, change.file)))


def left_out(old: Sequence[Record], new: Sequence[Record]) -> tuple[Record, ...]:
    """Return the packages of ``old`` in a format, or of a unit, of which ``new`` has none."""
    shapes = {record.shape for record in new}
    return tuple(record for record in old if record.shape not in shapes)


def compare_package(old: Record | None, new: Record | None) -> Change:
    """Return what changed from one package to the other, of which one may be missing."""
    if old is None:
        return Change(old, new, (Reason(Risk.CONTENT, "it was not in the old release"),))
    if new is None:
        sentence = "its results stay in the LMS as long as nobody deletes its activity"
        return Change(old, new, (Reason(Risk.TRACKS, sentence),))
    reasons = sorted(_reasons(old, new), key=lambda reason: -reason.risk)
    return Change(old, new, tuple(reasons))


def _leave(old: Record, added: Sequence[Record]) -> Change:
    """Tell of a package that is gone: perhaps one of those added is the same thing under another id."""
    for new in added:
        if old.unit and new.unit and old.shape == new.shape and (old.file == new.file or _is_twin(old, new)):
            where = "" if old.file == new.file else f", in {new.file}"
            ids = f"its id was `{old.unit}` and is `{new.unit}`{where}"
            advice = "take the old id back, or upload it beside the old one"
            return Change(old, None, (Reason(Risk.TRACKS, f"{ids}: {advice}"),))
    return compare_package(old, None)


def _is_twin(old: Record, new: Record) -> bool:
    """Whether all lessons of one read as those of the other, or ask the same."""
    pairs = list(zip(old.lessons.values(), new.lessons.values(), strict=False))
    return len(old.lessons) == len(new.lessons) == len(pairs) > 0 and all(
        before.text == after.text or before.questions == after.questions != () for before, after in pairs
    )


def _reasons(old: Record, new: Record) -> Iterator[Reason]:
    lost = [name for name in old.tracks if name not in new.tracks]
    if lost:
        sentence = f"results are no longer kept under {_listed(lost)}: Moodle deletes them when it is replaced"
        yield Reason(Risk.TRACKS, sentence)
    told_by_lesson = len(old.lessons) == 1 and old.lessons.keys() == new.lessons.keys()
    if old.pass_mark != new.pass_mark and not told_by_lesson and not old.lessons.keys() ^ new.lessons.keys():
        yield Reason(Risk.GRADES, f"the pass mark was {percent(old.pass_mark)} and is {percent(new.pass_mark)}")
    if old.wording != new.wording:
        yield Reason(Risk.GRADES, f"results are told as `{new.wording}`, no longer as `{old.wording}`")
    yield from compare_lessons(old.lessons, new.lessons, several=len(old.lessons) > 1 or len(new.lessons) > 1)
    if old.title != new.title:
        yield Reason(Risk.CONTENT, f"the title was “{old.title}”")
    changed = [text for part, text in _PARTS.items() if old.parts.get(part) != new.parts.get(part)]
    if changed:
        yield Reason(Risk.CONTENT, f"changed: {', '.join(changed)}")


def _listed(names: Sequence[str]) -> str:
    return list_first([f"`{name}`" for name in names], 3)
