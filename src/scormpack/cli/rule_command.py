"""``scormpack rule``."""

from __future__ import annotations

import sys

import click

from scormpack.cli.arguments import RULE


@click.command
@click.argument("code", type=RULE, required=False)
def rule(*, code: str | None) -> None:
    """Explain the CODE of a finding: what is wrong, why it matters, how to mend it.

    Without CODE, all codes of a course's findings are listed with what each is about.

    \b
    Examples:
      scormpack rule
      scormpack rule image-alternative
      scormpack rule mastery-score
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.check.rule_page import explain_code, list_rule_pages  # noqa: PLC0415 (--help stays fast)

    if code is None:
        pages = list_rule_pages()
        widest = max(len(page.code) for page in pages)
        for page in pages:
            click.echo(f"{click.style(page.code.ljust(widest), bold=True)}  {page.summary.replace('`', '')}")
        return
    name = code.strip("[]` ")  # as it is copied from a finding
    text = explain_code(name) or _explain(name)
    if not sys.stdout.isatty():
        click.echo(text, nl=False)
        return
    from rich.console import Console  # noqa: PLC0415 (a third of the start-up time, and only for people)
    from rich.markdown import Markdown  # noqa: PLC0415

    Console(width=min(100, Console().width)).print(Markdown(text))


def _explain(name: str) -> str:
    """A code that no course has: an inspection's, or a slip."""
    from scormpack.check.rule_page import find_rule_page  # noqa: PLC0415
    from scormpack.inspect.explanation import explain  # noqa: PLC0415 (loads lxml)

    return explain(name) or find_rule_page(name).text
