"""Verdicts that must not be published: words that no stored source holds, or another one does."""

from __future__ import annotations

from generator.digest.stored import line_of
from generator.model import Digest, Quotation
from generator.problems import Problem

SHOWN_WORDS = 8
"""Words of a quotation that a message shows."""


def problems_of_verdicts(digest: Digest) -> tuple[Problem, ...]:
    """Return a problem for each published quotation that is absent or elsewhere.

    One that the editor acknowledges with a reason, or has withdrawn, is none.
    """
    return tuple(
        _problem(quotation, digest)
        for quotation in digest.quotations
        if quotation.verdict
        and quotation.verdict.kind in {"absent", "elsewhere"}
        and not quotation.acknowledged
        and not quotation.withdrawn
    )


def _problem(quotation: Quotation, digest: Digest) -> Problem:
    file, line = _place(quotation, digest)
    words = _first_words(" ".join(quotation.parts))
    source = f"article '{quotation.article.id}'" if quotation.article else "any stored article"
    if quotation.verdict and quotation.verdict.kind == "elsewhere":
        return Problem(
            file=file,
            line=line,
            code="Q002",
            what=f"“{words}” stands in article '{quotation.verdict.found_in}', not in {source}",
            mend=f"Correct where it comes from, or {_acknowledging(quotation)}.",
        )
    nearest = _first_words(quotation.verdict.nearest) if quotation.verdict else ""
    hint = f"The nearest words are “{nearest}”. " if nearest else ""
    return Problem(
        file=file,
        line=line,
        code="Q001",
        what=f"“{words}” does not stand in {source} of {quotation.outlet.name}"
        if not quotation.article
        else f"“{words}” does not stand in {source}",
        mend=f"{hint}Quote the words as they stand, or {_acknowledging(quotation)}.",
    )


def _acknowledging(quotation: Quotation) -> str:
    """Say how to keep the quotation: an extracted one is named by its id."""
    if quotation.line:
        return "keep it with `acknowledge` and a reason"
    return f"keep it with an entry `id: {quotation.id}`, `acknowledge` and a reason"


def _place(quotation: Quotation, digest: Digest) -> tuple[str, int]:
    if quotation.line:
        return digest.file, quotation.line
    if quotation.in_review and digest.review and quotation.spans:
        return digest.review.file, line_of(digest.review.text, quotation.spans[0].start)
    return digest.file, 1


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")
