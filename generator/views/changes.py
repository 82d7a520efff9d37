"""When a digest last changed, as its editor says: one answer for page, feed and sitemap.

A correction is a change, whether or not `modified` was set on that day.
"""

from __future__ import annotations

import datetime as dt

from generator.model import Digest
from generator.views.words import moment


def last_change(digest: Digest) -> dt.date | dt.datetime:
    """Return the latest of `date`, `modified` and the corrections' dates, as it was written."""
    editorial = digest.editorial
    dates = [editorial.date, *(correction.date for correction in editorial.corrections)]
    return max([*dates, *([editorial.modified] if editorial.modified else [])], key=moment)


def changed(digest: Digest) -> dt.datetime:
    """Return the moment of a digest's last change; a day counts from its beginning, in UTC."""
    return moment(last_change(digest))


def modified(digest: Digest) -> dt.date | dt.datetime | None:
    """Return the last change of a digest, or None if it has not changed since its date."""
    latest = last_change(digest)
    return latest if moment(latest) > moment(digest.editorial.date) else None
