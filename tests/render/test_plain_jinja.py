"""Jinja for our own templates writes what Jinja does."""

from __future__ import annotations

import traceback
from types import SimpleNamespace

import markupsafe
import pytest
from jinja2 import Environment
from markupsafe import Markup

from scormpack.render.plain_jinja import PageEnvironment, PlainEnvironment, escape


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


def test_what_stands_side_by_side_is_said_as_jinja_says_it() -> None:
    """Text and values one after the other, in loops, conditions and blocks, come out as with Jinja alone."""
    loop = "{% for y in x %}{{ y }}\n{% if y %}'{{ y }}'{{ x }}{% endif %}{% endfor %}"
    source = f"a{{{{ x }}}}b{loop}{{% block b %}}{{{{ x }}}}{loop}{{% endblock %}}c"
    texts = [
        kind(autoescape=True).from_string(source).render(x=["<", 0, Markup("<b>")])
        for kind in (Environment, PlainEnvironment, PageEnvironment)
    ]
    assert texts == [texts[0]] * 3


def test_a_fault_is_found_at_its_line() -> None:
    """A traceback names the template's line, also among values that are said at once."""
    template = PlainEnvironment().from_string("{{ 1 }}\n{{ 1 }}\n{{ 1 // x }}\n{{ 1 }}")
    with pytest.raises(ZeroDivisionError) as fault:
        template.render(x=0)
    assert traceback.extract_tb(fault.value.__traceback__)[-1].lineno == 3


def test_pages_read_attributes() -> None:
    """An attribute of an attribute, of a call or of an item is that of the object."""
    x = SimpleNamespace(y=SimpleNamespace(z=1), all=[SimpleNamespace(z=2)], call=lambda: SimpleNamespace(z=3))
    source = "{{ x.y.z }}{{ x.all[0].z }}{{ x.call().z }}{% for each in x.all %}{{ each.z }}{% endfor %}"
    assert PageEnvironment().from_string(source).render(x=x) == "1232"
