"""The digest's summary: the editor's own, else sentences that are published anyway.

A narrated review is the editor's text, so any sentence of it may serve: the narrator's own, and
those that hold an outlet's passage, which count as that outlet's. Of stored articles only
sentences inside published quotations may: nothing else of them is ever shown; where an outlet has
none, its direct quotations themselves. What is withdrawn, or was not found where it should stand,
is in no summary.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

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
            voices=_voices(name, text, of_document.get(name, ()), barred.get(name, ())),
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
) -> Mapping[Span, Voices]:
    """Return the sentences that may stand in the summary, in visible offsets, and who speaks."""
    sentences = text.reading.sentences
    projection = text.reading.projection
    spans = sentences if projection.is_file else tuple(map(projection.in_file, sentences))
    shown, kept_out = _met(spans, quotations), _met(spans, barred)
    # Most sentences of a review hold no quotation, and need not be looked at one by one.
    found = dict.fromkeys(sentences, _NARRATED) if name == REVIEW else {}
    for number in sorted({*shown, *kept_out}):
        met = () if number in kept_out else tuple(shown[number].values())
        if voices := _speaking(name, spans[number], met):
            found[sentences[number]] = voices
        else:
            found.pop(sentences[number], None)
    return found


_NARRATED = Voices()


def _speaking(name: str, span: Span, met: Sequence[Quotation]) -> Voices | None:
    """Return who speaks in a sentence that holds words of `met`; None if it may not serve."""
    if not met or any(q.verdict and q.verdict.kind in _DOUBTFUL for q in met):
        return None
    if name == REVIEW:
        return _told(met)
    whole = next((q for q in met if _holds(q, span)), None)
    return Voices((whole.outlet.slug,)) if whole else None


def _met(
    sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> Mapping[int, Mapping[int, Quotation]]:
    """Return the quotations that have words in each of `sentences`, both by number.

    The sentences stand in the order of the text, so where each quotation begins and ends is looked
    up in it; most of them hold none.
    """
    if not quotations:
        return {}
    starts = [start for start, _ in sentences]
    ends = [end for _, end in sentences]
    met: defaultdict[int, dict[int, Quotation]] = defaultdict(dict)
    for number, quotation in enumerate(quotations):
        for start, end in quotation.spans:
            for sentence in range(bisect_right(ends, start), bisect_left(starts, end)):
                met[sentence][number] = quotation
    return met


def _told(quotations: Sequence[Quotation]) -> Voices:
    """Return who speaks in a sentence of the review."""
    if len(quotations) == 1:
        return Voices((quotations[0].outlet.slug,))
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
    if document in alone:
        text, quotation = alone[document].text, alone[document].quotation
        source, spans = quotation.article.id if quotation.article else "", quotation.spans
    else:
        reading = texts[document].reading
        text, source, spans = reading.text, document, (reading.projection.in_file(span),)
    return SummarySentence(
        text=span.of(text),
        document=source,
        spans=spans,
        score=pick.score,
        cites=tuple(dict.fromkeys(cites)),
        part=pick.part,
        quoted=document in alone,
    )


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
