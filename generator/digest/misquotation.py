"""Verdicts that must not be published, in words: no stored source has these, or another one does.

Words that nobody wrote (Q001) come with the nearest passage and how they differ from it; true
words with the wrong source (Q002) with the article that has them.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.digest.across import Articles, article_named
from generator.digest.judging import first_words, place_of
from generator.model import Digest, Quotation, Refusal, Verdict
from generator.problems import Problem
from generator.verification.differences import in_one_line

REFUSALS: Mapping[Refusal, str] = {
    "case": "only capital and small letters differ",
    "cut": "the quotation begins or ends inside a word",
    "punctuation": "only punctuation or spaces differ",
    "length": "more than 40 words are left out in one place",
    "speakers": "an omission passes over somebody else’s words",
    "negation": "nothing but a negation is left out",
    "bracket": "a bracket puts in a negation, or more than an explanation",
    "order": "its parts stand there in another order",
    "joined": "words between are left out without “…”",
}
"""What the message says of each refusal."""


def problems_of_verdicts(digest: Digest, articles: Articles) -> tuple[Problem, ...]:
    """Return a problem for each published quotation that is absent or elsewhere.

    One that the editor acknowledges with a reason, or has withdrawn, is none. `articles` are all
    that the site stores.
    """
    return tuple(
        _wrong_source(quotation, quotation.verdict, digest, articles)
        if quotation.verdict.kind == "elsewhere"
        else _not_there(quotation, quotation.verdict, digest)
        for quotation in digest.quotations
        if quotation.verdict
        and quotation.verdict.kind in {"absent", "elsewhere"}
        and not quotation.acknowledged
        and not quotation.withdrawn
    )


def _not_there(quotation: Quotation, verdict: Verdict, digest: Digest) -> Problem:
    file, line = place_of(quotation, digest)
    why = f" ({REFUSALS[verdict.refusal]})" if verdict.refusal else ""
    return Problem(
        file=file,
        line=line,
        code="Q001",
        what=f"“{first_words(verdict.words)}” does not stand in {_source(quotation)}{why}"
        f"{_nearest(quotation, verdict)}",
        mend=f"Quote the words as they stand, or {_acknowledging(quotation)}.",
    )


def _nearest(quotation: Quotation, verdict: Verdict) -> str:
    """Return the nearest passage, with what the quotation leaves out and puts in."""
    differences = in_one_line(verdict.words, verdict.nearest)
    place = "" if quotation.article else f", in article '{verdict.found_in}'"
    return f"; nearest{place}: {differences}" if differences else ""


def _wrong_source(
    quotation: Quotation, verdict: Verdict, digest: Digest, articles: Articles
) -> Problem:
    file, line = place_of(quotation, digest)
    article = article_named(verdict.found_in or "", digest, articles)
    holder = f"article '{verdict.found_in}'"
    if article:
        holder = f"“{article.headline}” ({article.outlet.name}, {article.file})"
    return Problem(
        file=file,
        line=line,
        code="Q002",
        what=f"“{first_words(verdict.words)}” stands in {holder}, not in {_source(quotation)}",
        mend=f"{_crediting(quotation, verdict)}, or {_acknowledging(quotation)}.",
    )


def _crediting(quotation: Quotation, verdict: Verdict) -> str:
    """Say how to name the right source."""
    found_in = verdict.found_in or ""
    if "/" in found_in:
        return "If that is its source, store the article in this digest too and credit it"
    return f"Say `from: {found_in}`" if quotation.rule == "editor" else "Credit it to that outlet"


def _source(quotation: Quotation) -> str:
    if quotation.article:
        return f"article '{quotation.article.id}'"
    return f"any stored article of {quotation.outlet.name}"


def _acknowledging(quotation: Quotation) -> str:
    """Say how to keep the quotation: an extracted one is named by its id."""
    if quotation.line:
        return "keep it with `acknowledge` and a reason"
    return f"keep it with an entry `id: {quotation.id}`, `acknowledge` and a reason"
