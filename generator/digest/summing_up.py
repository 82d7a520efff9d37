"""The digest's summary: the editor's own, else sentences that are published anyway.

A narrated review is the editor's text, so any sentence of it may serve. Of stored articles only
sentences inside published quotations may: nothing else of them is ever shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.analysis import AnalysedText
from generator.digest.stored import StoredArticles, overlap
from generator.model import Quotation, Span, Summary, SummaryOptions, SummarySentence
from generator.summary import summarise

REVIEW = "review"
"""Document name of the narrated review in a summary's sentences."""


def digest_summary(
    options: SummaryOptions,
    review: AnalysedText | None,
    stored: StoredArticles,
    quotations: tuple[Quotation, ...],
    *,
    hidden: tuple[Quotation, ...] = (),
) -> Summary:
    """Return the summary of a digest; without sentences if nothing may serve.

    No sentence serves that holds words of a withdrawn or a hidden quotation.
    """
    if options.text:
        sentence = SummarySentence(text=options.text, document="")
        return Summary(sentences=(sentence,), made_by="editor")
    texts = {REVIEW: review} if review else dict(stored.texts)
    spans = _spans_by_document(quotations, hidden)
    documents = {
        name: replace(text.reading, sentences=tuple(_that_may_serve(name, text, spans)))
        for name, text in texts.items()
    }
    summary = summarise(
        {name: reading for name, reading in documents.items() if reading.sentences},
        sentences=options.sentences,
        words=options.words,
        engine="lead" if options.engine == "lead" else "extractive",
    )
    return replace(
        summary,
        sentences=tuple(_in_file(sentence, texts) for sentence in summary.sentences),
    )


def _that_may_serve(name: str, text: AnalysedText, spans: _Spans) -> Iterator[Span]:
    """Yield the sentences that may stand in the summary, in visible offsets."""
    for visible in text.reading.sentences:
        span = text.reading.projection.in_file(visible)
        if any(overlap(span, other) for other in spans.barred.get(name, ())):
            continue
        published = spans.published.get(name, ())
        if name == REVIEW or any(o.start <= span.start and span.end <= o.end for o in published):
            yield visible


@dataclass(frozen=True, kw_only=True, slots=True)
class _Spans:
    """Where quotations stand, by document."""

    published: Mapping[str, tuple[Span, ...]]
    barred: Mapping[str, tuple[Span, ...]]
    """Of those that are withdrawn or hidden."""


def _spans_by_document(quotations: tuple[Quotation, ...], hidden: tuple[Quotation, ...]) -> _Spans:
    withdrawn = tuple(quotation for quotation in quotations if quotation.withdrawn)
    return _Spans(
        published=_by_document(quotation for quotation in quotations if not quotation.withdrawn),
        barred=_by_document((*withdrawn, *hidden)),
    )


def _by_document(quotations: Iterable[Quotation]) -> Mapping[str, tuple[Span, ...]]:
    spans: dict[str, tuple[Span, ...]] = {}
    for quotation in quotations:
        key = REVIEW if quotation.in_review else quotation.article.id if quotation.article else ""
        spans[key] = spans.get(key, ()) + quotation.spans
    return spans


def _in_file(sentence: SummarySentence, texts: Mapping[str, AnalysedText]) -> SummarySentence:
    in_file = texts[sentence.document].reading.projection.in_file
    return replace(sentence, spans=tuple(map(in_file, sentence.spans)))
