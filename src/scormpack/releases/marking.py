"""What the answers to a question are marked by, read from the page that asks it."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from scormpack.render.seal import unseal

_KEY_DIGITS = 16
_PART_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Marking:
    """Digests only: a lock file tells nobody the answers.

    Attributes:
        key: of what the runtime marks with: places of right options, numbers, texts; "" where it is not known.
        right: of what is right in words, where options, items or pairs are; "" elsewhere.
        parts: of the words of each option, item, source and target, in the page's order.
    """

    key: str = ""
    right: str = ""
    parts: tuple[str, ...] = ()

    def is_another(self, old: Marking) -> bool:
        """Whether an answer that was right is wrong now, or the other way round; other words alone do not count."""
        if not (self.key and old.key):
            return False
        if not (self.right and old.right):
            return self.key != old.key
        return self.right != old.right and (self.key != old.key or sorted(self.parts) == sorted(old.parts))

    def is_reordered(self, old: Marking) -> bool:
        """Whether the same words stand in other places, by which a learner's answers are kept."""
        return self.parts != old.parts and sorted(self.parts) == sorted(old.parts)


def read_marking(question: Mapping[str, Any], pad: str) -> Marking:
    """Return what is known of a question of a page's data; nothing where it only looks like ours."""
    with suppress(ValueError, LookupError, TypeError, AttributeError, RecursionError):
        answer = unseal(str(question["sealed"]), b64decode(pad))["answer"]
        shown = question["shown"]
        listed = [*shown.get("options", ()), *shown.get("sources", ()), *shown.get("targets", ())]
        right = _right(answer, shown)
        return Marking(
            _digest(answer, _KEY_DIGITS),
            "" if right is None else _digest([right, answer.get("scoring")], _KEY_DIGITS),
            tuple(_digest(part, _PART_DIGITS) for part in listed),
        )
    return Marking()


def _right(answer: Mapping[str, Any], shown: Mapping[str, Any]) -> object:
    """Return what is right in words; None where it is not one of several that the page shows."""
    if "order" in answer:
        return [shown["options"][place] for place in answer["order"]]
    if "correct" not in answer:
        return None
    if "sources" in shown:
        targets = (shown["targets"][place] for place in answer["correct"])
        return sorted(zip(shown["sources"], targets, strict=True))
    return sorted(shown["options"][place] for place in answer["correct"])


def _digest(value: object, digits: int) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:digits]
