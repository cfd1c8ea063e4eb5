"""How our own templates escape what they show."""

from __future__ import annotations

import markupsafe
import pytest
from jinja2 import Environment
from markupsafe import Markup

from scormpack.render.escaping import Generator, escape


class _Html(str):
    """A text that writes itself as HTML."""

    __slots__ = ()

    def __html__(self) -> str:
        return "<i>itself</i>"


@pytest.mark.parametrize(
    "value", ["", "plain", "<", ">", "&amp;", '"', "it's", Markup("<b>&"), 7, None, _Html("plain")]
)
def test_all_are_escaped_as_markupsafe_does(value: object) -> None:
    """Markup stays, what writes itself as HTML does so, all else is text."""
    assert escape(value) == markupsafe.escape(value)


def test_templates_escape_so() -> None:
    """A template that the generator writes calls the function, in its blocks and its loops too."""
    environment = Environment(autoescape=True)
    environment.code_generator_class = Generator
    template = environment.from_string("{% block one %}{% for x in all %}{{ x }}{% endfor %}{% endblock %}{{ all }}")
    assert template.root_render_func.__globals__["escape"] is escape
    assert template.render(all=["<", Markup("<b>")]) == "&lt;<b>[&#39;&lt;&#39;, Markup(&#39;&lt;b&gt;&#39;)]"
