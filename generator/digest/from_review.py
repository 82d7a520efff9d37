"""Quotations of the narrated review: each passage that is credited to an outlet."""

from __future__ import annotations

from generator.analysis import AnalysedText
from generator.digest.speakers import Speakers
from generator.digest.stored import StoredArticles
from generator.model import Article, Attribution, Outlet, Quotation, Span, Verdict
from generator.text.outer_marks import without_outer_marks


def review_quotations(
    text: AnalysedText, *, stored: StoredArticles, speakers: Speakers
) -> tuple[Quotation, ...]:
    """Return a quotation (without id) for each passage of the review whose outlet is decided."""
    return tuple(
        _quotation(attribution, attribution.outlet, text, stored=stored, speakers=speakers)
        for attribution in text.analysis.attributions
        if attribution.outlet is not None
    )


def undecided(text: AnalysedText) -> tuple[Attribution, ...]:
    """Return the passages that the rules credit to somebody they cannot name."""
    return tuple(a for a in text.analysis.attributions if a.outlet is None and a.undecided)


def _quotation(
    attribution: Attribution,
    outlet: Outlet,
    text: AnalysedText,
    *,
    stored: StoredArticles,
    speakers: Speakers,
) -> Quotation:
    spans = attribution.content
    if attribution.kind == "direct":
        spans = tuple(bare(span, text) for span in spans)
    parts = tuple(text.words(span) for span in spans)
    verdict = stored.verdict(" ".join(parts), kind=attribution.kind, outlet=outlet)
    return Quotation(
        id="",
        kind=attribution.kind,
        parts=parts,
        outlet=outlet,
        language=text.analysis.language,
        verdict=verdict,
        article=_article(verdict, outlet, stored),
        spans=spans,
        in_review=True,
        speaker=speakers.named(attribution.speaker, attribution.role or "")
        if attribution.speaker
        else None,
        rule=attribution.rule,
    )


def bare(span: Span, text: AnalysedText) -> Span:
    """Return `span` without the quotation marks around its words, in offsets of the file."""
    visible = text.visible(span)
    inner = without_outer_marks(visible.of(text.reading.text))
    moved = Span(visible.start + inner.start, visible.start + inner.end)
    return text.reading.projection.in_file(moved)


def _article(verdict: Verdict | None, outlet: Outlet, stored: StoredArticles) -> Article | None:
    """Return the article that holds the words, or the outlet's only one."""
    own = stored.of(outlet)
    if verdict and verdict.kind in {"exact", "edited"} and verdict.found_in:
        return stored.articles[verdict.found_in]
    return own[0] if len(own) == 1 else None
