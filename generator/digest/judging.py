"""What an assembled digest leaves for the editor to mend, decide or confirm."""

from __future__ import annotations

from collections import Counter

from generator.digest.stored import line_of
from generator.editorial import where_ids_are
from generator.model import Correction, Digest, Outlet, Quotation
from generator.problems import Problem
from generator.quotations.credits import NO_OUTLET

SHOWN_WORDS = 8
"""Words of a quotation that a message shows."""


def undecided_passages(digest: Digest) -> tuple[Problem, ...]:
    """Return a warning for each passage of the review whose outlet's name fits several.

    A passage that names no outlet is the narrator's, and nothing to decide.
    """
    review = digest.review
    if review is None:
        return ()
    return tuple(
        Problem(
            file=review.file,
            line=line_of(review.text, passage.content[0].start),
            code="Q007",
            what=f"“{first_words(passage.content[0].of(review.text))}”: {passage.undecided}",
            mend="Name the outlet more fully, or write the passage under `quotations`.",
            severity="warning",
        )
        for passage in digest.undecided
        if passage.undecided != NO_OUTLET
    )


def outlets_to_confirm(digest: Digest) -> tuple[Problem, ...]:
    """Return a warning, with the line to paste, for each outlet that only the review names."""
    first = {
        roundup.outlet: next((q for q in roundup.quotations if q.spans), None)
        for roundup in digest.roundups
        if not roundup.outlet.registered
    }
    return tuple(
        Problem(
            file=place_of(quotation, digest)[0] if quotation else digest.file,
            line=place_of(quotation, digest)[1] if quotation else 1,
            code="Q009",
            what=f"outlet '{outlet.name}' is in no registry; the review itself introduces it",
            mend=f"If it is one, add it to content/outlets.yaml: `- {_row(outlet)}`.",
            severity="warning",
        )
        for outlet, quotation in first.items()
    )


def _row(outlet: Outlet) -> str:
    """Return an entry of outlets.yaml, in YAML's short form."""
    facts = {"name": outlet.name, "country": outlet.country, "kind": outlet.kind}
    named = (f"{key}: {_plain_or_quoted(value)}" for key, value in facts.items() if value)
    return "{" + ", ".join(named) + "}"


def _plain_or_quoted(words: str) -> str:
    """Return words as a YAML scalar, in marks where they hold a sign that YAML reads."""
    plain = not set(words) & set(":,[]{}#&*!|>'\"%@`-?")
    return words if plain else '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def problems_of_ids(digest: Digest, *, named: tuple[Quotation, ...]) -> tuple[Problem, ...]:
    """Return a problem for each id that two quotations have, or that a correction names in vain.

    `named` are the quotations before the editor hid or merged any.
    """
    before = Counter(quotation.id for quotation in named)
    shown = Counter(quotation.id for quotation in digest.quotations)
    return (
        *(
            _twin_id(quotation, digest)
            for quotation in named
            if before[quotation.id] > 1 and quotation.line
        ),
        *(
            _twin_id(quotation, digest)
            for quotation in digest.quotations
            if shown[quotation.id] > 1 and quotation.line
        ),
        *(
            _correction_of_nothing(correction, digest, hidden=correction.quotation in before)
            for correction in digest.editorial.corrections
            if correction.quotation and correction.quotation not in shown
        ),
    )


def _twin_id(quotation: Quotation, digest: Digest) -> Problem:
    return Problem(
        file=digest.file,
        line=quotation.line,
        code="Q006",
        what=f"two quotations have the id '{quotation.id}'",
        mend="Take `was` out, or give it to the other one.",
    )


def _correction_of_nothing(correction: Correction, digest: Digest, *, hidden: bool) -> Problem:
    ids = where_ids_are(quotation.id for quotation in digest.quotations)
    gone = "is not shown" if hidden else "is not in this digest"
    return Problem(
        file=digest.file,
        line=correction.line,
        code="Q003",
        what=f"the quotation '{correction.quotation}' of a correction {gone}",
        mend="Withdraw it rather than hide it, so that readers see what was wrong."
        if hidden
        else f"{ids}; where its words were corrected, write `was: {correction.quotation}` into its "
        "entry, which keeps the old id.",
    )


def place_of(quotation: Quotation, digest: Digest) -> tuple[str, int]:
    """Return the file and line where a quotation is written, or else its digest's first line."""
    if quotation.line:
        return digest.file, quotation.line
    if quotation.in_review and digest.review and quotation.spans:
        return digest.review.file, line_of(digest.review.text, quotation.spans[0].start)
    return digest.file, 1


def first_words(text: str) -> str:
    """Return as many words as a message shows."""
    words = text.split()
    return " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")
