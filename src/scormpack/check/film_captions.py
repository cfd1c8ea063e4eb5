"""Films that say nothing to a learner who does not hear them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.check.players import players_of


def check_film_captions(text: AuthoredText) -> Iterator[Fault]:
    """Yield the films without captions (WCAG 2.2, 1.2.2)."""
    for player in players_of(text):
        if player.is_film and not player.has_track and not (player.media and player.media.captions):
            file = PurePosixPath(player.media.path if player.media else "assets/film.mp4").with_suffix(".vtt")
            hint = f"Write them as WebVTT and save them beside it: `{file}`."
            if player.media is None:
                hint = f'Name them inside it: `<track kind="captions" src="{file}">`.'
            yield text.fault("this film has no captions", hint, at=player.reference)
