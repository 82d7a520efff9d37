"""A list's pagination leads everywhere, and stays short however long the list is."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.views.frame import GAP, pagination

MOST = 9
"""First, gap, two, the page itself, two, gap, last."""


def _texts(number: int, total: int) -> list[str]:
    return [link.text for link in pagination("list/", number, total).pages]


def test_few_pages_are_all_there() -> None:
    """Up to nine pages are linked to from each of them."""
    assert _texts(4, 7) == ["1", "2", "3", "4", "5", "6", "7"]
    assert _texts(5, 9) == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]


def test_of_many_pages_those_near_are_there() -> None:
    """The first, the last and two on each side, with marks where some are left out."""
    assert _texts(1, 500) == ["1", "2", "3", "…", "500"]
    assert _texts(250, 500) == ["1", "…", "248", "249", "250", "251", "252", "…", "500"]
    assert _texts(499, 500) == ["1", "…", "497", "498", "499", "500"]


@given(st.integers(1, 400), st.integers(0, 399))
def test_every_page_is_a_few_steps_away(total: int, before: int) -> None:
    """Links rise, a gap hides two pages at least, and there are never more than nine."""
    number = before % total + 1
    pages = pagination("list/", number, total).pages
    assert len(pages) <= MOST
    shown = [0 if link == GAP else int(link.text) for link in pages]
    assert {1, number, total} <= set(shown)
    known = [n for n in shown if n]
    assert known == sorted(set(known))
    for one, other in pairwise(known):
        apart = shown.index(other) - shown.index(one)
        assert (apart, other - one > 1) in {(1, False), (2, True)}
        assert apart == 1 or other - one > 2
