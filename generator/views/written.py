"""A sentence that a language model wrote, with a link to each passage it rests on."""

from __future__ import annotations

from generator.model import Citation, Digest, SummarySentence
from generator.views.shapes import Link, SummarySentenceView
from generator.views.words import direction_of


def written_sentence(sentence: SummarySentence, digest: Digest) -> SummarySentenceView:
    """Return the sentence and its pointers, each place once."""
    links = (_pointer(citation, digest) for citation in sentence.cites)
    language = digest.editorial.language
    return SummarySentenceView(
        text=sentence.text,
        language=language,
        direction=direction_of(language),
        source="",
        address="",
        pointers=tuple(dict.fromkeys(links)),
    )


def _pointer(citation: Citation, digest: Digest) -> Link:
    """Return the link to a passage: a quotation's figure, or where it stands in the review."""
    quotation = next((q for q in digest.quotations if q.id == citation.quotation), None)
    if quotation is None:
        return Link(text="the review", address="#narrative")
    outlet = quotation.outlet.name
    # Two quotations of one outlet are two links, and their words must tell them apart.
    text = f"{quotation.speaker.name} ({outlet})" if quotation.speaker else outlet
    return Link(text=text, address=f"#q-{quotation.id}")
