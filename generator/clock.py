"""What time it is: the machine's clock, or SOURCE_DATE_EPOCH where that is set.

https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import datetime as dt
import os

from generator.problems import Problem, ProblemsFoundError

VARIABLE = "SOURCE_DATE_EPOCH"


def now() -> dt.datetime:
    """Return the present moment in UTC.

    Raises `ProblemsFoundError` if SOURCE_DATE_EPOCH is no moment.
    """
    epoch = os.environ.get(VARIABLE)
    if epoch is None:
        return dt.datetime.now(tz=dt.UTC)
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ProblemsFoundError((_no_moment(epoch),)) from error


def _no_moment(epoch: str) -> Problem:
    return Problem(
        file="environment",
        line=1,
        code="B003",
        what=f"{VARIABLE} is {epoch!r}, which is no moment",
        mend="Give whole seconds since 1970, or unset it.",
    )
