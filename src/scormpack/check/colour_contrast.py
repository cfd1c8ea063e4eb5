"""Colours of the course's own style sheets that cannot be read on each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scormpack.check.place import Fault
from scormpack.load.tokens import Token, load_tokens
from scormpack.model import Course
from scormpack.model.colour import EDGE_CONTRAST, TEXT_CONTRAST, contrast, nearest_readable

# Each token, the grounds that it stands on, and the least contrast.
_PAIRS = (
    ("ink", ("ground", "surface", "accent-tint"), TEXT_CONTRAST),
    ("soft", ("ground", "surface"), TEXT_CONTRAST),
    ("right", ("ground", "surface", "right-tint"), TEXT_CONTRAST),
    ("wrong", ("ground", "surface", "wrong-tint"), TEXT_CONTRAST),
    ("warn", ("ground", "surface", "warn-tint"), TEXT_CONTRAST),
    ("accent", ("ground", "surface", "accent-tint"), TEXT_CONTRAST),
    ("on-accent", ("accent",), TEXT_CONTRAST),
    ("edge", ("ground", "surface"), EDGE_CONTRAST),
)


def check_colour_contrast(course: Course) -> Iterator[Fault]:
    """Yield each pair of colours below WCAG's contrast, where the course itself set one of the two.

    The accent of ``course.yaml`` needs no check: the build makes readable shades of it (``render/theme.py``).
    """
    tokens = load_tokens(course.root)
    scheme = course.file.theme.scheme
    for name in ("light", "dark"):
        if scheme in ("auto", name):
            yield from _faults(tokens[name], name)


def _faults(tokens: Mapping[str, Token], scheme: str) -> Iterator[Fault]:
    known = {name: (token, token.colour) for name, token in tokens.items() if token.colour}
    for name, others, least in _PAIRS:
        if name not in known:
            continue
        token, colour = known[name]
        grounds = [
            (other, *known[other]) for other in others if other in known and (token.file or known[other][0].file)
        ]
        worst = min(grounds, key=lambda ground: contrast(colour, ground[2]), default=None)
        if worst is None or contrast(colour, worst[2]) >= least:
            continue
        place = token if token.file else worst[1]
        message = (
            f"on a {scheme} page --{name} {colour} on --{worst[0]} {worst[2]} "
            f"has a contrast of {int(contrast(colour, worst[2]) * 100) / 100:.2f}:1, and needs {least:.3g}:1"
        )
        nearest = nearest_readable(colour, [ground[2] for ground in grounds], least)
        hint = f"The nearest that can be read: `--{name}: {nearest}`." if nearest else "Choose grounds that are alike."
        if scheme == "dark" and token.file != worst[1].file:
            hint += " What is set outside `@media (prefers-color-scheme: dark)` holds on dark pages too."
        yield Fault(place.file or "", (), message, hint, span=place.span)
