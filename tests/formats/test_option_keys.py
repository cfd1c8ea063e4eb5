"""Facts about the short ids of options, on which manifest and runtime must agree."""

from __future__ import annotations

import json
from pathlib import Path

from scormpack.model.questions.keys import option_key


def test_option_keys_are_those_of_the_golden_file(checkout: Path) -> None:
    """runtime/lms/option_keys.test.ts reads the same file: what tincan.xml calls ``b``, a statement calls ``b``."""
    keys = json.loads((checkout / "tests" / "golden" / "option_keys.json").read_text(encoding="utf-8"))["keys"]
    assert [option_key(index) for index in range(len(keys))] == keys
    assert len(set(keys)) == len(keys) == 100
