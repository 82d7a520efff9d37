"""Percentages of a table: they sum to 100, and claim neither nothing nor all without cause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.shares import part, percent, shares

COUNTS = st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=60)


@given(COUNTS)
def test_shares_sum_to_a_hundred(counts: list[int]) -> None:
    """The law of the method: nothing is lost in rounding, and nothing made up."""
    assert sum(shares(counts)) == (100 if any(counts) else 0)


@given(COUNTS)
def test_no_share_is_a_whole_per_cent_off(counts: list[int]) -> None:
    """Each share is the true one cut or raised to the next whole per cent."""
    whole = sum(counts)
    for count, share in zip(counts, shares(counts), strict=True):
        assert abs(share * whole - 100 * count) < max(whole, 1)


@given(COUNTS)
def test_more_never_has_the_smaller_share(counts: list[int]) -> None:
    """A larger count never comes out below a smaller one."""
    ranked = sorted(zip(counts, shares(counts), strict=True))
    assert [share for _, share in ranked] == sorted(share for _, share in ranked)


def test_the_largest_remainders_win() -> None:
    """Three thirds are 34, 33 and 33; the earlier wins among equals."""
    assert shares((1, 1, 1)) == (34, 33, 33)
    assert shares((996, 1, 1, 1, 1)) == (100, 0, 0, 0, 0)
    assert shares((5, 3, 2), total=7) == (4, 2, 1)
    assert shares(()) == ()
    assert shares((0, 0)) == (0, 0)


@pytest.mark.parametrize(
    ("share", "count", "whole", "said"),
    [
        (84, 84, 100, "84 %"),
        (0, 1, 1000, "<1 %"),
        (0, 0, 1000, "0 %"),
        (100, 996, 1000, ">99 %"),
        (100, 1000, 1000, "100 %"),
    ],
)
def test_a_per_cent_is_never_nothing_or_all_without_being_it(
    share: int, count: int, whole: int, said: str
) -> None:
    """What is rounded to 0 or 100 says that it was."""
    assert percent(share, count, whole) == said


@pytest.mark.parametrize(
    ("count", "whole", "said"),
    [(1042, 1240, "84 %"), (9, 19, ""), (10, 20, "50 %"), (0, 50, ""), (50, 50, "")],
)
def test_few_things_have_no_per_cent(count: int, whole: int, said: str) -> None:
    """Below twenty, and where it is all or none, the counts speak for themselves."""
    assert part(count, whole) == said
