"""Dates that lie ahead of the clock are told to the editor, and no others."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from generator.digest.ahead import dates_ahead
from generator.model import Correction, Editorial

NOON = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)
FOURTEEN = dt.timezone(dt.timedelta(hours=14))


def day(number: int, month: int = 11) -> dt.date:
    """Return a day of 2026."""
    return dt.date(2026, month, number)


def said(**keys: Any) -> list[str]:  # noqa: ANN401 (values of many types)
    """Return what is said of a digest at noon of 1 November, in UTC."""
    editorial = Editorial(
        **{"title": "Mill", "date": day(1), "date_line": 2, "modified_line": 3, **keys}
    )
    return [str(p) for p in dates_ahead(editorial, file="digest.yaml", now=NOON)]


def corrected(date: dt.date, **keys: Any) -> list[str]:  # noqa: ANN401 (values of many types)
    """Return what is said of a correction of that day."""
    return said(corrections=(Correction(date=date, what="x", line=5),), **keys)


@pytest.mark.parametrize(
    ("date", "ahead"),
    [
        (day(1), False),
        (day(2), False),
        (day(3), False),  # at UTC+14 it begins in 22 hours
        (day(4), True),
        (dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC), False),
        (dt.datetime(2026, 11, 2, 12, 1, tzinfo=dt.UTC), True),
        (dt.datetime(2026, 11, 3, 2, tzinfo=FOURTEEN), False),
    ],
)
def test_a_digest_may_be_dated_a_day_ahead(date: dt.date, *, ahead: bool) -> None:
    """More than that is a warning, at its line; a moment is compared in its own zone."""
    message = (
        f"digest.yaml:2: D022 the digest is dated {date.isoformat()}, more than a day ahead. "
        "Correct `date`, or hold the digest back until then by `embargo`."
    )
    assert said(date=date) == ([message] if ahead else [])


@pytest.mark.parametrize(("date", "ahead"), [(day(1), False), (day(2), False), (day(3), True)])
def test_a_correction_is_not_of_tomorrow(date: dt.date, *, ahead: bool) -> None:
    """A day that has begun nowhere yet is a warning; at UTC+14 the second of the month has."""
    message = (
        f"digest.yaml:5: D022 a correction is dated {date.isoformat()}, which is still to come. "
        "Give the day on which it was made."
    )
    assert corrected(date) == ([message] if ahead else [])


def test_the_last_change_is_past() -> None:
    """`modified` is like a correction."""
    (message,) = said(modified=day(30))
    assert message == (
        "digest.yaml:3: D022 `modified` is 2026-11-30, which is still to come. "
        "Give the day of the last change."
    )


def test_what_is_held_is_dated_for_its_day() -> None:
    """Under embargo the dates may lie as far ahead as it does, and a correction no further."""
    embargo = dt.datetime(2026, 12, 1, 6, tzinfo=dt.UTC)
    assert said(date=day(1, 12), modified=day(1, 12), embargo=embargo) == []
    assert corrected(day(1, 12), embargo=embargo) == []
    assert len(corrected(day(5, 12), embargo=embargo)) == 1


def test_a_lifted_embargo_holds_nothing() -> None:
    """Once it is lifted the digest is out, whatever its date says."""
    lifted = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
    assert len(said(date=day(20), embargo=lifted)) == 1


@pytest.mark.parametrize("status", ["draft", "review"])
def test_the_date_of_a_draft_is_a_plan(status: str) -> None:
    """Nothing is said of it before it is published."""
    assert said(date=day(20), status=status) == []
