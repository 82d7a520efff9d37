"""The last part of an address, made from a name."""

from __future__ import annotations

import re

from unidecode import unidecode

LONGEST = 80
"""Characters; an address is read aloud, mailed and printed."""


def slug(name: str) -> str:
    """Return `name` in lower-case ASCII letters, digits and single hyphens; `x` if none remain."""
    plain = unidecode(name).casefold().replace("'", "")
    parts = re.findall(r"[a-z0-9]+", plain)
    return "-".join(parts)[:LONGEST].strip("-") or "x"
