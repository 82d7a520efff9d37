"""The longest run of words that a summary shares with a text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.summary.overlap import Wording


def _run(summary: str, text: str) -> str:
    """Return the words of the longest shared run, as the summary has them."""
    run = Wording(summary).longest_run(text)
    return run.span.of(summary) if run else ""


@pytest.mark.parametrize(
    ("summary", "text", "run"),
    [
        ("The levy rose by a tenth.", "They say the levy rose by half.", "The levy rose by"),
        ("The levy,  rose; by", "the LEVY rose by", "The levy,  rose; by"),
        ("It’s the town’s levy", "it's the town's levy", "It’s the town’s levy"),
        ("Nothing in common", "with this", ""),
        ("a b x a b c", "a b c", "a b c"),
        ("a b a b a c", "b a b a b a c d", "a b a b a c"),
        ("", "words", ""),
        ("words", "", ""),
    ],
)
def test_the_longest_run(summary: str, text: str, run: str) -> None:
    """Case, punctuation and the form of marks make no difference; the summary's words are shown."""
    assert _run(summary, text) == run


def test_quotations_do_not_count() -> None:
    """Words inside quotation marks are quoted, and no run leads across them."""
    text = "It will pay for a new breakwater, said the mayor of the town."
    assert (
        _run("The levy “will pay for a new breakwater”, said the mayor.", text) == "said the mayor"
    )
    assert _run("Will pay “for a” new breakwater", "will pay for a new breakwater") == "Will pay"


def _plainly(summary: list[str], text: list[str]) -> int:
    """Return the length of the longest shared run, found by trying every one."""
    return max(
        (
            n
            for start in range(len(summary))
            for n in range(1, len(summary) - start + 1)
            for other in range(len(text))
            if summary[start : start + n] == text[other : other + n]
        ),
        default=0,
    )


WORDS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=14)


@given(WORDS, WORDS)
def test_it_is_the_longest(summary: list[str], text: list[str]) -> None:
    """As long as what trying every run finds, and both texts have it."""
    run = Wording(" ".join(summary)).longest_run(" ".join(text))
    assert (run.words if run else 0) == _plainly(summary, text)
    if run:
        shared = run.span.of(" ".join(summary))
        assert f" {shared} " in f" {' '.join(text)} "


def test_time_grows_with_length_and_no_faster() -> None:
    """Ten times the text takes about ten times as long, also where words repeat."""

    def seconds(length: int) -> float:
        summary, text = "a b " * length, "a a b " * length
        begin = time.process_time()
        Wording(summary).longest_run(text)
        return time.process_time() - begin

    seconds(2_000)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.005)
