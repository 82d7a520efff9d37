"""What holds for any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis import analyse
from generator.model import Span
from generator.neutrality import findings, narrated
from generator.neutrality.finding import CODES
from generator.neutrality.loaded_verbs import KINDS
from generator.neutrality.words import known, words_of
from tests.quotations.spec import INVENTED

PIECES = st.lists(
    st.sampled_from(
        [
            *("“", "”", "„", "«", "»", '"', "'", "’", "''", "(", ")", "—", ":", ",", ". ", "? "),
            *("\n", "\n\n", " ", "\u00a0", "\u200f", "é", "ß", "🙂", "\x1c"),
            *("Experts", "say", "many", "believe", "that", "he", "would", "admitted", "claimed"),
            *("so-called", "the", "The Beacon", "according to", "western media", "reform", "que"),
            *("Experten", "sagen", "dass", "er", "habe", "эксперты", "считают", "что", "якобы"),
        ]
    ),
    max_size=40,
).map(" ".join)


def _found(text: str, tag: str) -> list[tuple[str, str, str]]:
    words = words_of(tag)
    assert words is not None
    analysed = analyse(
        text,
        body=Span(0, len(text)),
        markup="text",
        language=tag,
        registry=INVENTED,
        as_review=True,
    )
    told = narrated(analysed, words, registry=INVENTED)
    return [(one.code, one.span.of(told.text), one.what) for one in findings(told)]


@given(text=PIECES | st.text(max_size=200), tag=st.sampled_from(known()))
@settings(max_examples=300, deadline=None)
def test_any_text(text: str, tag: str) -> None:
    """No text makes the linter fall over; what it finds stands in the text."""
    for code, words, what in _found(text, tag):
        assert code in CODES
        assert words
        assert words in text
        assert not what.endswith(".")


@pytest.mark.parametrize("tag", known())
def test_word_lists(tag: str) -> None:
    """Every language has every list, in lower case, and no loaded verb is of an unknown kind."""
    words, english = words_of(tag), words_of("en")
    assert words is not None
    assert english is not None
    needed = {"nouns", "alone", "alone_verbs", "narrows", "introduces", "that", "that_subjects"}
    assert needed <= words.words.keys()
    assert {"according_to", "unattributed", "press"} <= words.phrases.keys()
    assert set(words.verbs.values()) <= KINDS.keys()
    for name, listed in words.words.items():
        assert all(word == word.lower() and "’" not in word for word in listed), name


@pytest.mark.parametrize("piece", ["Experts say the “reform” failed. ", "experts ", "“a” "])
def test_cost_is_linear(piece: str) -> None:
    """Eight times the text takes about eight times as long, whatever stands in it."""
    times = []
    for size in (500, 4000):
        start = time.process_time()
        _found(piece * size, "en")
        times.append(time.process_time() - start)
    assert times[1] < 8 * 4 * max(times[0], 0.02)
