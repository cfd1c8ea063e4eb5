"""How a command ends that is broken off: by Ctrl-C, or by the signal with which a pipeline cancels."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED, ENDED = 130, 143
"""Exit codes, as shells give them: 128 and the number of the signal."""


class EndedError(BaseException):
    """SIGTERM has come: like ``KeyboardInterrupt``, no ``Exception``, so that nobody takes it for a fault."""


@contextmanager
def heed_end() -> Iterator[None]:
    """Raise ``EndedError`` in the block when SIGTERM comes: what is half written goes, and processes end."""
    if current_thread() is not main_thread() or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield  # whoever called us has decided otherwise
        return
    signal.signal(signal.SIGTERM, _raise_end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _raise_end(_signal: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the next one ends it without a word
    raise EndedError


def ending_of(end: BaseException) -> tuple[str, int]:
    """Return what to say of it, and the exit code."""
    word, code = ("Ended", ENDED) if isinstance(end, EndedError) else ("Interrupted", INTERRUPTED)
    notes = getattr(end, "__notes__", None) or ["What was finished is whole; nothing else was written."]
    return " ".join([f"{word}.", *notes]), code
