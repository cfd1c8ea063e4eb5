"""What a code of an inspection means: its page in docs/package-rules, and what LMSs do about it."""

from __future__ import annotations

from scormpack.assets import package_rule_pages
from scormpack.inspect.verdicts import LMSES
from scormpack.inspect.weights import WEIGHTS

_DOES = {"fine": "bears it", "loses": "loses something by it", "refuses": "refuses the package"}


def explain(code: str) -> str | None:
    """Return the page, Markdown, with what each LMS does at its end; None where an inspection has no such code.

    Raises:
        InstallationError: where the pages are missing.
    """
    if code not in WEIGHTS:
        return None
    does = [f"{lms.title} {_DOES[WEIGHTS[code].on(lms.name)]}" for lms in LMSES]
    return f"{package_rule_pages()[code]}\n**LMSs.** {'; '.join(does)}.\n"
