"""What a reader sees of a file, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Markup, Span
from generator.text.projection import project

MARKDOWN = [
    ("*plain* and __bold__", "plain and bold"),
    ("a [link](https://a.example/x_(1) 'title') here", "a link here"),
    ("an ![image](a.png) here", "an  here"),
    ("see [the paper][p]\n\n[p]: https://a.example", "see the paper\n\n"),
    ("he [allows] it", "he [allows] it"),
    ("`code` and \\*star\\*", "code and *star*"),
    ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ("fish &amp; chips", "fish & chips"),
    ("> quoted\n> twice", "quoted\ntwice"),
    ("<b>bold</b><!-- note --> word", "bold word"),
    ("~~~\ncode\n~~~\nword", "\nword"),
    ("one\r\ntwo", "one\r\ntwo"),
    ("an <https://a.example> link", "an https://a.example link"),
]
HTML = [
    ("<p>One &amp; two</p>", "One & two"),
    ("<script>var a = '<p>';</script>word", "word"),
    ("one<br>two", "one\ntwo"),
    ("one\n  two", "one two"),
    ("<a title='a > b'>word</a>", "word"),
    ("<head><title>no</title></head>word<!-- no -->", "word"),
    ("2 < 3 and 4 > 3", "2 < 3 and 4 > 3"),
    ("one<!-- never closed", "one"),
]


def shown(text: str, markup: Markup) -> str:
    """Return the visible text of a whole file."""
    return project(text, body=Span(0, len(text)), markup=markup).visible


@pytest.mark.parametrize(("text", "visible"), MARKDOWN, ids=[text for text, _ in MARKDOWN])
def test_markdown_leaves_its_marks_out(text: str, visible: str) -> None:
    """Of Markdown only the words are seen."""
    assert shown(text, "markdown") == visible


@pytest.mark.parametrize(("text", "visible"), HTML, ids=[text for text, _ in HTML])
def test_html_leaves_its_tags_out(text: str, visible: str) -> None:
    """Of HTML only the words are seen."""
    assert shown(text, "html").strip() == visible


def test_blocks_become_paragraphs() -> None:
    """Block elements, headings and list entries part paragraphs."""
    assert shown("<li>one</li><li>two</li>", "html").split() == ["one", "two"]
    assert "\n\n" in shown("<li>one</li><li>two</li>", "html")
    assert "\n\n" in shown("# Head\nwords", "markdown")
    assert "\n\n" in shown("- one\n- two", "markdown")


def test_an_entity_is_whole_in_the_file() -> None:
    """A span that ends with an entity ends after it."""
    text = "R&amp;D"
    projection = project(text, body=Span(0, len(text)), markup="html")
    assert projection.in_file(Span(0, 2)).of(text) == "R&amp;"
    assert projection.in_file(Span(1, 2)).of(text) == "&amp;"
    assert projection.in_file(Span(2, 3)).of(text) == "D"


def test_only_the_body_is_seen() -> None:
    """What stands outside the body is left out, and counted."""
    text = "---\na: b\n---\nwords"
    projection = project(text, body=Span(13, len(text)), markup="markdown")
    assert projection.visible == "words"
    assert projection.in_file(Span(0, 5)) == Span(13, 18)


@settings(max_examples=300, deadline=None)
@given(
    text=st.one_of(st.text(), st.text(alphabet="*_`[]()<>!#-> \n\\&amp;\"'/a~:=.1")),
    markup=st.sampled_from(["text", "markdown", "html"]),
)
def test_offsets_lead_back(text: str, markup: Markup) -> None:
    """Offsets never go back, and a character that is shown as it stands is the file's."""
    projection = project(text, body=Span(0, len(text)), markup=markup)
    offsets = list(projection.offsets)
    assert len(offsets) == len(projection.visible) + 1
    assert offsets == sorted(offsets)
    for place, character in enumerate(projection.visible):
        if place not in projection.widths and offsets[place + 1] > offsets[place]:
            assert text[offsets[place]] == character
