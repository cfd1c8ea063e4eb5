"""The built package in an emulated LMS, in the browser: ``scormpack preview``."""

from __future__ import annotations

from scormpack.preview.server import Preview, open_preview
from scormpack.preview.shelf import open_shelf

__all__ = ["Preview", "open_preview", "open_shelf"]
