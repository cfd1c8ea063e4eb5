"""Sounds that say nothing to a learner who does not hear them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.check.players import players_of


def check_sound_transcripts(text: AuthoredText) -> Iterator[Fault]:
    """Yield the sounds whose words can be read nowhere (WCAG 2.2, 1.2.1); of another host's, nobody can know."""
    for player in players_of(text):
        if player.media and not player.is_film and not player.media.spoken(text.course.file.language):
            file = PurePosixPath(player.media.path).with_suffix(".txt")
            hint = f"Write down what is said and save it beside it: `{file}`."
            yield text.fault("this sound has no transcript", hint, at=player.reference)
