"""A learning record store in memory (xAPI 1.0.3, part 3): statements, documents, about."""

from __future__ import annotations

from scormpack.preview.lrs.answer import Answer, Request
from scormpack.preview.lrs.documents import DocumentStore
from scormpack.preview.lrs.resources import RecordStore
from scormpack.preview.lrs.statements import StatementStore

__all__ = ["Answer", "DocumentStore", "RecordStore", "Request", "StatementStore"]
