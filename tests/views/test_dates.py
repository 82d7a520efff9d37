"""How pages tell dates."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.views.words import date_view

MOMENT = dt.datetime(2031, 5, 4, 23, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize("first", [0, 9])
def test_equal_moments_are_told_in_their_own_zones(first: int) -> None:
    """A moment is told in the zone it was written in, though it was just told in another."""
    told = {
        hours: date_view(MOMENT.astimezone(dt.timezone(dt.timedelta(hours=hours))), "en")
        for hours in (first, 9 - first)
    }
    assert (told[0].text, told[0].iso) == ("May 4, 2031", "2031-05-04T23:30:00+00:00")
    assert (told[9].text, told[9].iso) == ("May 5, 2031", "2031-05-05T08:30:00+09:00")


def test_a_day_is_told_without_a_time() -> None:
    """A date is told as such, and a moment without a zone as it is written."""
    day, midnight = dt.date(2031, 5, 4), dt.datetime(2031, 5, 4)  # noqa: DTZ001 (as written)
    assert [date_view(each, "en").iso for each in (midnight, day)] == [
        "2031-05-04T00:00:00",
        "2031-05-04",
    ]
