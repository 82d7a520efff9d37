"""What one text by itself tells: its language, its furniture, who says what in it.

Reads the visible projection of a file and answers in offsets of the file itself. Pure, so that
texts can be analysed in parallel and cached by their hash. What only some texts are asked for (how
hard they read, what sums them up) is made from the `Reading` by those who ask.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from generator.model import Analysis, Article, Attribution, Markup, Review, Span
from generator.outlets import Registry
from generator.quick_state import replaced
from generator.quotations import attributions
from generator.reading import Reading, read


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
        if isinstance(offsets, range):  # nothing is hidden: no need to look it up
            first, size = offsets.start, len(offsets)
            return Span(min(max(span.start - first, 0), size), min(max(span.end - first, 0), size))
        return Span(bisect_left(offsets, span.start), bisect_left(offsets, span.end))


def analyse(
    text: str,
    *,
    body: Span,
    markup: Markup,
    language: str | None,
    registry: Registry,
    as_review: bool,
) -> AnalysedText:
    """Analyse the `body` of a file's `text`; `as_review` credits passages to outlets."""
    reading = read(text, body=body, markup=markup, language=language, stored=not as_review)
    found = attributions(reading, registry=registry, as_review=as_review)
    analysis = Analysis(
        language=reading.tag,
        furniture=tuple(map(reading.projection.in_file, reading.furniture)),
        attributions=tuple(in_file(attribution, reading) for attribution in found),
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
    if reading.projection.is_file and _has_words(attribution):
        return attribution
    place = reading.projection.in_file
    return replaced(
        attribution,
        content=tuple(map(place, attribution.content)),
        source=place(attribution.source) if attribution.source else None,
        cue=place(attribution.cue) if attribution.cue else None,
    )


def _has_words(attribution: Attribution) -> bool:
    """Return whether none of its spans is empty, which stands elsewhere in a file."""
    spans = (*attribution.content, attribution.source, attribution.cue)
    return all(span.start < span.end for span in spans if span)
