"""A browser profile that remembers whatever went wrong in its pages."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

_OURS = {"127.0.0.1", "localhost", ""}  # "": data:, blob: and about: addresses


class WatchedContext:
    """Gathers console errors, uncaught exceptions and requests to other hosts from all pages of ``context``.

    Attributes:
        context: the profile: pages opened in it share cookies and local storage.
        errors: what went wrong so far, a line each.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.errors: list[str] = []
        context.on("console", self._note_message)
        context.on("weberror", self._note_exception)
        context.on("request", self._note_request)

    def unexpected(self, allowed: Sequence[str]) -> list[str]:
        """Return the errors that none of the regular expressions ``allowed`` is found in."""
        return [error for error in self.errors if not any(re.search(pattern, error) for pattern in allowed)]

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"console: {message.text} ({message.location['url']})")

    def _note_exception(self, error: WebError) -> None:
        self.errors.append(f"uncaught: {error.error.stack or error.error.message}")

    def _note_request(self, request: Request) -> None:
        if (urlsplit(request.url).hostname or "") not in _OURS:
            self.errors.append(f"request to another host: {request.url}")
