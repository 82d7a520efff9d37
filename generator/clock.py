"""What time it is: the machine's clock, or SOURCE_DATE_EPOCH where that is set.

https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import datetime as dt
import os


def now() -> dt.datetime:
    """Return the present moment in UTC. Raises `ValueError` if SOURCE_DATE_EPOCH is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC)
    return dt.datetime.now(tz=dt.UTC)
