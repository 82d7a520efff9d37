"""Read dates and date-times: ISO 8601 only, and a time only with its zone.

`11/12/2026` is two days, and a time without a zone is a different moment for every reader;
both are asked about, never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from generator.load.values import ReadBy, refuse
from generator.load.words import shown

EARLIEST, LATEST = 1600, 2199
"""Years. The first newspaper is of 1605; a year outside is a slip of the keyboard."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ]\s*(\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s*"
    r"([Zz]|[+-]\d\d:?\d\d|[+-]\d\d)?",
    re.ASCII,
)


def read_date(words: str) -> dt.date:
    """Return a date."""
    if not _DATE.fullmatch(words):
        refuse("Y012", f"is no date: {shown(words)}", "Write year-month-day, as 2026-11-23.")
    try:
        date = dt.date.fromisoformat(words)
    except ValueError:
        mend = "Correct the month or the day."
        refuse("Y012", f"is a day no calendar has: {words}", mend)
    if not EARLIEST <= date.year <= LATEST:
        what = f"has a year outside {EARLIEST} to {LATEST}: {words}"
        refuse("Y012", what, "Correct the year.")
    return date


def read_moment(words: str) -> dt.datetime:
    """Return a date-time with its zone."""
    match = _MOMENT.fullmatch(words)
    mend = "Write it as 2026-11-23T18:00+01:00 (Z for UTC)."
    if match is None:
        if _DATE.fullmatch(words):
            read_date(words)
            refuse("Y013", f"has no time and zone: {words}", mend)
        refuse("Y012", f"is no date-time: {shown(words)}", mend)
    date, time, zone = match.groups()
    read_date(date)
    if not zone:
        refuse("Y013", f"has no time zone: {words}", mend)
    try:
        return dt.datetime.fromisoformat(f"{date}T{time}{zone.upper()}")
    except ValueError:
        refuse("Y012", f"is a time no clock shows: {words}", mend)


def read_date_or_moment(words: str) -> dt.date | dt.datetime:
    """Return a date, or a date-time with its zone."""
    return read_moment(words) if _MOMENT.fullmatch(words) else read_date(words)


_DAY = r"\d{4}-\d{2}-\d{2}"
_TIME = r"[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*([Zz]|[+-]\d{2}(:?\d{2})?)"

Date = Annotated[dt.date, ReadBy(read_date, {"type": "string", "pattern": f"^{_DAY}$"})]
Moment = Annotated[
    dt.datetime, ReadBy(read_moment, {"type": "string", "pattern": f"^{_DAY}{_TIME}$"})
]
DateOrMoment = Annotated[
    dt.date | dt.datetime,
    ReadBy(read_date_or_moment, {"type": "string", "pattern": f"^{_DAY}({_TIME})?$"}),
]
