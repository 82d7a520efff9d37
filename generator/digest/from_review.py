"""Quotations of the narrated review: each passage that is credited to an outlet."""

from __future__ import annotations

from generator.analysis import AnalysedText
from generator.digest.speakers import Speakers
from generator.model import Attribution, Outlet, Quotation, Span
from generator.quick_state import quickly_made
from generator.text.outer_marks import without_outer_marks

_made = quickly_made(Quotation)


def review_quotations(text: AnalysedText, *, speakers: Speakers) -> tuple[Quotation, ...]:
    """Return a quotation, without id and verdict yet, for each passage whose outlet is decided."""
    return tuple(
        _quotation(attribution, attribution.outlet, text, speakers=speakers)
        for attribution in text.analysis.attributions
        if attribution.outlet is not None
    )


def undecided(text: AnalysedText) -> tuple[Attribution, ...]:
    """Return the passages that the rules credit to somebody they cannot name."""
    return tuple(a for a in text.analysis.attributions if a.outlet is None and a.undecided)


def _quotation(
    attribution: Attribution, outlet: Outlet, text: AnalysedText, *, speakers: Speakers
) -> Quotation:
    spans = attribution.content
    if attribution.kind == "direct":
        spans = tuple(bare(span, text) for span in spans)
    role = attribution.role or ""
    return _made(
        id="",
        kind=attribution.kind,
        parts=tuple(text.words(span) for span in spans),
        outlet=outlet,
        language=text.analysis.language,
        verdict=None,
        spans=spans,
        in_review=True,
        speaker=speakers.named(attribution.speaker, role) if attribution.speaker else None,
        rule=attribution.rule,
    )


def bare(span: Span, text: AnalysedText) -> Span:
    """Return `span` without the quotation marks around its words, in offsets of the file."""
    visible = text.visible(span)
    inner = without_outer_marks(visible.of(text.reading.text))
    moved = Span(visible.start + inner.start, visible.start + inner.end)
    return text.reading.projection.in_file(moved)
