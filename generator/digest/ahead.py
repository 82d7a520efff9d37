"""Dates of what is published that lie ahead of the clock: most often a slip of the month or year.

A day has begun for some of the site's readers up to fourteen hours before it begins in UTC (Line
Islands, UTC+14, the foremost zone of the tz database), so a day without a zone lies ahead only if
it has begun nowhere yet.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.model import Editorial
from generator.problems import Problem

FOREMOST = dt.timedelta(hours=14)
"""How far the foremost zone is before UTC."""

GRACE = dt.timedelta(days=1)
"""A digest may be dated so far ahead: an evening's work for the next morning's readers."""


def dates_ahead(editorial: Editorial, *, file: str, now: dt.datetime) -> Iterator[Problem]:
    """Yield a warning for each date of a digest that lies ahead of `now`.

    What is still under embargo is dated for the day it is lifted; a draft's own date is a plan.
    """
    embargo = editorial.embargo
    seen_from = max(now, embargo) if embargo else now
    if (
        editorial.status == "published"
        and seen_from == now
        and _is_ahead(editorial.date, now + GRACE)
    ):
        yield _problem(
            file,
            editorial.date_line,
            f"the digest is dated {editorial.date.isoformat()}, more than a day ahead",
            "Correct `date`, or hold the digest back until then by `embargo`.",
        )
    if editorial.modified and _is_ahead(editorial.modified, seen_from):
        yield _problem(
            file,
            editorial.modified_line,
            f"`modified` is {editorial.modified.isoformat()}, which is still to come",
            "Give the day of the last change.",
        )
    for correction in editorial.corrections:
        if _is_ahead(correction.date, seen_from):
            yield _problem(
                file,
                correction.line,
                f"a correction is dated {correction.date.isoformat()}, which is still to come",
                "Give the day on which it was made.",
            )


def _is_ahead(date: dt.date | dt.datetime, now: dt.datetime) -> bool:
    """Whether a moment, or a day everywhere on earth, is still to come at `now`."""
    if isinstance(date, dt.datetime):
        return date > now
    return date > (now + FOREMOST).date()


def _problem(file: str, line: int, what: str, mend: str) -> Problem:
    return Problem(file=file, line=line, code="D022", what=what, mend=mend, severity="warning")
