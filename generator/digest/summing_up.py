"""The digest's summary: the editor's own, else sentences that are published anyway.

A narrated review is the editor's text, so any sentence of it may serve. Of stored articles only
sentences inside published quotations may: nothing else of them is ever shown.
"""

from __future__ import annotations

from dataclasses import replace

from generator.analysis import AnalysedText
from generator.digest.stored import StoredArticles
from generator.model import Quotation, Span, Summary, SummaryOptions, SummarySentence
from generator.summary import summarise

REVIEW = "review"
"""Document name of the narrated review in a summary's sentences."""


def digest_summary(
    options: SummaryOptions,
    review: AnalysedText | None,
    stored: StoredArticles,
    quotations: tuple[Quotation, ...],
) -> Summary:
    """Return the summary of a digest; without sentences if nothing may serve."""
    if options.text:
        sentence = SummarySentence(text=options.text, document="")
        return Summary(sentences=(sentence,), made_by="editor")
    engine = "lead" if options.engine == "lead" else "extractive"
    if review:
        return _of_review(review, options, engine=engine)
    return _of_articles(stored, quotations, options)


def _of_review(review: AnalysedText, options: SummaryOptions, *, engine: str) -> Summary:
    summary = summarise(
        {REVIEW: review.reading},
        sentences=options.sentences,
        words=options.words,
        engine="lead" if engine == "lead" else "extractive",
    )
    in_file = review.reading.projection.in_file
    sentences = (
        replace(sentence, spans=tuple(map(in_file, sentence.spans)))
        for sentence in summary.sentences
    )
    return replace(summary, sentences=tuple(sentences))


def _of_articles(
    stored: StoredArticles, quotations: tuple[Quotation, ...], options: SummaryOptions
) -> Summary:
    """Choose the weightiest published sentences, at most one an article, in round-up order."""
    published = _published_spans(quotations)
    candidates = [
        _sentence(article, text, visible)
        for article, text in stored.texts.items()
        for visible in text.reading.sentences
        if _inside(text.reading.projection.in_file(visible), published.get(article, ()))
    ]
    weights = {
        (article, span): sentence.score
        for article, text in stored.texts.items()
        for sentence in text.analysis.summary.sentences
        for span in sentence.spans
    }
    best: dict[str, SummarySentence] = {}
    for sentence in candidates:
        weight = weights.get((sentence.document, sentence.spans[0]), 0.0)
        if sentence.document not in best or weight > best[sentence.document].score:
            best[sentence.document] = replace(sentence, score=weight)
    ranked = sorted(best.values(), key=lambda s: -s.score)[: options.sentences]
    order = list(stored.articles)
    chosen = sorted(ranked, key=lambda s: order.index(s.document))
    return Summary(sentences=tuple(chosen), made_by="extractive")


def _published_spans(quotations: tuple[Quotation, ...]) -> dict[str, tuple[Span, ...]]:
    spans: dict[str, tuple[Span, ...]] = {}
    for quotation in quotations:
        if quotation.article and not quotation.in_review and not quotation.withdrawn:
            key = quotation.article.id
            spans[key] = spans.get(key, ()) + quotation.spans
    return spans


def _inside(span: Span, outer: tuple[Span, ...]) -> bool:
    return any(o.start <= span.start and span.end <= o.end for o in outer)


def _sentence(article: str, text: AnalysedText, visible: Span) -> SummarySentence:
    span = text.reading.projection.in_file(visible)
    return SummarySentence(text=visible.of(text.reading.text), document=article, spans=(span,))
