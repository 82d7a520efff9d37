"""Which of several outlets of one name is meant; None where the text does not decide.

In this order: the site's own rows before the built-in ones; the outlets of the country that the
text names near by; then one candidate that no other equals or surpasses, both in how fully it
bears the name (as its main name, as a native name, as an alias) and in being among the world's
best-known ones (`flagships` in its provenance). Short abbreviations that two well-known outlets
share (ABC) stay undecided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Outlet
from generator.outlets.rows import is_flagship
from generator.outlets.weakness import is_generic

MAIN, NATIVE, ALIAS, DOMAIN = 3, 2, 1, 0
"""How fully an outlet bears a name."""

ABBREVIATION = 4
"""Letters up to which capitals are read as an abbreviation that outlets may share."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """An outlet that bears the name in question."""

    outlet: Outlet
    level: int
    """MAIN, NATIVE, ALIAS or DOMAIN."""
    of_site: bool
    """The row is the site's own."""


def ranked(bearers: Sequence[Bearer]) -> list[Bearer]:
    """Return `bearers`, the likeliest first; the order is always the same."""
    return sorted(
        bearers,
        key=lambda b: (not b.of_site, -b.level, not is_flagship(b.outlet), b.outlet.slug),
    )


def chosen(bearers: Sequence[Bearer], *, name: str, country: str | None) -> Outlet | None:
    """Return the outlet meant by `name`, or None where that stays open."""
    left = [b for b in bearers if b.of_site] or list(bearers)
    fitting = [b for b in left if country and b.outlet.country == country]
    if country and not fitting and (len(left) > 1 or is_generic(name)):
        return None
    left = fitting or left
    if len(left) == 1:
        return left[0].outlet
    flagships = [b for b in left if is_flagship(b.outlet)]
    if len(flagships) > 1 and name.isupper() and len(name) <= ABBREVIATION:
        return None
    return next((b.outlet for b in left if all(_surpasses(b, o) for o in left if o is not b)), None)


def _surpasses(one: Bearer, other: Bearer) -> bool:
    """Say whether `one` is no weaker in either respect and stronger in at least one."""
    a = (one.level, is_flagship(one.outlet))
    b = (other.level, is_flagship(other.outlet))
    return a != b and a[0] >= b[0] and a[1] >= b[1]
