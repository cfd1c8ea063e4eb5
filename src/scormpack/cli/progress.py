"""A progress bar when a person looks and the work is long; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_WORTH_A_BAR = 30  # packages


@contextmanager
def show_progress() -> Iterator[Callable[[int, int], None]]:
    """Yield a function to call with packages done and packages in all; it draws on standard error."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415 (a third of the start-up time, and only for people)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("Packing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # No refresh thread: the workers are forked from this process, and a fork must not take a thread's lock along.
    bar = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
    task = bar.add_task("packing", total=None, visible=False)

    def update(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total, visible=total >= _WORTH_A_BAR)
        bar.refresh()

    with bar:
        yield update
