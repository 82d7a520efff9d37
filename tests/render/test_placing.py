"""Values are placed and macros called as plain Jinja does it."""

from __future__ import annotations

import gc
from traceback import extract_tb
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from generator.render import JINJA_ENVIRONMENT
from generator.render.placing import escaped, page, placed, plainly_escaped

TEMPLATES = {
    "macros.html": (
        "{% macro plain(a, b='<b>') %}{{ a }}{{ b }}{% endmacro %}"
        "{% macro around(a) %}{{ a }}{{ caller() }}{% endmacro %}"
        "{% macro any() %}{{ varargs }}{{ kwargs }}{% endmacro %}"
        "{% macro both(a) %}{{ plain(a) }}{{ plain(a, a) }}{{ plain(b=a, a='&') }}{% endmacro %}"
    ),
    "page.html": (
        "{% import 'macros.html' as m %}{% import 'macros.html' as own with context %}"
        "{{ m.plain(value) }}{{ own.plain(value, b=value) }}{{ m.any(value, 2, x='<') }}"
        "{% call m.around('&') %}{{ value }}{% endcall %}"
        "{% for each in (value, 3, none, value|upper, 'a' ~ value) %}{{ m.plain(each) }}"
        "{{ loop.cycle('<', '&') }}{% endfor %}{{ namespace(x=value).x }}"
        "{% autoescape false %}{{ value }}{% endautoescape %}"
        "{% autoescape flag %}{{ value }}{{ m.plain(value) }}{% endautoescape %}"
        "{{ own.both(value) }}{{ own.both.name }}{{ own.both.arguments }}"
        "{% autoescape false %}{{ own.both(value) }}{% endautoescape %}"
        "{% set kept = own.plain(value) %}{{ kept }}{{ kept|length }}"
        "{{ {'in': 1, 'x': value}.x }}{{ {'class': value}.class }}{{ 'a'.é is defined }}"
        "{% set block %}<i>{{ value }}</i>{% endset %}{{ block }}{{ block|length }}"
    ),
}


def _drawn(value: object, **options: Any) -> str:  # noqa: ANN401 (whatever Jinja takes)
    environment = Environment(  # noqa: S701 (all of `options` escape)
        loader=DictLoader(TEMPLATES), **options
    )
    return environment.get_template("page.html").render(value=value, flag=True)


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.none()))
def test_a_page_is_what_plain_jinja_makes_of_it(value: object) -> None:
    """Whatever stands in a template, and whatever the value: not a byte is another."""
    plain = _drawn(value, autoescape=True, undefined=StrictUndefined)
    assert _drawn(value, **{**JINJA_ENVIRONMENT, "trim_blocks": False}) == plain
    assert str(placed(value)) == str(escape(value))


@given(st.text(alphabet="ab&<>\"'é", max_size=20))
def test_text_is_escaped_as_markupsafe_does_it(text: str) -> None:
    """With what it has in C, and without."""
    assert escaped(text) == plainly_escaped(text) == str(escape(text))


def test_a_failure_points_to_its_line() -> None:
    """What a field that is missing stops is told with the line of the template that asked."""
    source = "first\n{% macro m(a) %}\n{{ a.b.c }}\n{% endmacro %}\n{{ m('text') }}"
    environment = Environment(  # noqa: S701 (it does)
        loader=DictLoader({"it.html": source}), **JINJA_ENVIRONMENT
    )
    with pytest.raises(UndefinedError, match="'str object' has no attribute 'b'") as failure:
        page(environment, "it.html", {})
    lines = [entry.lineno for entry in extract_tb(failure.tb) if not entry.filename.endswith(".py")]
    assert lines == [5, 3]


def test_a_drawn_page_leaves_nothing_for_the_collector() -> None:
    """Macros and their contexts, which know each other, are let go with the page."""
    environment = Environment(  # noqa: S701 (it does)
        loader=DictLoader(TEMPLATES), **JINJA_ENVIRONMENT
    )
    given = {"value": "&", "flag": True}
    expected = environment.get_template("page.html").render(given)
    assert page(environment, "page.html", given) == expected
    gc.collect()
    gc.disable()
    try:
        assert page(environment, "page.html", given) == expected
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_what_is_missing_is_stumbled_over() -> None:
    """A name that no view has stops the drawing, placed or handed to a macro."""
    environment = Environment(loader=DictLoader(TEMPLATES), **JINJA_ENVIRONMENT)  # noqa: S701 (it does)
    for source in ("{{ missing }}", "{% import 'macros.html' as m %}{{ m.plain(missing) }}"):
        with pytest.raises(UndefinedError, match="'missing' is undefined"):
            environment.from_string(source).render()
    with pytest.raises(TypeError, match="takes no keyword argument 'c'"):
        environment.from_string("{% import 'macros.html' as m %}{{ m.plain(1, c=2) }}").render()
