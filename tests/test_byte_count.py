"""Facts about how a size is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from scormpack.byte_count import say_bytes
from scormpack.cli import main
from scormpack.preview import open_shelf
from scormpack.preview.shelf import package_as_json

SMALL = Path(__file__).parent / "browser" / "small"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (48_349, "48.3 kB"),
        (279_604, "280 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (1_250_000, "1.25 MB"),
        (999_600_000, "1 GB"),
        (20_000_000_000, "20 GB"),
    ],
)
def test_a_size_has_three_digits_at_most(count: int, said: str) -> None:
    """Decimal units, as file managers and the LMSs' upload pages have them; never a thousand of one."""
    assert say_bytes(count) == said


def test_one_zip_has_one_size_wherever_it_is_named(tmp_path: Path) -> None:
    """What `build` says of a package, `inspect` and the preview's page say too."""
    built = CliRunner().invoke(
        main, ["build", str(SMALL), "--format", "scorm12", "--only", "every-type", "-o", str(tmp_path)]
    )
    (package,) = tmp_path.glob("*.zip")
    size = say_bytes(package.stat().st_size)
    assert f"1 package, {size}, in" in built.output
    assert f" files, {size}," in CliRunner().invoke(main, ["inspect", str(package)]).output
    assert package_as_json(open_shelf(package).open("scorm12", package.name))["size"] == size
