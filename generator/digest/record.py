"""The record: every correction of a digest, and every quotation it withdrew.

A withdrawn quotation belongs on the record even where no correction names it. Then all that is
known of its date is the digest's own `modified`, and perhaps not even that.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Correction, Digest, Quotation


@dataclass(frozen=True, kw_only=True, slots=True)
class Amendment:
    """One thing that a digest took back or put right."""

    digest: Digest
    key: str
    """Permanent within the digest: `2026-10-23/q-iiitrcrr6m/1`, or `withdrawn/q-iiitrcrr6m`."""
    date: dt.date | dt.datetime | None
    """The correction's day; of a withdrawal that no correction names, the digest's `modified`."""
    correction: Correction | None
    """None for a withdrawal that no correction names."""
    quotation: Quotation | None
    """The quotation it concerns; None for the digest as a whole."""


def amendments(digest: Digest) -> tuple[Amendment, ...]:
    """Return the corrections of `digest` in the editor's order, then the unnamed withdrawals."""
    return (*_corrections(digest), *_unnamed_withdrawals(digest))


def _corrections(digest: Digest) -> Iterable[Amendment]:
    """Yield the corrections of `digest`.

    A key survives an edit of the correction's words, and whatever happens to corrections of other
    days and other quotations; those of one day and one quotation are told apart by their order.
    """
    shown = {quotation.id: quotation for quotation in digest.quotations}
    seen: Counter[str] = Counter()
    for correction in digest.editorial.corrections:
        concerned = f"q-{correction.quotation}" if correction.quotation else "digest"
        start = f"{correction.date.isoformat()}/{concerned}"
        seen[start] += 1
        yield Amendment(
            digest=digest,
            key=f"{start}/{seen[start]}",
            date=correction.date,
            correction=correction,
            quotation=shown.get(correction.quotation),
        )


def _unnamed_withdrawals(digest: Digest) -> Iterable[Amendment]:
    named = {correction.quotation for correction in digest.editorial.corrections}
    for quotation in digest.quotations:
        if quotation.withdrawn and quotation.id not in named:
            yield Amendment(
                digest=digest,
                key=f"withdrawn/q-{quotation.id}",
                date=digest.editorial.modified,
                correction=None,
                quotation=quotation,
            )
