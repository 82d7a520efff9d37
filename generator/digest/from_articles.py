"""Quotations from stored articles: those the editor wrote, and excerpts where none are pinned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis import AnalysedText
from generator.digest.budget import unremarked
from generator.digest.from_review import bare
from generator.digest.speakers import Speakers
from generator.digest.stored import overlap
from generator.model import Article, Attribution, Outlet, Quotation, QuotationEntry, Span
from generator.settings import SiteSettings
from generator.summary import summarise
from generator.text.words import count_words

LARGEST_SHARE = 0.5
"""Of an article's words, however short: what no editor chose must not republish it."""

SHORTEST_EXCERPT = 6
"""Words: a shorter quotation says little without its sentence."""

_SUMMED_UP = 3
"""Sentences of an article's summary that may stand for its own words."""


def entry_quotation(
    entry: QuotationEntry,
    place: int,
    *,
    outlet: Outlet,
    article: Article | None,
    speakers: Speakers,
    language: str,
) -> Quotation:
    """Return the quotation, without id and verdict yet, that the editor wrote as entry `place`.

    `language` is the digest's, in which a translation stands.
    """
    return Quotation(
        id="",
        kind=entry.kind or "direct",
        parts=(entry.text,),
        outlet=outlet,
        article=article,
        language=language if entry.original or article is None else article.language,
        verdict=None,
        speaker=speakers.named(entry.speaker, entry.role) if entry.speaker else None,
        via=entry.via or (article.via if article else ""),
        original=entry.original,
        translator=entry.translator or (article.translator if article and entry.original else ""),
        rule="editor",
        note=entry.note,
        acknowledged=entry.acknowledge,
        withdrawn=entry.withdrawn,
        entry=place,
        line=entry.line,
    )


def excerpts(
    article: Article,
    text: AnalysedText,
    *,
    speakers: Speakers,
    settings: SiteSettings,
    own_words_only: bool,
) -> tuple[Quotation, ...]:
    """Return what is shown of an article where the editor pins nothing, in text order.

    At most `excerpt_sentences` passages, `excerpt_words` words, half of the article and what its
    budget lets pass unremarked: first its own words (a sentence of its summary, speaker = byline),
    then what it quotes, then more.
    `own_words_only` for critics and leader-writers, who are not quoted speech.
    """
    own = [_own(span, article, speakers) for span in _own_sentences(text)]
    said = [] if own_words_only else list(_said(article, text, speakers))
    wished = [*own[:1], *said[: settings.excerpt_sentences - 1], *own[1:]]
    chosen: list[tuple[Span, Quotation]] = []
    whole = count_words(text.reading.text)
    allowed = unremarked(whole, settings)
    words_left = min(settings.excerpt_words, int(LARGEST_SHARE * whole), allowed)
    for quotation in wished:
        words = tuple(text.words(span) for span in quotation.spans)
        count = sum(map(count_words, words))
        clear = not any(overlap(quotation.spans[0], span) for span, _ in chosen)
        if clear and count <= words_left and len(chosen) < settings.excerpt_sentences:
            words_left -= count
            chosen.append((quotation.spans[0], replace(quotation, parts=words)))
    return tuple(quotation for _, quotation in sorted(chosen, key=lambda pair: pair[0]))


def _own_sentences(text: AnalysedText) -> Iterator[Span]:
    """Yield the summary's sentences that hold no speech of others, the weightiest first."""
    speech = [s for a in text.analysis.attributions if a.kind != "indirect" for s in a.content]
    summary = summarise({"": text.reading}, sentences=_SUMMED_UP)
    for sentence in sorted(summary.sentences, key=lambda s: (-s.score, s.spans)):
        spans = tuple(map(text.reading.projection.in_file, sentence.spans))
        if not any(overlap(span, other) for span in spans for other in speech):
            yield from spans[:1]


def _own(span: Span, article: Article, speakers: Speakers) -> Quotation:
    return Quotation(
        id="",
        kind="direct",
        parts=(),
        outlet=article.outlet,
        article=article,
        language=article.language,
        verdict=None,
        spans=(span,),
        speaker=speakers.named(article.byline) if article.byline else None,
        via=article.via,
        rule="own-words",
        own_words=True,
    )


def _said(article: Article, text: AnalysedText, speakers: Speakers) -> Iterator[Quotation]:
    """Yield the article's direct quotations whose speaker is decided."""
    for attribution in text.analysis.attributions:
        spans = tuple(bare(span, text) for span in attribution.content)
        long_enough = sum(len(text.words(s).split()) for s in spans) >= SHORTEST_EXCERPT
        if attribution.kind == "direct" and attribution.speaker and long_enough:
            yield _quoted(attribution, attribution.speaker, spans, article, speakers)


def _quoted(
    attribution: Attribution,
    speaker: str,
    spans: tuple[Span, ...],
    article: Article,
    speakers: Speakers,
) -> Quotation:
    return Quotation(
        id="",
        kind="direct",
        parts=(),
        outlet=article.outlet,
        article=article,
        language=article.language,
        verdict=None,
        spans=spans,
        speaker=speakers.named(speaker, attribution.role or ""),
        via=article.via,
        rule=attribution.rule,
    )
