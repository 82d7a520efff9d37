"""Front matter, or a rule across the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.front_matter import parts_of

FRONT = {
    "title: A\ndate: 2026-10-01\n": ("title", "date"),
    "title: A\r\nurl: https://a.example\r\n": ("title", "url"),
    "# a comment\n\ntitle: >-\n  Some words\n\n  and more\ntags:\n- one\n- two\n": (
        "title",
        "tags",
    ),
    '"title": A\nlean: {value: x,\n}\n': ("title", "lean"),
    "title: A\noutlet Fen Herald\nurl: x\n": ("title", "url"),
    "title:\n": ("title",),
    "": (),
}
RULES = [
    "\nWords between rules.\n\n",
    "Words right below a rule.\n",
    "He said: no.\n",
    "https://a.example/\n",
    "- a list\n- of words\n",
    "Note: first.\nThen words.\nAnd words.\n",
    "## Heading\n\nWords.\n",
    "# Heading\n",
]


@pytest.mark.parametrize("block", FRONT)
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_keys_make_front_matter(block: str, start: str) -> None:
    """Lines of keys are front matter, also with one mistake among them."""
    newline = "\r\n" if "\r" in block else "\n"
    text = f"{start}---{newline}{block}---{newline}Body.\n"
    parts = parts_of(text)
    assert parts.front is not None
    assert parts.front.of(text) == block
    assert parts.body.of(text) == "Body.\n"
    assert parts.keys == FRONT[block]


@pytest.mark.parametrize("block", RULES)
def test_words_between_rules_are_words(block: str) -> None:
    """What does not read as keys belongs to the body, rules included."""
    text = f"---\n{block}---\nBody.\n"
    parts = parts_of(text)
    assert parts.front is None
    assert parts.body.of(text) == text


@given(st.text(alphabet="-:ak \n\r\ufeff"))
def test_the_body_is_the_end_of_the_text(text: str) -> None:
    """Whatever the text, its body ends where it ends, after the front matter."""
    parts = parts_of(text)
    assert parts.body.end == len(text)
    assert parts.front is None or parts.front.end <= parts.body.start
