"""Shares of a whole, as honest percentages.

The percentages of a table sum to 100: each share is cut to whole per cents, and those left over go
to the largest remainders. This is Hamilton's method of apportionment (Balinski and Young, Fair
Representation, 2nd ed. 2001, ch. 2), which among all roundings that sum to 100 strays least from
the true shares. What would read as nothing, or as all, without being it is said so (`<1`, `>99`).
"""

from __future__ import annotations

from collections.abc import Sequence

LEAST_FOR_PERCENT = 20
"""Of fewer things a per cent claims more than there is: one of 19 is over five of them."""


def shares(counts: Sequence[int], *, total: int = 100) -> tuple[int, ...]:
    """Return each count's share of their sum in whole parts of `total`; they sum to `total`.

    Of equal remainders the earlier count wins. All shares are 0 where the sum is 0.
    """
    whole = sum(counts)
    if not whole:
        return (0,) * len(counts)
    exact = [divmod(count * total, whole) for count in counts]
    left = total - sum(share for share, _ in exact)
    by_remainder = sorted(range(len(counts)), key=lambda place: -exact[place][1])
    raised = set(by_remainder[:left])
    return tuple(share + (place in raised) for place, (share, _) in enumerate(exact))


def percent(share: int, count: int, whole: int) -> str:
    """Return a share of a table as printed: `84 %`; `<1 %` or `>99 %` where it is not 0 or 100."""
    if share == 0 < count:
        return "<1 %"
    return ">99 %" if share == 100 and count < whole else f"{share} %"  # noqa: PLR2004 - per cent


def part(count: int, whole: int) -> str:
    """Return the per cent that `count` is of `whole`, rounded; empty where that says too much.

    All and none need no per cent either.
    """
    if whole < LEAST_FOR_PERCENT or count in {0, whole}:
        return ""
    share, _ = shares((count, whole - count))
    return percent(share, count, whole)
