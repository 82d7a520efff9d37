"""Show an editor's own words in a message: on one line, bounded, and with a near name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

LONGEST = 60
"""Longer values are cut in messages: a message is one line, read in a terminal."""
NEAR = 65
"""Least likeness, of 100, at which a name is worth suggesting; below it, guesses annoy."""


def shown(value: str) -> str:
    """Return `value` in quotation marks, on one line, cut where it is long."""
    line = re.sub(r"\s+", " ", value).strip()
    line = "".join(letter if letter.isprintable() else "\ufffd" for letter in line)
    return f"'{line if len(line) <= LONGEST else line[: LONGEST - 1] + '…'}'"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, if one is like it."""
    ranked = process.extractOne(
        name.casefold(), {k: k.casefold() for k in sorted(known)}, scorer=fuzz.ratio
    )
    return ranked[2] if ranked and ranked[1] >= NEAR else None


def did_you_mean(name: str, known: Iterable[str], *, otherwise: str) -> str:
    """Return the mend for a wrong `name`: the near known one, else `otherwise`."""
    near = nearest(name, known)
    return f"Did you mean '{near}'?" if near else otherwise
