"""The digest's summary: the editor's own, else sentences that are published anyway.

A narrated review is the editor's text, so any sentence of it may serve: the narrator's own, and
those that hold an outlet's passage, which count as that outlet's. Of stored articles only
sentences inside published quotations may: nothing else of them is ever shown; where an outlet has
none, its direct quotations themselves. What is withdrawn, or was not found where it should stand,
is in no summary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.analysis import AnalysedText
from generator.digest.origins import origins
from generator.digest.quoted_alone import QuotedAlone, quoted_alone
from generator.digest.stored import StoredArticles, overlap
from generator.model import (
    Citation,
    NearCopy,
    Quotation,
    Span,
    Summary,
    SummaryOptions,
    SummarySentence,
)
from generator.summary.across import (
    Length,
    Pick,
    Place,
    VoicedText,
    Voices,
    first_across,
    picked_across,
)

REVIEW = "review"
"""Document name of the narrated review in a summary's sentences."""
_DOUBTFUL = {"absent", "elsewhere"}


def digest_summary(
    options: SummaryOptions,
    review: AnalysedText | None,
    stored: StoredArticles,
    quotations: tuple[Quotation, ...],
    copies: Sequence[NearCopy] = (),
    *,
    hidden: tuple[Quotation, ...] = (),
) -> Summary:
    """Return the summary of a digest; without sentences if nothing may serve.

    An editor's own is one piece here, without its sources: `editors_summary` finds them. No
    sentence serves that holds words of a withdrawn or a hidden quotation.
    """
    if options.text:
        sentence = SummarySentence(text=options.text, document="")
        return Summary(sentences=(sentence,), made_by="editor")
    texts = {REVIEW: review} if review else {}
    by_rule = options.engine != "lead"
    if by_rule or not review:
        texts |= stored.texts
    of_document = _by_document(quotations)
    barred = _by_document((*hidden, *(q for q in quotations if q.withdrawn)))
    voiced = {
        name: VoicedText(
            reading=text.reading,
            voices=dict(_voices(name, text, of_document.get(name, ()), barred.get(name, ()))),
        )
        for name, text in texts.items()
    }
    voiced = {name: text for name, text in voiced.items() if text.voices}
    alone = quoted_alone(quotations, voiced)
    voiced |= {name: quoted.voiced for name, quoted in alone.items()}
    length = Length(options.sentences, options.words)
    articles = tuple(stored.articles.values())
    picks = (
        picked_across(
            voiced,
            length,
            origins=origins(articles, copies),
            copying={copy.article.outlet.slug for copy in copies},
        )
        if by_rule
        else first_across(voiced, length)
    )
    return Summary(
        sentences=tuple(_sentence(pick, texts, of_document, alone) for pick in picks),
        made_by="extractive" if by_rule else "lead",
    )


def _by_document(quotations: tuple[Quotation, ...]) -> Mapping[str, tuple[Quotation, ...]]:
    """Return the quotations whose words stand in a text, by its name."""
    found: dict[str, tuple[Quotation, ...]] = {}
    for quotation in quotations:
        key = REVIEW if quotation.in_review else quotation.article.id if quotation.article else ""
        found[key] = (*found.get(key, ()), quotation)
    return found


def _voices(
    name: str,
    text: AnalysedText,
    quotations: Sequence[Quotation],
    barred: Sequence[Quotation],
) -> Iterator[tuple[Span, Voices]]:
    """Yield the sentences that may stand in the summary, in visible offsets, and who speaks."""
    shown, kept_out = _by_place(quotations), _by_place(barred)
    for visible in text.reading.sentences:
        span = text.reading.projection.in_file(visible)
        if _met(span, kept_out):
            continue
        met = _met(span, shown)
        if any(q.verdict and q.verdict.kind in _DOUBTFUL for q in met):
            continue
        if name == REVIEW:
            yield visible, _told(met)
        elif found := tuple(q for q in met if _holds(q, span)):
            yield visible, Voices((found[0].outlet.slug,))


def _by_place(quotations: Sequence[Quotation]) -> list[tuple[int, int, int, Quotation]]:
    """Return where the words of quotations begin and end, with each one's number in the list."""
    return [
        (span.start, span.end, number, quotation)
        for number, quotation in enumerate(quotations)
        for span in quotation.spans
    ]


def _met(span: Span, places: list[tuple[int, int, int, Quotation]]) -> tuple[Quotation, ...]:
    """Return the quotations that have words in `span` of their text."""
    low, high = span.start, span.end
    met = {number: q for start, end, number, q in places if start < high and low < end}
    return tuple(met.values())


def _told(quotations: Sequence[Quotation]) -> Voices:
    """Return who speaks in a sentence of the review."""
    outlets = tuple(dict.fromkeys(q.outlet.slug for q in quotations))
    joint = len(outlets) > 1 and len({q.spans for q in quotations}) == 1
    return Voices(outlets, joint)


def _holds(quotation: Quotation, span: Span) -> bool:
    return any(outer.start <= span.start and span.end <= outer.end for outer in quotation.spans)


def _sentence(
    pick: Pick,
    texts: Mapping[str, AnalysedText],
    of_document: Mapping[str, tuple[Quotation, ...]],
    alone: Mapping[str, QuotedAlone],
) -> SummarySentence:
    """Return a chosen sentence, in offsets of its file, with all that it rests on."""
    cites = (
        citation
        for place in (pick.place, *pick.echoes)
        for citation in _citations(place, texts, of_document, alone)
    )
    document, span = pick.place.document, pick.place.span
    sentence = SummarySentence(
        text=span.of(alone[document].text if document in alone else texts[document].reading.text),
        document=document,
        score=pick.score,
        cites=tuple(dict.fromkeys(cites)),
        part=pick.part,
        quoted=document in alone,
    )
    if document in alone:
        quotation = alone[document].quotation
        article = quotation.article.id if quotation.article else ""
        return replace(sentence, document=article, spans=quotation.spans)
    return replace(sentence, spans=(texts[document].reading.projection.in_file(span),))


def _citations(
    place: Place,
    texts: Mapping[str, AnalysedText],
    of_document: Mapping[str, tuple[Quotation, ...]],
    alone: Mapping[str, QuotedAlone],
) -> Iterator[Citation]:
    """Yield the published quotations that a sentence is, holds or stands in; else itself."""
    if place.document in alone:
        found = alone[place.document].quotation
        article = found.article.id if found.article else ""
        yield Citation(document=article, spans=found.spans, quotation=found.id)
        return
    span = texts[place.document].reading.projection.in_file(place.span)
    ids = [
        q.id
        for q in of_document.get(place.document, ())
        if (any(overlap(span, o) for o in q.spans) if q.in_review else _holds(q, span))
    ]
    for id_ in ids or [""]:
        yield Citation(document=place.document, spans=(span,), quotation=id_)
