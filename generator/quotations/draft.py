"""A finding of one rule, in elements, before it becomes an `Attribution`."""

from __future__ import annotations

from typing import NamedTuple

Range = tuple[int, int]
"""Elements from the first to before the second."""


class Draft(NamedTuple):
    """Source, cue and content as element ranges; a plain tuple, for a text has many."""

    rule: str
    content: tuple[Range, ...]
    unit: int
    """Which unit the cue (or, without one, the content) stands in."""
    source: Range | None = None
    cue: Range | None = None
    hearer: Range | None = None
    """Who was told, where the cue names a hearer."""
    cue_class: str = ""
    carried: bool = False
    """The source stands further away: it is the subject of an earlier clause."""
    also: Range | None = None
    """Words beyond the source that may name its outlet: an apposition, a setting."""
    through: Range | None = None
    """The words that name the outlet through which somebody else is heard."""
