"""Any finished package, judged before it is uploaded: what it is, what an LMS will see, and what is wrong with it."""

from __future__ import annotations

from scormpack.inspect.inspection import Activity, Inspection, Kind, Node, Outcome, Verdict
from scormpack.inspect.judge import inspect_file
from scormpack.inspect.report import inspection_as_json

__all__ = ["Activity", "Inspection", "Kind", "Node", "Outcome", "Verdict", "inspect_file", "inspection_as_json"]
