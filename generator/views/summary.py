"""The summary on a digest's page: its sentences, each with links to what it rests on.

A sentence of the review leads to the very place in the narrative, one with an outlet's passage to
that passage in the round-up. Only an editor's own sentence may rest on the round-up as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.languages import language as language_of
from generator.model import Citation, Digest, Span, Summary, SummaryPart, SummarySentence
from generator.quick_state import quickly_made
from generator.views.frame import anchor_of
from generator.views.shapes import (
    Link,
    NarrativeAnchor,
    SummaryGroupView,
    SummarySentenceView,
    SummaryView,
)
from generator.views.words import direction_of, summary_label

HEADINGS: Mapping[SummaryPart, str] = {
    "": "",
    "agreement": "Told by several outlets",
    "difference": "Told by one alone",
}
PARTS_NOTE = (
    "Several: independent outlets have it in much the same words. One alone: no passage of another "
    "outlet that is shown here comes near it."
)
"""The headings claim no more than comparing words can show: several outlets that report the same
need not be of one mind."""
FOUND_NOTE = "The passages beside them were found by comparing words"
_link = quickly_made(Link)

THE_ROUND_UP = Link(text="the round-up as a whole", address="#round-up")


def summary_view(digest: Digest) -> SummaryView | None:
    """Return the summary of a digest; None where there is nothing to sum up."""
    summary = digest.summary
    if not summary.sentences:
        return None
    parts = tuple(dict.fromkeys(sentence.part for sentence in summary.sentences))
    return SummaryView(
        groups=tuple(
            SummaryGroupView(
                heading=HEADINGS[part],
                sentences=tuple(
                    _sentence(sentence, digest)
                    for sentence in summary.sentences
                    if sentence.part == part
                ),
            )
            for part in parts
        ),
        label=_label(summary),
        note=PARTS_NOTE if any(parts) else "",
    )


def narrative_anchors(digest: Digest) -> tuple[NarrativeAnchor, ...]:
    """Return the places in the narrative that the summary leads to, in text order.

    A sentence with a quotation needs none: it leads to that.
    """
    spans = {
        citation.spans
        for sentence in digest.summary.sentences
        for citation in sentence.cites
        if digest.review and _is_narrators(citation)
    }
    return tuple(
        NarrativeAnchor(fragment=f"s-{number}", spans=found)
        for number, found in enumerate(sorted(spans), start=1)
    )


def _is_narrators(citation: Citation) -> bool:
    return citation.document == "review" and not citation.quotation and bool(citation.spans)


def _label(summary: Summary) -> str:
    """Return who made a summary; for an editor's, whether the links are the editor's too."""
    label = summary_label(summary)
    found = any(s.cites and not s.by_hand for s in summary.sentences)
    return f"{label}. {FOUND_NOTE}" if summary.made_by == "editor" and found else label


def _sentence(sentence: SummarySentence, digest: Digest) -> SummarySentenceView:
    anchors = {anchor.spans: anchor.fragment for anchor in narrative_anchors(digest)}
    links = tuple(dict.fromkeys(_pointers(sentence, digest, anchors)))
    language = _language(sentence, digest)
    # The marks that are customary in its language; the words between them stay as published.
    opening, closing = language_of(language).marks[0] if sentence.quoted else ("", "")
    return SummarySentenceView(
        text=sentence.text,
        language=language,
        direction=direction_of(language),
        pointers=links or (THE_ROUND_UP,),
        opening=opening,
        closing=closing,
    )


def _language(sentence: SummarySentence, digest: Digest) -> str:
    """Return the language of a slice's text, or of the digest for what was written for it."""
    if digest.summary.made_by in {"editor", "openai"}:
        return digest.editorial.language
    article = next((a for a in digest.articles if a.id == sentence.document), None)
    return article.language if article else digest.narrative_language


def _pointers(
    sentence: SummarySentence, digest: Digest, anchors: Mapping[tuple[Span, ...], str]
) -> Iterator[Link]:
    told = digest.summary.made_by in {"extractive", "lead"}
    for citation in sentence.cites:
        quotation = next((q for q in digest.quotations if q.id == citation.quotation), None)
        if quotation:
            # Two quotations of one outlet are two links, and their words must tell them apart.
            outlet, speaker = quotation.outlet.name, quotation.speaker
            text = f"{speaker.name} ({outlet})" if speaker else outlet
            where = ", in the review" if told and quotation.in_review else ""
            yield _link(text=f"{text}{where}", address=f"#q-{quotation.id}")
        elif citation.outlet:
            named = next(r.outlet for r in digest.roundups if r.outlet.slug == citation.outlet)
            yield _link(text=named.name, address=f"#{anchor_of(named.slug)}")
        elif citation.spans in anchors:
            yield _link(text="the review", address=f"#{anchors[citation.spans]}")
