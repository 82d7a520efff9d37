"""What may be shown when."""

from __future__ import annotations

import datetime as dt

from generator.model import Editorial


def is_published(editorial: Editorial, now: dt.datetime) -> bool:
    """Whether a digest is shown at the moment `now`: published, and its embargo lifted."""
    lifted = editorial.embargo is None or editorial.embargo <= now
    return editorial.status == "published" and lifted
