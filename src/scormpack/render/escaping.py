"""How our own templates escape what they show: as ``markupsafe.escape`` does, which makes an object of every text."""

from __future__ import annotations

import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


def escape(value: object) -> str:
    """Return ``value`` as HTML; what is ``Markup`` stays as it is."""
    if type(value) is markupsafe.Markup:
        return value
    if type(value) is not str or "&" in value or "<" in value or ">" in value or "'" in value or '"' in value:
        return markupsafe.escape(value)
    return value


class Generator(CodeGenerator):
    """Writes a template's Python: Jinja's own, but for the function that is called ``escape`` in it."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Write a whole template."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import escape")
