"""What the pages of all units of a course look like, asked of its files once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from scormpack.model import Course
from scormpack.render.environment import templates_digest
from scormpack.render.messages import Messages, load_messages
from scormpack.render.stylesheet import load_stylesheet


class Looks:
    """Texts, style sheets and templates of a course, as they were when they were first asked for.

    Each of them sees for itself whether a file has changed, which is most of what the frame of one lesson costs.
    Whoever makes thousands of units wants them all of one state, and keeps one of these; it can be pickled.
    """

    def __init__(self, course: Course) -> None:
        """Ask for nothing yet."""
        self._course = course
        self._messages: dict[str, Messages] = {}
        self._styles: dict[tuple[bool, tuple[str, ...]], tuple[str, bytes]] = {}

    def messages(self, language: str) -> Messages:
        """Return the texts for a language, BCP 47.

        Raises:
            CourseError: as ``load_messages``.
        """
        if language not in self._messages:
            self._messages[language] = load_messages(language, self._course.root)
        return self._messages[language]

    def style(self, *, several: bool, languages: Iterable[str]) -> tuple[str, bytes]:
        """Return the style sheet's path in a package, and its bytes; arguments and errors as of ``load_stylesheet``."""
        key = several, tuple(languages)
        if key not in self._styles:
            self._styles[key] = load_stylesheet(self._course, several=several, languages=key[1])
        return self._styles[key]

    @cached_property
    def templates(self) -> str:
        """Digest of the templates."""
        return templates_digest(self._course.root)
