"""``scormpack rule``."""

from __future__ import annotations

import sys

import click

from scormpack.cli.arguments import CODE


@click.command
@click.argument("code", type=CODE, required=False)
def rule(*, code: str | None) -> None:
    """Explain the CODE of a finding: what is wrong, why it matters, how to mend it.

    Without CODE, all codes are listed with what each is about: those of a course, then those of a package.

    \b
    Examples:
      scormpack rule
      scormpack rule image-alternative
      scormpack rule scorm-mastery-score
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.check.rule_page import explain_code  # noqa: PLC0415 (--help stays fast)

    if code is None:
        _list()
        return
    name = code.strip("[]` ")  # as it is copied from a finding
    text = explain_code(name) or _explain(name)
    if not sys.stdout.isatty():
        click.echo(text, nl=False)
        return
    from rich.console import Console  # noqa: PLC0415 (a third of the start-up time, and only for people)
    from rich.markdown import Markdown  # noqa: PLC0415

    Console(width=min(100, Console().width)).print(Markdown(text))


def _list() -> None:
    from scormpack.check.rule_page import list_package_pages, list_rule_pages  # noqa: PLC0415

    for heading, pages in (("Of a course", list_rule_pages()), ("\nOf a package", list_package_pages())):
        click.echo(f"{heading}:")
        widest = max(len(page.code) for page in pages)
        for page in pages:
            click.echo(f"  {click.style(page.code.ljust(widest), bold=True)}  {page.summary.replace('`', '')}")


def _explain(name: str) -> str:
    """A code that no course has: an inspection's, or a slip."""
    from scormpack.check.rule_page import unknown_code  # noqa: PLC0415
    from scormpack.inspect.explanation import explain  # noqa: PLC0415 (loads lxml)

    text = explain(name)
    if text is None:
        raise unknown_code(name)
    return text
