"""The citation of a quotation: its facts from the digest, its forms for the page."""

from __future__ import annotations

from functools import lru_cache

from generator.citations import Citation, one_line
from generator.citations.texts import texts
from generator.model import Digest, Quotation
from generator.quick_state import quickly_made
from generator.settings import SiteSettings
from generator.views.counts import published
from generator.views.frame import digest_address
from generator.views.quotation import shown_article
from generator.views.shapes import CitationForm
from generator.views.words import date_text, day, language_name

_citation, _form = quickly_made(Citation), quickly_made(CitationForm)


def citation_of(quotation: Quotation, digest: Digest, settings: SiteSettings) -> Citation:
    """Return what there is to cite of a published quotation; a withdrawn one has none."""
    article = shown_article(quotation)
    original, language = quotation.original, digest.editorial.language
    # The writer of an article's own words is its author, who is quoted by nobody but us.
    speaker = None if quotation.own_words and article else quotation.speaker
    date = article.published if article else None
    address = f"{digest_address(digest.slug)}#q-{quotation.id}"
    return _citation(
        key=f"q-{quotation.id}",
        kind=quotation.kind,
        words=tuple(map(one_line, quotation.parts)),
        language=quotation.language,
        speaker=_name(speaker.name) if speaker else "",
        role=_name(speaker.role) if speaker else "",
        via=_name(quotation.via),
        translated_from=language_name(original.language, language) if original else "",
        original=one_line(original.text) if original else "",
        translator=one_line(quotation.translator),
        outlet=_name(quotation.outlet.name),
        outlet_kind=quotation.outlet.kind or "",
        headline=one_line(article.headline) if article else "",
        byline=one_line(article.byline) if article else "",
        published=day(date) if date else None,
        published_text=date_text(date, language) if date else "",
        url=article.url if article else "",
        archived=article.archived if article else "",
        captured=article.captured if article else None,
        article_language=article.language if article else "",
        digest=_name(digest.editorial.title),
        digest_language=language,
        digest_date=day(digest.editorial.date),
        digest_date_text=date_text(digest.editorial.date, language),
        site=_name(settings.title),
        permalink=f"{settings.url}/{address}" if settings.url else "",
        verdict=quotation.verdict.kind if quotation.verdict else None,
        acknowledged=one_line(quotation.acknowledged),
    )


_name = lru_cache(maxsize=512)(one_line)
"""`one_line` of what stands in many citations."""


def citations_of(digest: Digest, settings: SiteSettings) -> tuple[Citation, ...]:
    """Return the citations of all quotations that a digest publishes, in round-up order."""
    return tuple(citation_of(q, digest, settings) for q in published(digest.quotations))


def citation_forms(citation: Citation) -> tuple[CitationForm, ...]:
    """Return the forms of a citation that its figure offers.

    Those for programs stand in files, once for all quotations: four forms in every figure would
    make the page of a digest half as heavy again. theme/js/cite.js fetches them from there.
    """
    plain, marked = texts(citation)
    return (
        _form(label="Plain text", text=plain),
        _form(label="Markdown", text=marked),
    )
