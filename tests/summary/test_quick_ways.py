"""What a summary works out quickly is what the plain way gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.languages import language as language_of
from generator.summary.agreement import Likenesses
from generator.summary.extractive import _share
from generator.summary.terms import Weights, likeness, mixed, weighted

VECTORS = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=6, unique=True), min_size=1).map(
    lambda sentences: weighted([dict.fromkeys(terms, 1) for terms in sentences])
)


@given(VECTORS)
def test_a_part_is_as_like_its_mixture_either_way(vectors: tuple[Weights, ...]) -> None:
    """A vector's share in what it was mixed into is its likeness to it, to the last bit."""
    middle = mixed((vector, 1 / number) for number, vector in enumerate(vectors, 1))
    assert [_share(v, middle) for v in vectors] == [likeness(v, middle) for v in vectors]


@given(VECTORS, st.sets(st.integers(0, 9)), st.integers(1, 4))
def test_sentences_that_share_words_are_those_counted_one_by_one(
    vectors: tuple[Weights, ...], numbers: set[int], least: int
) -> None:
    """Who shares so many words is found as by comparing each two; and how like they are."""
    echoing = sorted(number for number in numbers if number < len(vectors))
    found = Likenesses(str, vectors, [language_of("en")] * len(vectors), echoing=echoing)
    for one, vector in enumerate(vectors):
        plain = [
            other
            for other in echoing
            if other != one and len(vector.keys() & vectors[other].keys()) >= least
        ]
        assert found.sharing(one, least=least) == plain
        for other in plain:
            assert found.like(one, other) == pytest.approx(likeness(vector, vectors[other]))
