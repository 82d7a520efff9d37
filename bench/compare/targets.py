"""What must be reached, and what is aimed at: ratios to a peer or to our own cold build."""

from __future__ import annotations

from dataclasses import dataclass

from bench.compare.sites import HUGO, OURS
from bench.compare.works import CACHED, COLD, EDITED, RENAMED, UNCHANGED, WITH_DATA


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """One ratio: our `work` to `against`'s `base`."""

    work: str
    against: str
    """A tool."""
    base: str
    """The work of that tool."""
    must: float | None = None
    aim: float | None = None


SERVED = "edit to changed page, served"
MEMORY = Target(work=COLD.name, against=HUGO, base=COLD.name, must=0.15, aim=0.1)
"""Of the largest process."""
SERVING = Target(work=SERVED, against=HUGO, base=SERVED, must=1.0, aim=0.5)
SERVED_DIGESTS = 1_000
GROWTH = 10
"""How many times larger the larger corpus is."""
MOST_GROWTH = 11.0
"""Linear is 10."""

TARGETS = (
    Target(work=CACHED.name, against=HUGO, base=CACHED.name, must=0.8, aim=0.5),
    Target(work=COLD.name, against=HUGO, base=COLD.name, must=5, aim=3),
    Target(work=EDITED.name, against=HUGO, base=EDITED.name, must=0.10, aim=0.05),
    Target(work=UNCHANGED.name, against=HUGO, base=UNCHANGED.name, must=0.06, aim=0.03),
    Target(work=RENAMED.name, against=OURS, base=COLD.name, must=0.15),
    Target(work=RENAMED.name, against=OURS, base=CACHED.name),
    Target(work=WITH_DATA.name, against=OURS, base=COLD.name),
    *(
        Target(work=work.name, against=tool, base=work.name)
        for tool in COLD.tools[2:]
        for work in (COLD, EDITED, UNCHANGED)
    ),
)
"""For CPU and clock alike. Musts hold at 10,000 digests."""
