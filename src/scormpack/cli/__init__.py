"""The command line: options in, stages called, results and errors shown."""

from __future__ import annotations

from scormpack.cli.main import main

__all__ = ["main"]
