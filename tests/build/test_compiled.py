"""Templates compiled to plainer Python: whatever a template does, it says what Jinja says."""

from types import SimpleNamespace
from typing import Any

import pytest
from briefing.build.compiled import Words, compiled_plainer
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

MACROS = """
{% macro plain(a, b="<b>") %}{{ a }}|{{ b }}{% endmacro %}
{% macro named(a, b) %}{{ a }}{{ kwargs.c }}{{ b }}{% endmacro %}
{% macro rest(a) %}{{ a }}{% for each in varargs %}-{{ each }}{% endfor %}{% endmacro %}
{% macro around() %}<p>{{ caller() }}</p>{% endmacro %}
{% macro inner(a) %}{{ plain(a) }}{{ plain(a, plain("<", ">")) }}{% endmacro %}
"""
IMPORT = '{% from "macros.html" import plain, named, rest, around, inner %}'


@pass_context
def shouted(context: Context, text: str) -> str:
    return f"{text} {context['text']}!"


VALUES: dict[str, Any] = {
    "text": "<i>&\"'",
    "safe": Markup("<i>safe</i>"),
    "number": 3,
    "nothing": None,
    "record": SimpleNamespace(name="<n>", inner=SimpleNamespace(items=["a", "<b>"]), empty=None),
    "known": {"name": "<n>", "items": "hidden", "deep": {"er": "<d>"}},
    "several": [{"a": 1}, {"a": 2}, {"a": 3}],
    "shouted": shouted,
}


def rendered(template: str, *, plainer: bool) -> str:
    loader = DictLoader({"page.html": template, "macros.html": MACROS, "base.html": "<{% block a %}{% endblock %}>"})
    base = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment = compiled_plainer(base.overlay()) if plainer else base
    environment.globals = {**base.globals, "site": "<site>"}
    return environment.get_template("page.html").render(VALUES)


@pytest.mark.parametrize(
    "template",
    [
        "{{ text }} {{ safe }} {{ number }} {{ nothing }} {{ 'a' ~ text }} {{ safe ~ text }} {{ site }}",
        "{{ record.name }} {{ record.inner.items[1] }} {{ record.inner.items|join(', ') }} {{ record.empty }}",
        "{{ known.name }} {{ known.deep.er }} {{ known['items'] }} {{ known.keys()|list }}",
        "{{ record.gone is defined }} {{ known.gone is defined }} {{ record.name is defined }}",
        "{{ record.gone|default(record.name) }} {{ (record.inner.gone|default(known)).name }}",
        "{% for each in several if each.a > 1 %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{% for each in several %}{{ loop.cycle('x', '<') }}{{ shouted(each.a ~ record.name) }}{% endfor %}",
        "{% set found = record.inner %}{{ found.items|map('upper')|join }}{{ found.items|length }}",
        "{{ text|upper }} {{ text|e }} {{ text|safe }} {{ text.upper() }} {{ '%s'|format(text) }} {{ shouted(text) }}",
        "{% autoescape false %}{{ text }}{{ record.name }}{% endautoescape %}{{ text }}",
        "{% filter upper %}{{ text }}{% endfilter %}{{ 7 // 2 }}{{ -number }}{{ number ** 2 }}",
        '{% extends "base.html" %}{% block a %}{{ text }}{{ super() }}{{ self.a is defined }}{% endblock %}',
        '{% extends "base.html" %}{% block a %}{% include "base.html" %}{{ super() }}{% endblock %}',
        IMPORT + "{{ plain(text) }} {{ plain(text, safe) }} {{ plain(a=text) }} {{ plain(text, b=safe) }}",
        IMPORT + "{{ named(text, 1, c=2) }} {{ rest(1, text, safe) }} {{ inner(text) }} {{ plain(text)|upper }}",
        IMPORT + "{% call around() %}{{ text }}{% endcall %}{% for each in several %}{{ plain(each.a) }}{% endfor %}",
        IMPORT + "{% autoescape false %}{{ plain(text) }}{% endautoescape %}",
    ],
)
def test_it_says_what_jinja_says(template: str) -> None:
    assert rendered(template, plainer=True) == rendered(template, plainer=False)


@pytest.mark.parametrize(
    "template",
    [
        "{{ record.gone }}",
        "{{ record.gone.name }}",
        "{{ known.gone }}",
        "{{ gone.name }}",
        "{{ gone() }}",
        IMPORT + "{{ plain() }}",
        '{% from "macros.html" import gone %}{{ gone() }}',
    ],
)
def test_a_name_that_is_not_there_is_the_same_error(template: str) -> None:
    said = []
    for plainer in (True, False):
        with pytest.raises(UndefinedError) as error:
            rendered(template, plainer=plainer)
        said.append(str(error.value))
    assert said[0] == said[1]


@pytest.mark.parametrize("template", ["{{ plain(1, 2, 3) }}", "{{ plain(1, c=3) }}"])
def test_a_macro_given_what_it_does_not_take_is_an_error(template: str) -> None:
    with pytest.raises(TypeError, match="macro 'plain' takes"):
        rendered(IMPORT + template, plainer=True)


def test_a_text_of_the_interface_is_looked_up_once_for_a_language() -> None:
    asked: list[str] = []

    def translated(message: str) -> str:
        asked.append(message)
        return message.upper()

    loader = DictLoader(
        {"page.html": '{% for _i in "ab" %}{{ _("key") }} {% endfor %}{% set x %}{{ _("key") }}{% endset %}{{ x }}'}
    )
    environment = compiled_plainer(Environment(loader=loader, autoescape=True))
    environment.words = Words(translated)
    assert environment.get_template("page.html").render() == "KEY KEY KEY"
    assert asked == ["key"]
