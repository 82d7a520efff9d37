"""What counts: published quotations, the outlets heard in them, the words proved verbatim.

Every number on every page comes from here, so that no two pages disagree.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Digest, OutletRoundup, Quotation
from generator.verification import quoted_fragments


def published(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return the quotations whose words are published: a withdrawn one only keeps its place."""
    return tuple(quotation for quotation in quotations if not quotation.withdrawn)


def heard(digest: Digest) -> tuple[OutletRoundup, ...]:
    """Return the round-ups of the outlets that a digest quotes.

    An article of which nothing is quoted is listed, and its outlet not counted.
    """
    return tuple(roundup for roundup in digest.roundups if published(roundup.quotations))


def verbatim_words(roundup: OutletRoundup) -> int:
    """Count the words of an outlet that are quoted and proved to stand in its stored article."""
    return sum(
        _verbatim_words(quotation)
        for quotation in published(roundup.quotations)
        if quotation.verdict and quotation.verdict.kind in {"exact", "edited"}
    )


def _verbatim_words(quotation: Quotation) -> int:
    words = quotation.original.text if quotation.original else " ".join(quotation.parts)
    quoted = [span.of(words) for span in quoted_fragments(words)] or [words]
    return len((" ".join(quoted) if quotation.kind == "mixed" else words).split())
