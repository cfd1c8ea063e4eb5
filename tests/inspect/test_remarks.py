"""Facts about what is told of a fault: never a flood."""

from __future__ import annotations

from zips import Judge, by_hand, only

from scormpack.cli.inspection import inspection_text
from scormpack.formats.fault import Fault
from scormpack.inspect.remarks import MOST_CHARACTERS, MOST_OF_ONE, weigh


def test_a_code_is_told_a_few_times() -> None:
    """Twenty findings of one code are told, and how many more there are."""
    told = weigh([Fault(str(number), code="scorm-item") for number in range(5000)], {})
    assert [finding.message for finding in told[-2:]] == ["19", "there are 4,980 more like the 20 that are told"]
    assert len(told) == MOST_OF_ONE + 1


def test_no_finding_is_longer_than_a_screen() -> None:
    """Of a manifest in one line, and of a name without end, the beginning is told."""
    line = "<a>" * 5000
    for column in (0, 4000):
        (finding,) = weigh([Fault("x" * 9000, 1, "m.xml", "scorm-item", column)], {"m.xml": [line]})
        assert len(finding.message) == len(finding.source) == MOST_CHARACTERS
        assert finding.length <= MOST_CHARACTERS
        assert finding.column == (column or 1)


def test_a_page_of_an_inspection_stays_short(judge: Judge) -> None:
    """Whatever a manifest says at length, a person reads its beginning, and a machine gets it all."""
    names = "|".join(f"ITEM{number}" for number in range(30_000))
    files = by_hand("scorm12")
    manifest = files["imsmanifest.xml"].decode().replace(">FIRST|", f">FIRST|{names}|")
    inspection = judge({**files, "imsmanifest.xml": manifest.encode()})
    told = only(inspection, "scorm-prerequisites").message
    assert told.startswith("a prerequisite names `ITEM0`, `ITEM1`, `ITEM2` and 29997 more, which are no items here")
    assert inspection.outlines[0].activities[1].prerequisites.startswith(f"FIRST|{names}")
    assert len(inspection_text(inspection)) < 20_000
