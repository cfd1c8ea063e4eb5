"""Jinja for our own templates writes what Jinja does."""

from __future__ import annotations

import markupsafe
import pytest
from markupsafe import Markup

from scormpack.render.plain_jinja import PlainEnvironment, escape


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
    """A template calls that function, in its blocks and its loops too."""
    source = "{% block one %}{% for x in all %}{{ x }}{% endfor %}{% endblock %}{{ all }}"
    template = PlainEnvironment(autoescape=True).from_string(source)
    assert template.root_render_func.__globals__["escape"] is escape
    assert template.render(all=["<", Markup("<b>")]) == "&lt;<b>[&#39;&lt;&#39;, Markup(&#39;&lt;b&gt;&#39;)]"


def test_functions_are_called_with_what_the_template_says() -> None:
    """In a block, in a loop and outside of both a function gets its values, and no more."""
    call = '{{ f(1, "a", n=x) }}'
    block = f"{{% block one scoped %}}{call}{{% endblock %}}"
    source = f"{{% set x = 0 %}}{call}{block}{{% for x in [1, 2] %}}{call}{{% endfor %}}"

    def say(*values: object, **named: object) -> str:
        return f"{values}{named} "

    text = PlainEnvironment().from_string(source).render(f=say)
    assert text == "".join(f"(1, 'a'){{'n': {x}}} " for x in (0, 0, 1, 2))
