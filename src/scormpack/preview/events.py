"""What happens in the LMS, told to every open panel at once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

_HEARTBEAT = 15.0
_LONGEST_QUEUE = 2000


class Events:
    """Panels that listen, each with a queue; one that does not read is dropped, and reads the state anew."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[str | None]] = set()

    def tell(self, kind: str, **more: Any) -> None:  # noqa: ANN401 (whatever JSON holds)
        """Tell every panel, from the server's own thread."""
        said = f"data: {json.dumps({'kind': kind, **more}, ensure_ascii=False)}\n\n"
        for queue in list(self._queues):
            if queue.qsize() >= _LONGEST_QUEUE:
                self._queues.discard(queue)
                queue.put_nowait(None)
            else:
                queue.put_nowait(said)

    def close(self) -> None:
        """End every stream: the preview is over."""
        for queue in self._queues:
            queue.put_nowait(None)

    async def listen(self) -> AsyncIterator[str]:
        """Yield what is told from now on, as server-sent events (HTML standard, 9.2)."""
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._queues.add(queue)
        try:
            yield "retry: 1000\n\n"
            while True:
                try:
                    said = await asyncio.wait_for(queue.get(), _HEARTBEAT)
                except TimeoutError:
                    said = ": still here\n\n"
                if said is None:
                    return
                yield said
        finally:
            self._queues.discard(queue)
