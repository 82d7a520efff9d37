"""Lets direct quotations stand in a summary for outlets of which no whole sentence is published.

An editor pins words inside quotation marks, and the sentence around them stays in the article. The
quoted words are published, so they may speak for their outlet: all of them, marked as quoted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.model import Quotation, Span
from generator.reading import read
from generator.summary.across import VoicedText, Voices
from generator.summary.terms import words

LEAST = 6
"""Words: fewer are a phrase that tells nothing by itself."""
_FOUND = {"exact", "edited"}
_ENDS = ",;: "


@dataclass(frozen=True, kw_only=True, slots=True)
class QuotedAlone:
    """A quotation as a text of its own."""

    quotation: Quotation
    text: str
    voiced: VoicedText


def quoted_alone(
    quotations: tuple[Quotation, ...], voiced: Mapping[str, VoicedText]
) -> Mapping[str, QuotedAlone]:
    """Return the quotations of outlets that have no sentence in `voiced`, by a name of their own.

    Only words that were found in a stored article, and in one piece.
    """
    heard = {slug for text in voiced.values() for v in text.voices.values() for slug in v.outlets}
    return {
        f"quotation {quotation.id}": _alone(quotation)
        for quotation in quotations
        if quotation.outlet.slug not in heard and _may_serve(quotation)
    }


def _may_serve(quotation: Quotation) -> bool:
    verdict = quotation.verdict
    return (
        quotation.kind == "direct"
        and not quotation.withdrawn
        and not quotation.in_review
        and verdict is not None
        and verdict.kind in _FOUND
        and len(quotation.parts) == 1
        and len(words(quotation.parts[0])) >= LEAST
    )


def _alone(quotation: Quotation) -> QuotedAlone:
    text = quotation.parts[0].rstrip(_ENDS)
    whole = Span(0, len(text))
    reading = replace(
        read(text, language=quotation.language),
        paragraphs=(whole,),
        sentences=(whole,),
        furniture=(),
        headline=None,
    )
    voices = {whole: Voices((quotation.outlet.slug,))}
    return QuotedAlone(
        quotation=quotation, text=text, voiced=VoicedText(reading=reading, voices=voices)
    )
