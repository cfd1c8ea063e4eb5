"""The built distribution, as the packaging tests hand it around."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Distribution:
    """Built files.

    Attributes:
        sdist: from a copy of the checkout.
        wheel: from the unpacked sdist, on a machine without Node and npm's registry.
        checkout_wheel: from the copy of the checkout.
    """

    sdist: Path
    wheel: Path
    checkout_wheel: Path
