"""Options that name something which there must be."""

from __future__ import annotations

from collections.abc import Sequence

from scormpack.build.cluster import cluster_address
from scormpack.build.targets import TARGETS
from scormpack.errors import OptionError
from scormpack.formats import FORMATS


def require_choices(formats: Sequence[str], target: str | None, executor: str | None) -> None:
    """See that there are such formats, such a target, and that an executor is an address.

    Raises:
        OptionError: where one is not.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise OptionError(f"there is no format `{unknown[0]}`; write one of: {', '.join(FORMATS)}")
    if target is not None and target not in TARGETS:
        raise OptionError(f"there is no target `{target}`; write one of: {', '.join(TARGETS)}")
    if executor is not None:
        cluster_address(executor)
