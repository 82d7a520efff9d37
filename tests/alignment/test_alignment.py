from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.alignment import align, align_exactly, find, nearest, occurrences
from generator.model import Span

TEXT = (
    "The pilots’ guild can’t agree. “No pilot,” it wrote, “sails for 3.5 marks.” 東京で会談した。"
)


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("pilots' guild", "pilots’ guild"),
        ("No pilot", "No pilot"),
        ('wrote, "sails', "wrote, “sails"),
        ("3.5 marks", "3.5 marks"),
        ("会談", "会談"),
        ("pilot", "pilot"),
        ("can", None),
        ("guil", None),
        ("marks. X", None),
        ("for 3", None),
        ("5 marks", None),
        ("THE pilots", None),
        ("", None),
        ("  ", None),
    ],
)
def test_words_are_found_whole_or_not_at_all(words: str, stands: str | None) -> None:
    """Nothing is found inside a word, a figure or a contraction."""
    span = find(words, TEXT)
    assert (span.of(TEXT) if span else None) == stands


def test_every_occurrence_is_found_in_order() -> None:
    """The same words may stand in several places."""
    text = "ebb and flow, ebb  and flow, ebbing and flow"
    assert [span.start for span in occurrences("ebb and flow", text)] == [0, 14]


def test_the_nearest_passage_is_in_whole_words() -> None:
    """A near miss shows the words that do stand there."""
    span = nearest("No pilots, it wrote, sail for 3.5", TEXT)
    assert span is not None
    assert span.of(TEXT) == "pilot,” it wrote, “sails for 3.5"
    assert nearest("zzz qqq", TEXT, at_least=60) is None
    assert nearest("anything", "") is None


def _shown(source: str, spans: list[str], nodes: list[str]) -> list[list[str]]:
    places = [Span(source.index(words), source.index(words) + len(words)) for words in spans]
    return [
        [nodes[piece.node][piece.start : piece.end] for piece in slices]
        for slices in align(source, places, nodes)
    ]


def test_a_passage_is_split_at_the_edges_of_elements() -> None:
    """Each text node that shows a part of the passage gets its own slice."""
    source = "Ann said “we will win this” today."
    nodes = ["Ann said “we ", "will", " win\nthis” today."]
    assert _shown(source, ["“we will win this”", "Ann", "today"], nodes) == [
        ["“we", "will", "win\nthis”"],
        ["Ann"],
        ["today"],
    ]


def test_small_differences_are_stepped_over() -> None:
    """Signs that the page drops, adds or writes otherwise do not stop the walk."""
    source = (
        "She *never* wrote \\[sic\\] “it's late” & left -- for good, said the pilot of the bay."
    )
    nodes = [
        "She ",
        "never",
        " wrote [sic] “it’s late” & left – for good, ",
        "1",
        "said the pilot.",
    ]
    assert _shown(source, ["*never* wrote", "“it's late” & left", "said the pilot"], nodes) == [
        ["never", "wrote"],
        ["“it’s late” & left"],
        ["said the pilot"],
    ]


def test_a_passage_that_the_page_leaves_out_is_not_marked() -> None:
    """Later passages are found all the same."""
    source = "First words of the review. Print this page now please. Last words of the review here."
    nodes = ["First words of the review.", "Last words of the review here."]
    assert _shown(source, ["Print this page now please", "Last words"], nodes) == [
        [],
        ["Last words"],
    ]


@given(st.lists(st.text("ab c“”é", min_size=1), min_size=1), st.data())
def test_slices_reproduce_the_words_of_the_span(nodes: list[str], data: st.DataObject) -> None:
    """Where page and source agree, the slices give the passage back, white space aside."""
    source = "  ".join(nodes)
    start = data.draw(st.integers(0, len(source)))
    span = Span(start, data.draw(st.integers(start, len(source))))
    (slices,) = align(source, [span], nodes)
    shown = "".join(nodes[piece.node][piece.start : piece.end] for piece in slices)
    assert "".join(shown.split()) == "".join(span.of(source).split())
    assert len({piece.node for piece in slices}) == len(slices)


@given(st.text(), st.lists(st.text()), st.integers(0, 9), st.integers(0, 9))
def test_no_page_breaks_the_walk(source: str, nodes: list[str], start: int, length: int) -> None:
    """Whatever the page shows, slices lie in their nodes."""
    for piece in align(source, [Span(start, start + length)], nodes)[0]:
        assert 0 <= piece.start < piece.end <= len(nodes[piece.node])


def test_the_cost_is_linear() -> None:
    """Ten times as much text with nothing in common takes some ten times as long."""

    def cost(times: int) -> float:
        source, node = "abcdefg hijkl " * 500 * times, "ZYXWV UTSRQ " * 500 * times
        begin = time.process_time()
        align(source, [Span(0, 50)], [node])
        return time.process_time() - begin

    cost(1)
    assert cost(20) < 20 * 4 * max(cost(2) / 2, 0.001)


@given(
    st.lists(st.sampled_from(["One", " two ", "\n", "“three”,", "", " ", "é\u3000x"]), max_size=12),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_the_short_way_finds_what_the_long_way_finds(
    nodes: list[str], edges: list[tuple[int, int]]
) -> None:
    """Where a page has the very words of its source, both ways of aligning give the same slices."""
    source = "\n".join(nodes)
    spans = [Span(start, end) for start, end in edges if start <= end <= len(source)]
    body = Span(0, len(source))
    assert align_exactly(source, body, spans, nodes) == align(source, spans, nodes)


@pytest.mark.parametrize("nodes", [["One three"], ["One"], ["One two ", "four"], ["two", "One"]])
def test_the_short_way_is_not_taken_where_words_differ(nodes: list[str]) -> None:
    """Words left out, added, changed or moved are for the walk that looks for them."""
    assert align_exactly("One two three", Span(0, 13), [Span(0, 3)], nodes) is None
