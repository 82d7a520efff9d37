"""A critic's rating is read where it names its scale, and nowhere else."""

from __future__ import annotations

import pytest

from generator.ratings import parse_rating


@pytest.mark.parametrize(
    ("printed", "share"),
    [
        ("4/5", 0.8),
        (" 4 / 5 ", 0.8),
        ("8.5/10", 0.85),
        ("8,5/10", 0.85),
        ("3½/5", 0.7),
        ("78/100", 0.78),
        ("0/5", 0.0),
        ("85%", 0.85),
        ("85 %", 0.85),
        ("A+", 1.0),
        ("B+", 0.83),
        ("b−", 0.67),
        ("F", 0.0),
        ("★★★½", 0.7),
        ("★★★☆", 0.75),
        ("★★★½☆", 0.7),
        ("★ ★ ★ ☆ ☆", 0.6),
        ("⭐️⭐️⭐️⭐️⭐️", 1.0),
        ("☆☆☆☆☆", 0.0),
        ("3 stars out of 4", 0.75),
        ("3 out of 4 stars", 0.75),
        ("3 von 5", 0.6),
        ("7 sur 10", 0.7),
    ],
)
def test_read(printed: str, share: float) -> None:
    """The share of the best possible mark is read, and the print kept."""
    rating = parse_rating(printed)
    assert rating is not None
    assert rating.share == pytest.approx(share)
    assert rating.printed == printed.strip()


@pytest.mark.parametrize(
    "printed",
    ["", "4", "6/5", "4/0", "G", "A++", "101%", "★★★★★★", "½½", "good", "4 stars", "-1/5", "1/2/3"],
)
def test_not_read(printed: str) -> None:
    """What names no scale, or exceeds it, is no rating."""
    assert parse_rating(printed) is None
