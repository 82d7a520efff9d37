"""Quotations and articles of an invented press, for the tests of what several outlets carry."""

from __future__ import annotations

import datetime as dt

from generator.analysis import AnalysedText, analyse_article
from generator.model import (
    Article,
    AttributionKind,
    Outlet,
    Quotation,
    QuotedText,
    Span,
    Speaker,
    Verdict,
)
from generator.outlets import Registry


def quotation(
    outlet: str,
    *words: str,
    speaker: str = "",
    kind: AttributionKind = "direct",
    original: str = "",
    withdrawn: str = "",
    checked: bool = False,
) -> Quotation:
    """Return what an outlet quotes; its id is its outlet and its first words.

    `checked` where the stored article of the outlet holds the words.
    """
    return Quotation(
        id=f"{outlet}:{' '.join(words)[:30]}",
        kind=kind,
        parts=words,
        outlet=Outlet(slug=outlet, name=outlet.title()),
        language="en",
        verdict=Verdict(kind="exact", found_in=outlet) if checked else None,
        speaker=Speaker(slug=speaker.lower(), name=speaker) if speaker else None,
        original=QuotedText(text=original, language="de") if original else None,
        withdrawn=withdrawn,
    )


def article(
    outlet: str,
    text: str,
    *,
    kind: str = "daily",
    via: str = "",
    published: dt.date | None = None,
    hidden: bool = False,
) -> Article:
    """Return a stored article; its id is its outlet."""
    return Article(
        id=outlet,
        file=f"content/digests/weir/articles/{outlet}.txt",
        outlet=Outlet(slug=outlet, name=outlet.title(), kind=kind),
        headline=f"The weir, by {outlet}",
        via=via,
        published=published,
        hidden=hidden,
        markup="text",
        text=text,
        body=Span(0, len(text)),
    )


def read(*articles: Article) -> dict[str, AnalysedText]:
    """Return what is read in articles, by id."""
    return {a.id: analyse_article(a, registry=Registry(())) for a in articles}
