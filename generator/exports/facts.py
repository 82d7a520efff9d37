"""Digests and quotations as the facts of the data files: what pages show, and no more of it."""

from __future__ import annotations

from generator.exports.shapes import (
    ArticleFacts,
    CorrectionFacts,
    DigestFacts,
    DigestReference,
    OriginalWords,
    OutletFacts,
    QuotationFacts,
    ReadabilityFacts,
    SiteFacts,
    SpeakerFacts,
    VerdictFacts,
)
from generator.model import Article, Correction, Digest, Outlet, Quotation, Readability, Speaker
from generator.settings import SiteSettings
from generator.views.changes import modified
from generator.views.frame import digest_address
from generator.views.quotation import passage_link, permalink, shown_article


def site_facts(settings: SiteSettings) -> SiteFacts:
    """Return what a data file says of its site."""
    return SiteFacts(title=settings.title, url=settings.url or None, language=settings.language)


def digest_facts(digest: Digest, settings: SiteSettings) -> DigestFacts:
    """Return what a digest says of itself."""
    editorial, change = digest.editorial, modified(digest)
    return DigestFacts(
        **digest_reference(digest, settings).model_dump(),
        modified=change.isoformat() if change else None,
        kind=editorial.kind,
        language=editorial.language,
        topic=digest.topic.name if digest.topic else None,
        place=editorial.place or None,
        editors=editorial.editors,
        standfirst=editorial.standfirst or None,
        silent=editorial.silent,
        corrections=_corrections(digest, ""),
        key_terms=digest.key_terms,
        readability=_readability(digest.readability) if digest.readability else None,
    )


def digest_reference(digest: Digest, settings: SiteSettings) -> DigestReference:
    """Return which digest it is."""
    return DigestReference(
        slug=digest.slug,
        title=digest.editorial.title,
        date=digest.editorial.date.isoformat(),
        permalink=whole(digest_address(digest.slug), settings),
    )


def quotation_facts(quotation: Quotation, digest: Digest, settings: SiteSettings) -> QuotationFacts:
    """Return a quotation with its whole chain; of a withdrawn one no words."""
    gone = bool(quotation.withdrawn)
    verdict, original = quotation.verdict, quotation.original
    article = shown_article(quotation)
    return QuotationFacts(
        id=quotation.id,
        permalink=whole(permalink(digest, quotation), settings),
        digest=digest_reference(digest, settings),
        outlet=_outlet(quotation.outlet),
        article=_article(article) if article else None,
        speaker=_speaker(quotation.speaker) if quotation.speaker else None,
        via=quotation.via or None,
        kind=quotation.kind,
        words=() if gone else quotation.parts,
        language=quotation.language,
        original=None
        if gone or original is None
        else OriginalWords(text=original.text, language=original.language),
        translator=quotation.translator or None,
        passage=None if gone else passage_link(quotation) or None,
        verdict=None
        if gone or verdict is None
        else VerdictFacts(kind=verdict.kind, acknowledged=quotation.acknowledged or None),
        withdrawn=quotation.withdrawn or None,
        corrections=_corrections(digest, quotation.id),
        note=quotation.note or None,
        rule="editor" if quotation.rule == "editor" else "extracted",
        own_words=quotation.own_words,
    )


def whole(address: str, settings: SiteSettings) -> str:
    """Return an address as readers reach it, as far as the site's own is known."""
    return f"{settings.url}/{address}" if settings.url else address


def _readability(found: Readability) -> ReadabilityFacts:
    return ReadabilityFacts(
        formula=found.formula or None,
        score=found.score,
        language=found.language,
        words=found.words,
        minutes=found.minutes,
    )


def _outlet(outlet: Outlet) -> OutletFacts:
    return OutletFacts(slug=outlet.slug, name=outlet.name, country=outlet.country)


def _article(article: Article) -> ArticleFacts:
    return ArticleFacts(
        id=article.id,
        headline=article.headline,
        byline=article.byline or None,
        published=article.published.isoformat() if article.published else None,
        url=article.url or None,
        archived=article.archived or None,
        language=article.language,
    )


def _speaker(speaker: Speaker) -> SpeakerFacts:
    return SpeakerFacts(
        slug=None if speaker.described else speaker.slug,
        name=speaker.name,
        role=speaker.role or None,
    )


def _corrections(digest: Digest, quotation: str) -> tuple[CorrectionFacts, ...]:
    """Return the corrections of one quotation, or of the digest as a whole."""
    found = (c for c in digest.editorial.corrections if c.quotation == quotation)
    return tuple(map(_correction, found))


def _correction(correction: Correction) -> CorrectionFacts:
    return CorrectionFacts(
        date=correction.date.isoformat(),
        what=correction.what,
        why=correction.why or None,
        kind=correction.kind or None,
    )
