"""Jinja without what our own templates never ask for, and every page would pay for."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from typing import Any

import markupsafe
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context

_YIELDS = re.compile(r"^( +)yield (?!from ).+\n(?:\1yield (?!from ).+\n)+", re.MULTILINE)
"""What a template's Python says one after the other."""


def escape(value: object) -> str:
    """Return ``value`` as HTML, as ``markupsafe.escape`` does: but that makes an object of every text."""
    if type(value) is markupsafe.Markup:
        return value
    if type(value) is not str or "&" in value or "<" in value or ">" in value or "'" in value or '"' in value:
        return markupsafe.escape(value)
    return value


class _Generator(CodeGenerator):
    """Writes a template's Python: Jinja's own, but for the function that is called ``escape`` in it."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Write a whole template."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import escape")


class _Context(Context):
    """Calls a function with what the template gives it, without asking whether it wants Jinja's own context too."""

    def call(
        self,
        called: Callable[..., object],
        *values: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: object,
    ) -> object:
        """Return what ``called`` returns."""
        return called(*values, **named)


class PlainEnvironment(Environment):
    """What renders templates of our own: no stranger wrote them, and no function of theirs wants Jinja's context."""

    code_generator_class = _Generator
    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return Jinja's own functions as a plain dictionary: each page copies it, and a chain is copied slowly."""
        return {**self.globals, **(d or {})}

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's
    ) -> str:
        """Return a template's Python, in which what is said one after the other is said at once.

        Its lines stay what they are: Jinja finds a template's own by them.
        """
        written = super()._generate(source, name, filename, defer_init)
        return _YIELDS.sub(lambda lines: _join(lines[0], f"{lines[1]}yield "), written)


def _join(lines: str, start: str) -> str:
    values = ",\n".join(line.removeprefix(start) for line in lines.splitlines())
    return f"{start}concat(({values}))\n"


class _PageGenerator(_Generator):
    """Writes the Python of a template whose values all are objects."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write an attribute as Python has it: Jinja asks whether it is a key of a dictionary instead."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class PageEnvironment(PlainEnvironment):
    """What renders the pages: no value that their templates name an attribute of is a dictionary."""

    code_generator_class = _PageGenerator
