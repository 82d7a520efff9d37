"""All that one text by itself tells: language, sentences, attributions, outlets, summary.

Reads the visible projection of a file and answers in offsets of the file itself. Pure, so that
texts can be analysed in parallel and cached by their hash.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from generator.model import Analysis, Article, Attribution, Markup, Outlet, Review, Span, Summary
from generator.outlets import Registry
from generator.quotations import attributions
from generator.readability import readability
from generator.reading import Reading, read
from generator.summary import summarise


@dataclass(frozen=True, kw_only=True, slots=True)
class AnalysedText:
    """A text as read, and what the analysis made of it."""

    reading: Reading
    """Spans in the visible projection."""
    analysis: Analysis
    """Spans in the file."""

    def words(self, span: Span) -> str:
        """Return the visible words of a span of the file."""
        return self.visible(span).of(self.reading.text)

    def visible(self, span: Span) -> Span:
        """Return where a span of the file stands in the visible text."""
        offsets = self.reading.projection.offsets
        return Span(bisect_left(offsets, span.start), bisect_left(offsets, span.end))


def analyse(
    text: str,
    *,
    body: Span,
    markup: Markup,
    language: str | None,
    registry: Registry,
    as_review: bool,
    sentences: int = 3,
) -> AnalysedText:
    """Analyse the `body` of a file's `text`; `as_review` credits passages to outlets."""
    reading = read(text, body=body, markup=markup, language=language, stored=not as_review)
    found = attributions(reading, registry=registry, as_review=as_review)
    place = reading.projection.in_file
    analysis = Analysis(
        language=reading.tag,
        paragraphs=tuple(map(place, reading.paragraphs)),
        sentences=tuple(map(place, reading.sentences)),
        furniture=tuple(map(place, reading.furniture)),
        attributions=tuple(in_file(attribution, reading) for attribution in found),
        outlets=_outlets_named(reading, registry),
        summary=_summary_in_file(summarise({"": reading}, sentences=sentences), reading),
        readability=readability(reading),
    )
    return AnalysedText(reading=reading, analysis=analysis)


def analyse_article(article: Article, *, registry: Registry) -> AnalysedText:
    """Analyse a stored article, whose sources are its speakers."""
    return analyse(
        article.text,
        body=article.body,
        markup=article.markup,
        language=article.language,
        registry=registry,
        as_review=False,
    )


def analyse_review(review: Review, *, language: str, registry: Registry) -> AnalysedText:
    """Analyse a narrated review, whose sources are outlets."""
    return analyse(
        review.text,
        body=review.body,
        markup=review.markup,
        language=language,
        registry=registry,
        as_review=True,
    )


def in_file(attribution: Attribution, reading: Reading) -> Attribution:
    """Return a passage of `reading` in offsets of the file."""
    place = reading.projection.in_file
    return replace(
        attribution,
        content=tuple(map(place, attribution.content)),
        source=place(attribution.source) if attribution.source else None,
        cue=place(attribution.cue) if attribution.cue else None,
    )


def _outlets_named(reading: Reading, registry: Registry) -> tuple[Outlet, ...]:
    """Return the outlets that the text surely names, each once, in order of first mention."""
    sure = (m.outlet for m in registry.mentions(reading.text) if m.outlet and not m.weak)
    return tuple(dict.fromkeys(sure))


def _summary_in_file(summary: Summary, reading: Reading) -> Summary:
    place = reading.projection.in_file
    return replace(
        summary,
        sentences=tuple(
            replace(sentence, spans=tuple(map(place, sentence.spans)))
            for sentence in summary.sentences
        ),
    )
